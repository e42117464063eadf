import Diagnostics
import Foundation
import Source
import Templates
import Testing

@testable import Legal

/// Case files for what the words of a text do: a text, a line `====`, what is expected.
@Suite struct WordsTests {
    /// The links as `[words] → #id`, a line each, in the order of the text; then what was found wrong, as `line:column rule word`.
    @Test(arguments: CaseFile.all(in: "References"))
    func `references lead where their case file says`(file: CaseFile) throws {
        let text = try file.input.render()
        let html = String(decoding: text.html, as: UTF8.self)
        let links = html.matches(of: /<a href="(#[^"]*)">(.*?)<\/a>/.dotMatchesNewlines()).map {
            "[\(Self.plain($0.2))] → \($0.1)"
        }
        let found = text.found(in: file.input).inOrder().map { diagnostic in
            let (line, column) = (diagnostic.location.line ?? 0, diagnostic.location.column ?? 0)
            return "\(line):\(column) \(diagnostic.rule) \(diagnostic.severity.rawValue)"
        }
        try file.expect((links + found).joined(separator: "\n"))
        #expect(text.references.count <= links.count)
    }

    /// The terms, a line each, with `line:column` of the definition.
    @Test(arguments: CaseFile.all(in: "Terms"))
    func `terms are those of their case file`(file: CaseFile) throws {
        let text = try file.input.render()
        let places = text.terms.map { term -> String in
            let place = file.input.location(at: term.offset)
            return "\(place.line ?? 0):\(place.column ?? 0) \(term.name)"
        }
        try file.expect(places.joined(separator: "\n"))
        let html = String(decoding: text.html, as: UTF8.self)
        #expect(html.matches(of: /<dfn>/).count <= text.terms.count)
    }

    /// The text with `~` for each no-break space.
    @Test(arguments: CaseFile.all(in: "Typography"))
    func `no-break spaces stand where their case file says`(file: CaseFile) throws {
        let language: Language = file.testDescription.hasPrefix("en") ? .en : .ru
        let text = try file.input.render(language: language)
        let html = String(decoding: text.html, as: UTF8.self)
            .replacing(/<a class="permalink".*?<\/a>/, with: "").replacing(/<[^>]*>/, with: "")
        try file.expect(
            html.replacing("\u{A0}", with: "~").trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(!String(decoding: text.plainText, as: UTF8.self).contains("\u{A0}"))
    }

    @Test func `there are cases of each kind`() {
        for folder in ["References", "Terms", "Typography"] {
            #expect(CaseFile.all(in: folder).count >= 4, "\(folder)")
        }
    }

    private static func plain(_ html: Substring) -> String {
        String(html).replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ").replacing("\n", with: "⏎")
    }
}

@Suite struct PlainTextTests {
    @Test func `blocks are apart by a line feed, and white space is one space`() throws {
        let text = try plain(
            "1. Общие   положения\n\n1.1. Два\nслова,  № 5 и `код  тут`.\n\n- раз\n- два\\\n  три\n\n| а | б |\n|---|---|\n| в | г |\n"
        )
        #expect(text == "1. Общие положения\n1.1. Два слова, № 5 и код тут.\nраз\nдва три\nа\nб\nв\nг")
    }

    @Test func `no-break and other spaces are spaces`() throws {
        #expect(try plain("а\u{A0}б\u{2003}\u{202F}в\u{3000}г\tд\n") == "а б в г д")
    }

    @Test func `permalinks and descriptions of images are not in it`() throws {
        #expect(try plain("1. Title\n\n1.1. A ![picture](a.png) b.\n") == "1. Title\n1.1. A b.")
    }

    @Test func `an empty text is empty, and its digest that of nothing`() throws {
        let text = try SourceFile(path: "a.md", bytes: []).render()
        #expect(text.plainText.isEmpty)
        #expect(text.digest.description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `markup changes nothing in it`() throws {
        #expect(
            try plain("1. Title\n\n1.1. A *b* [c](https://example.org) **d**.\n")
                == plain("## 1. Title\n\n1.1. A b c d.\n"))
    }

    private func plain(_ text: String) throws -> String {
        String(decoding: try SourceFile(path: "a.md", bytes: Array(text.utf8)).render().plainText, as: UTF8.self)
    }
}

@Suite struct PlaceholderTests {
    private static let values = [
        "EMAIL": "a@example.org", "HOST": "example.org", "PATH": "a b\"<", "SCRIPT": "javascript:alert(1)",
        "SLASHES": "//evil.example",
        "EMPTY": "", "MARKUP": "*a* [b](c) <i>&amp;\n\n# d",
    ]

    @Test(arguments: [
        ("[x](mailto:{{EMAIL}})", "mailto:a@example.org"), ("[x](https://{{HOST}}/a)", "https://example.org/a"),
        ("[x](<https://{{HOST}}/{{HOST}}>)", "https://example.org/example.org"),
    ])
    func `a value in a link's address is filled in`(text: String, expected: String) throws {
        let rendered = try render(text)
        #expect(rendered.html.contains("href=\"\(expected)\""))
        #expect(rendered.found.isEmpty)
    }

    @Test(arguments: [
        "[x]({{SCRIPT}})", "[x]({{SLASHES}})", "[x](https:{{SLASHES}}\\\\a)", "[x](/{{PATH}})", "![x]({{SCRIPT}})",
        "[x](https://{{PATH}})",
        "[x]({{SCRIPT}}{{EMAIL}})",
    ])
    func `a value makes no address that is not allowed`(text: String) throws {
        let rendered = try render(text)
        #expect(rendered.found.contains { $0.hasSuffix(" link-scheme") }, "\(rendered.found)")
        for word in ["javascript:", "evil", "\"<"] { #expect(!rendered.html.contains(word)) }
    }

    @Test(arguments: [
        ("{{EMIAL}}", "1:1 unknown-placeholder"), ("a {{ EMAIL }}", "1:3 malformed-placeholder"),
        ("a {{email}}", "1:3 malformed-placeholder"), ("a {EMAIL}}", "1:3 malformed-placeholder"),
        ("a {{EMAIL}", "1:3 malformed-placeholder"), ("a {{EMAIL", "1:3 malformed-placeholder"),
        ("жж [x](https://{{HSOT}}/)", "1:16 unknown-placeholder"), ("{{EMPTY}}", "1:1 empty-value"),
        ("| a |\n|---|\n| {{EMIAL}} |", "3:3 unknown-placeholder"), ("a\n\n> b {{EMIAL}}", "3:5 unknown-placeholder"),
    ])
    func `what is no value is found at its place`(text: String, expected: String) throws {
        #expect(try render(text).found == [expected])
    }

    @Test(arguments: ["\\{{EMAIL}}", "`{{EMAIL}}`", "    {{EMAIL}}", "&#123;{EMAIL}}"])
    func `literal braces and code are left alone`(text: String) throws {
        let rendered = try render(text)
        #expect(rendered.html.contains("{{EMAIL}}"))
        #expect(rendered.found.isEmpty)
    }

    @Test func `a value is text`() throws {
        let rendered = try render("a {{MARKUP}}")
        #expect(rendered.html.contains("*a* [b](c) &lt;i&gt;&amp;amp;\n\n# d"))
        #expect(!rendered.html.contains("<h"))
    }

    @Test func `a gap is shown`() throws {
        #expect(try render("a {{EMPTY}} b").html == "<p>a <mark data-gap>EMPTY</mark> b</p>\n")
    }

    private func render(_ text: String) throws -> (html: String, found: [String]) {
        let rendered = try SourceFile(path: "a.md", bytes: Array((text + "\n").utf8)).render(values: Self.values)
        return (
            String(decoding: rendered.html, as: UTF8.self),
            rendered.diagnostics.inOrder().map { "\($0.location.line ?? 0):\($0.location.column ?? 0) \($0.rule)" }
        )
    }
}

struct TellingWordsTests {
    private static let words = TellingWords(["лечу", "диагноз*", "tel:*"])

    @Test(arguments: [
        "Я лечу.", "ЛЕЧУ", "«Лечу»", "л**еч**у", "[ле](https://example.org)чу", "Лечу", "1\nлечу", "диагнозами",
        "ДИАГНОЗ",
        "(tel:+7916)", "&#1083;ечу", "ле\\чу",
    ])
    func `a word is found in any case and across marks`(text: String) {
        let isFound = Self.words.mayOccur(in: FoldedText(Array(text.utf8)))
        #expect(isFound)
    }

    @Test(arguments: ["полечу", "лечусь", "лечуша", "hotel:", "диагно", "", "л"])
    func `a part of another word is not`(text: String) {
        let isFound = Self.words.mayOccur(in: FoldedText(Array(text.utf8)))
        #expect(!isFound)
    }

    @Test(arguments: ["+7 916 000-00-00", "8(916)0000000", "7.916.000.00.00", "+44 20 7946 0958"])
    func `a phone number is never passed over`(text: String) {
        #expect(!ScalarText(Array(text.utf8)).phoneNumbers().isEmpty)
        #expect(FoldedText(Array(text.utf8)).mayHoldPhoneNumber)
    }

    @Test func `dates and prices are no phone numbers`() {
        #expect(!FoldedText(Array("2026-01-15\nминут: 50, цена: 5000 ₽, год 2019".utf8)).mayHoldPhoneNumber)
    }
}

struct ScalarTextTests {
    @Test func `letters, capitals and spaces are Unicode's`() {
        for value in UInt32(0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.isLetter == scalar.properties.isAlphabetic, "U+\(String(value, radix: 16))")
            #expect(scalar.isCapital == scalar.properties.isUppercase, "U+\(String(value, radix: 16))")
            #expect(scalar.isSpace == scalar.properties.isWhitespace, "U+\(String(value, radix: 16))")
            let text = ScalarText(Array(String(scalar).utf8))
            #expect(text.lowered(0..<1) == String(scalar).lowercased(), "U+\(String(value, radix: 16))")
        }
    }
}
