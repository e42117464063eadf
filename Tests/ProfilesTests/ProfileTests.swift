import Diagnostics
import Foundation
import Source
import Templates
import Testing

@testable import Profiles

@Suite struct ProfileTests {
    private static let full = """
        ---
        name: Анна Соколова
        profession: психолог
        published: true
        publication_consent: {date: 2026-02-01, until: 2027-02-01, fields: [name, text]}
        currency: USD
        language: en
        photo: photos/anna.jpg
        city: Казань
        formats: [online, in-person]
        languages: [ru, en]
        methods: [КПТ]
        topics: [тревога, выгорание]
        not_working_with: [зависимости]
        audience: [взрослые]
        education:
          - {year: 2010, place: КФУ, title: Психология}
          - title: Без года
        training: [{year: 2015, title: Курс}]
        practising_since: 2011
        services:
          - {name: Консультация, minutes: 50, price: 4000, currency: RUB}
          - {name: Session, minutes: 50, price: 40}
          - {name: Session, minutes: 60, price: 50, currency: EUR}
        schedule:
          - {day: mon, from: "10:00", to: "14:00"}
          - {day: mon, from: "14:00", to: "18:00"}
          - {day: sun, from: "00:00", to: "24:00"}
        booking: https://example.org/book?a=b
        ---
        Текст.

        """

    @Test func `every field is read`() throws {
        let (profile, found) = parse(Self.full)
        #expect(found.isEmpty)
        let anna = try #require(profile)
        #expect(anna.slug == "anna")
        #expect(
            [anna.name, anna.profession.value, anna.city?.value, anna.booking, anna.photoPath?.value] == [
                "Анна Соколова", "психолог", "Казань", "https://example.org/book?a=b", "photos/anna.jpg",
            ])
        #expect(anna.language == .en)
        #expect(anna.isPublished)
        #expect(anna.consent?.date.value == Day("2026-02-01"))
        #expect(anna.consent?.until?.value == Day("2027-02-01"))
        #expect(anna.consent?.fields?.value == [.name, .text])
        #expect(anna.formats == [.online, .inPerson])
        #expect(
            [anna.languages, anna.methods, anna.topics.map(\.value), anna.notWorkingWith, anna.audience]
                == [["ru", "en"], ["КПТ"], ["тревога", "выгорание"], ["зависимости"], ["взрослые"]])
        #expect(anna.education.map(\.year?.value) == [2010, nil])
        #expect(anna.education.map(\.place) == ["КФУ", nil])
        #expect((anna.education + anna.training).map(\.title) == ["Психология", "Без года", "Курс"])
        #expect(anna.practisingSince?.value == 2011)
        #expect(
            anna.services.map { "\($0.name) \($0.minutes) \($0.price) \($0.currency.rawValue)" } == [
                "Консультация 50 4000 RUB", "Session 50 40 USD", "Session 60 50 EUR",
            ])
        #expect(
            anna.schedule.map { "\($0.day) \($0.from)–\($0.to)" } == [
                "mon 10:00–14:00", "mon 14:00–18:00", "sun 00:00–24:00",
            ])
    }

    @Test func `two fields are enough, and then nothing is published`() throws {
        let (profile, found) = parse("---\nname: A\nprofession: b\n---\n")
        #expect(found.isEmpty)
        let one = try #require(profile)
        #expect(!one.isPublished && one.consent == nil && one.schedule.isEmpty && one.services.isEmpty)
    }

    @Test(arguments: ["name: A", "profession: b", "name: \"\"\nprofession: b", "name: [A]\nprofession: b", ""])
    func `without a name or a profession there is no profile`(fields: String) {
        let (profile, found) = parse("---\n\(fields)\n---\n")
        #expect(profile == nil)
        #expect(found.containsError)
    }

    @Test(arguments: [
        ("nmae: x", "4:1 unknown-field"),
        ("photo: ../anna.jpg", "4:8 invalid-field"),
        ("photo: /anna.jpg", "4:8 invalid-field"),
        ("language: de", "4:11 invalid-field"),
        ("currency: GBP", "4:11 invalid-field"),
        ("publication_consent: {date: 2026-02-02, fields: [name, emial]}", "4:56 invalid-field"),
        ("publication_consent: {date: 2026-02-02, fields: name}", "4:49 invalid-field"),
        ("published: yes", "4:12 invalid-field"),
        ("publication_consent: 2026-02-01", "4:22 invalid-field"),
        ("publication_consent: {until: 2026-02-01}", "4:22 missing-field"),
        ("publication_consent: {date: 2026-02-30}", "4:29 invalid-field"),
        ("publication_consent: {date: 2026-02-02, until: 2026-02-01}", "4:48 invalid-field"),
        ("publication_consent: {date: 2026-02-02, day: x}", "4:41 unknown-field"),
        ("formats: online", "4:10 invalid-field"),
        ("formats: [onlin]", "4:11 invalid-field"),
        ("languages: [русский]", "4:13 invalid-field"),
        ("languages: [RU]", "4:13 invalid-field"),
        ("topics: [\"\"]", "4:10 empty-field"),
        ("topics: [[a]]", "4:10 invalid-field"),
        ("education: [КФУ]", "4:13 invalid-field"),
        ("education: [{year: 2010}]", "4:13 missing-field"),
        ("education: [{title: a, year: 10}]", "4:30 invalid-field"),
        ("practising_since: с 2010", "4:19 invalid-field"),
        ("practising_since: 1899", "4:19 invalid-field"),
        ("services: [{name: a, minutes: 50}]", "4:12 missing-field"),
        ("services: [{name: a, minutes: 0, price: 1}]", "4:31 invalid-field"),
        ("services: [{name: a, minutes: 50, price: 10.5}]", "4:42 invalid-field"),
        ("services: [{name: a, minutes: 50, price: 1, currency: руб}]", "4:55 invalid-field"),
        ("schedule: [{day: monday, from: \"10:00\", to: \"11:00\"}]", "4:18 invalid-field"),
        ("schedule: [{day: mon, from: \"10:00\", to: \"10:00\"}]", "4:42 invalid-field"),
        ("schedule: [{day: mon, from: \"9:00\", to: \"10:00\"}]", "4:29 invalid-field"),
        ("schedule: [{day: mon, from: \"09:60\", to: \"10:00\"}]", "4:29 invalid-field"),
        ("schedule: [{day: mon, from: \"10:00\", to: \"24:01\"}]", "4:42 invalid-field"),
        ("schedule: [{day: mon, from: \"10:00\"}]", "4:12 missing-field"),
        (
            "schedule: [{day: mon, from: \"10:00\", to: \"12:00\"}, {day: mon, from: \"11:00\", to: \"13:00\"}]",
            "4:69 invalid-field"
        ),
        ("booking: example.org", "4:10 invalid-field"),
        ("booking: javascript:alert(1)", "4:10 invalid-field"),
        ("booking: https://", "4:10 invalid-field"),
        ("booking: \"https://a b\"", "4:10 invalid-field"),
        ("booking: https:\\\\evil.example", "4:10 invalid-field"),
        ("booking: mailto:a@example.org", "4:10 invalid-field"),
    ])
    func `a field that is not right is an error at its place, and the profile is still read`(
        field: String, expected: String
    ) {
        let (profile, found) = parse("---\nname: A\nprofession: b\n\(field)\n---\n")
        #expect(profile != nil)
        #expect(found.map { "\($0.location.line ?? 0):\($0.location.column ?? 0) \($0.rule)" } == [expected])
    }

    @Test func `hours overlap with any before them, and each is told once, where it stands later`() {
        let hours = ["00:00-23:00", "01:00-02:00", "03:00-04:00", "23:00-24:00", "21:00-22:30"].map { entry in
            let times = entry.split(separator: "-")
            return "  - {day: mon, from: \"\(times[0])\", to: \"\(times[1])\"}\n"
        }
        let (_, found) = parse("---\nname: A\nprofession: b\nschedule:\n\(hours.joined())---\n")
        #expect(found.inOrder().map(\.location.line) == [6, 7, 9])
    }

    // MARK: Consent

    @Test(arguments: [
        ("2026-01-31", "publication-consent-not-begun"), ("2026-02-01", nil), ("2026-12-31", nil), ("2027-02-01", nil),
        ("2027-02-02", "publication-consent-over"),
    ])
    func `a consent covers its days, the first and the last too`(day: String, rule: String?) throws {
        let day = try #require(Day(day))
        let (profile, _) = parse(consented("date: 2026-02-01, until: 2027-02-01"))
        #expect(profile?.isShown(on: day) == (rule == nil))
        #expect(profile?.consentDiagnostics(on: day).map(\.rule) == [rule].compactMap(\.self))
        let (open, _) = parse(consented("date: 2026-02-01"))
        #expect(open?.isShown(on: day) == (rule != "publication-consent-not-begun"))
    }

    @Test(arguments: [
        ("name, profession, city, text", nil), ("name, profession, city", "'text'"),
        ("name, profession, text, photo", "'city'"),
        ("", "'name', 'profession', 'city', 'text'"),
    ])
    func `a consent covers the fields it names, and all that is shown must be covered`(
        fields: String, uncovered: String?
    ) throws {
        let day = try #require(Day("2026-02-01"))
        let (profile, found) = parse(consented("date: 2026-02-01, fields: [\(fields)]"))
        #expect(found.isEmpty)
        #expect(profile?.isShown(on: day) == (uncovered == nil))
        let message = uncovered.map { "'anna' is not built: its consent does not cover \($0)" }
        #expect(profile?.consentDiagnostics(on: day).map(\.message) == [message].compactMap(\.self))
    }

    @Test func `without a consent nothing is shown, and it is an error where it is published`() throws {
        let day = try #require(Day("2026-02-01"))
        let (published, _) = parse("---\n{name: A, profession: b, published: true}\n---\n")
        #expect(published?.isShown(on: day) == false)
        #expect(published?.consentDiagnostics(on: day).map(\.severity) == [.error])
        let (hidden, _) = parse("---\n{name: A, profession: b, published: false}\n---\n")
        #expect(hidden?.consentDiagnostics(on: day) == [])
    }

    private func consented(_ consent: String) -> String {
        "---\nname: A\nprofession: b\ncity: Казань\npublished: true\npublication_consent: {\(consent)}\n---\nТекст.\n"
    }

    @Test(arguments: [("2026-12-31", 3), ("2027-01-01", 2), ("2029-01-01", 0), ("2025-12-31", 0)])
    func `a year that has not come on the day of the build is an error, but for days before the consent`(
        day: String, count: Int
    ) throws {
        let (profile, found) = parse(
            """
            ---
            name: A
            profession: b
            publication_consent: {date: 2026-01-01}
            practising_since: 2027
            education: [{year: 2028, title: a}, {title: b}]
            training: [{year: 2029, title: c}]
            ---
            """)
        #expect(found.isEmpty)
        let years = profile?.yearDiagnostics(on: try #require(Day(day))) ?? []
        #expect(years.count == count)
        #expect(years.allSatisfy { $0.rule == "future-year" && $0.location.line != nil })
    }

    @Test(arguments: [
        ("price: \"5 000\"", "write 5000"), ("price: 5\u{A0}000", "write 5000"), ("day: mo", "did you mean 'mon'?"),
        ("from: 9:00", "write \"09:00\""), ("until: 01.02.2026", "write 2026-02-01"),
        ("published: ИСТИНА", "write true"),
        ("published: TRUE", "write true"),
    ])
    func `a hint says what to write instead`(field: String, hint: String?) throws {
        let (_, found) = parse(
            """
            ---
            name: A
            profession: b
            \(field.hasPrefix("published") ? field : "")
            publication_consent: {date: 2026-01-01, \(field.hasPrefix("until") ? field : "")}
            services: [{name: a, minutes: 1, \(field.hasPrefix("price") ? field : "price: 1")}]
            schedule:
              - \(field.hasPrefix("day") ? field : "day: mon")
                \(field.hasPrefix("from") ? field : "from: 10:00")
                to: 19:00
            ---
            """)
        #expect(found.map(\.rule) == ["invalid-field"])
        #expect(found.first?.hint == hint)
    }

    // MARK: Times

    @Test(arguments: ["00:00", "09:30", "23:59", "24:00"])
    func `a time of the day is read and printed alike`(text: String) {
        #expect(TimeOfDay(text)?.description == text)
    }

    @Test(arguments: [
        "", "9:30", "24:01", "25:00", "09:60", "0930", "09-30", "09:3", "09:300", "٠٩:٣٠", "-1:00", "09:3a",
    ])
    func `what is no time of the day is refused`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    // MARK: The text

    @Test func `the text is rendered, links marked as not vouched for`() {
        let (html, found) = render(
            "### Обо мне\n\n##### Методы\n\n## Ещё\n\nТекст *важный* [сайт](https://example.org/?a&b) [mail](mailto:a@example.org).\n"
        )
        #expect(found.isEmpty)
        #expect(
            html == """
                <h2>Обо мне</h2>
                <h3>Методы</h3>
                <h2>Ещё</h2>
                <p>Текст <em>важный</em> <a href="https://example.org/?a&amp;b" rel="nofollow ugc noopener">сайт</a> \
                <a href="mailto:a@example.org" rel="nofollow ugc noopener">mail</a>.</p>

                """)
    }

    @Test(arguments: [
        ("# Имя", "4:1 profile-heading"), ("Имя\n===", "4:1 profile-heading"),
        ("a ![x](https://example.org/a.png) b", "4:3 profile-image"),
        ("a [x](/legal/) b", "4:3 profile-link"), ("a [x](../b.md) b", "4:3 profile-link"),
        ("[x](#y)", "4:1 profile-link"),
        ("[x](//evil.example)", nil), ("[x](javascript:alert(1))", nil), ("<b>x</b>", nil), ("{{EMAIL}}", "-"),
    ])
    func `what an outsider may not write is an error`(text: String, expected: String?) {
        let (html, found) = render(text)
        if expected != "-" { #expect(found.containsError) }
        if let expected, expected != "-" {
            #expect(found.map { "\($0.location.line ?? 0):\($0.location.column ?? 0) \($0.rule)" } == [expected])
        }
        for word in ["<img", "javascript:", "href=\"/", "href=\"#", "href=\"..", "<b>"] {
            #expect(!html.contains(word))
        }
    }

    @Test func `every link is hardened, whatever stands before it`() {
        let link = "[l](https://example.org)"
        for before in [
            "![a](b.png)", "![a ![b](c) d](e)", "[in](/site)", "[**in** *side*](#x)", "![![a](b)](c)", "> ![a](b)\n>",
            "| a |\n|---|\n| ![x](y) |", "- ![a](b)\n- ", "[![a](b)](/c)", "[![a](b)](https://example.org)",
        ] {
            let (html, found) = render("\(before) \(link) *\(link)*\n\n\(link)\n\n1. \(link)\n")
            #expect(found.containsError)
            let anchors = html.components(separatedBy: "<a ").dropFirst()
            #expect(anchors.count >= 4, "\(before)")
            #expect(
                anchors.allSatisfy { $0.hasPrefix("href=\"https://example.org\" rel=\"nofollow ugc noopener\">") },
                "\(html)")
            #expect(!html.contains("<img"), "\(before)")
        }
    }

    private func parse(_ text: String) -> (profile: Profile?, found: [Diagnostic]) {
        var found: [Diagnostic] = []
        let file = SourceFile(path: "anna.md", bytes: Array(text.utf8))
        return (Profile.parse(file, slug: "anna", defaultLanguage: .ru, &found), found)
    }

    private func render(_ text: String) -> (html: String, found: [Diagnostic]) {
        var (profile, found) = parse("---\n{name: A, profession: b}\n---\n\(text)\n")
        let html = profile?.renderText(&found) ?? []
        return (String(decoding: html, as: UTF8.self), found)
    }
}
