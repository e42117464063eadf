import Diagnostics
import Foundation
import Source
import Testing

@testable import Profiles

@Suite struct ProfileTests {
    private static let full = """
        ---
        name: Анна Соколова
        profession: психолог
        published: true
        publication_consent: {date: 2026-02-01, until: 2027-02-01}
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
          - {name: Консультация, minutes: 50, price: 4000}
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
            [anna.name, anna.profession, anna.city, anna.booking] == [
                "Анна Соколова", "психолог", "Казань", "https://example.org/book?a=b",
            ])
        #expect(anna.isPublished)
        #expect(anna.consent?.date == Day("2026-02-01") && anna.consent?.until == Day("2027-02-01"))
        #expect(anna.formats == [.online, .inPerson])
        #expect(
            [anna.languages, anna.methods, anna.topics, anna.notWorkingWith, anna.audience]
                == [["ru", "en"], ["КПТ"], ["тревога", "выгорание"], ["зависимости"], ["взрослые"]])
        #expect(anna.education.map(\.year) == [2010, nil])
        #expect(anna.education.map(\.place) == ["КФУ", nil])
        #expect((anna.education + anna.training).map(\.title) == ["Психология", "Без года", "Курс"])
        #expect(anna.practisingSince == 2011)
        #expect(
            anna.services.map { "\($0.name) \($0.minutes) \($0.price) \($0.currency.rawValue)" } == [
                "Консультация 50 4000 RUB", "Session 60 50 EUR",
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
        ("photo: anna.jpg", "4:1 unknown-field"),
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

    @Test(arguments: [
        ("2026-01-31", false), ("2026-02-01", true), ("2026-12-31", true), ("2027-02-01", true), ("2027-02-02", false),
    ])
    func `a consent covers its days, the first and the last too`(day: String, isCovered: Bool) throws {
        let day = try #require(Day(day))
        let consent = Profile.PublicationConsent(
            date: try #require(Day("2026-02-01")), until: Day("2027-02-01"))
        #expect(consent.covers(day) == isCovered)
        let open = Profile.PublicationConsent(date: consent.date, until: nil)
        #expect(open.covers(day) == (day >= consent.date))
    }

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
            "## Обо мне\n\nТекст *важный* [сайт](https://example.org/?a&b) [mail](mailto:a@example.org).\n")
        #expect(found.isEmpty)
        #expect(
            html == """
                <h2>Обо мне</h2>
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
        return (Profile.parse(file, slug: "anna", &found), found)
    }

    private func render(_ text: String) -> (html: String, found: [Diagnostic]) {
        var (profile, found) = parse("---\n{name: A, profession: b}\n---\n\(text)\n")
        let html = profile?.renderText(&found) ?? []
        return (String(decoding: html, as: UTF8.self), found)
    }
}
