import Diagnostics
import Foundation
import Source
import Testing

@testable import Templates

@Suite struct StringsTests {
    private static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func builtIn(_ language: Language) -> Strings {
        var found: [Diagnostic] = []
        let strings = TemplateLibrary(overrides: [], &found).strings(in: language)
        #expect(found.isEmpty)
        return strings
    }

    @Test func `the built-in templates are the files of the folder`() throws {
        let folder = Self.repository.appending(path: "templates")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter { name in
            !folder.appending(path: name).hasDirectoryPath && name.contains(".")
        }
        #expect(TemplateLibrary.builtIn.map(\.path).sorted() == names.map { "templates/\($0)" }.sorted())
        for file in TemplateLibrary.builtIn {
            let bytes = try Data(contentsOf: Self.repository.appending(path: file.path))
            #expect(file.bytes == Array(bytes), "\(file.path): build again")
        }
    }

    // MARK: The languages

    @Test func `each language has the same keys with the same parameters`() {
        let (russian, english) = (Self.builtIn(.ru), Self.builtIn(.en))
        #expect(Set(russian.texts.keys).symmetricDifference(english.texts.keys).isEmpty)
        for (key, text) in russian.texts {
            #expect(Self.parameters(of: text) == Self.parameters(of: english.texts[key] ?? ""), "\(key)")
        }
    }

    /// Keys that the pages of later issues need: drafts in a list, withdrawn editions, errata, photos.
    @Test func `every key is used`() throws {
        var text = TemplateLibrary.builtIn.filter { $0.path.hasSuffix(".mustache") }
            .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        let sources = Self.repository.appending(path: "Sources")
        for folder in ["Site", "Redline", "Templates"] {
            let names = try FileManager.default.contentsOfDirectory(atPath: sources.appending(path: folder).path())
            for name in names where name.hasSuffix(".swift") {
                text += try String(contentsOf: sources.appending(path: "\(folder)/\(name)"), encoding: .utf8)
            }
        }
        let unused = Self.builtIn(.ru).texts.keys.filter { key in
            // `strings["format-\(…)"]`, `plural("years", …)`: a prefix is used.
            let prefixes = key.indices.filter { key[$0] == "-" }.map { key[..<$0] }
            return !text.contains("{{t.\(key)}}") && !text.contains("\"\(key)\"")
                && !prefixes.contains { prefix in
                    ["\"\(prefix)-\\(", "lural(\"\(prefix)\"", "luralKey(\"\(prefix)\""].contains { text.contains($0) }
                }
        }
        #expect(unused.sorted() == [])
    }

    // MARK: Filling in

    @Test func `parameters are filled in once`() {
        let strings = strings(overriding: "page-title: \"{title} — {site} — {title}\"\n").strings
        #expect(strings["page-title", ["title": "{site}", "site": "{title}"]] == "{site} — {title} — {site}")
        #expect(strings["page-title", ["title": "a\u{301}"]] == "a\u{301} — {site} — a\u{301}")
        #expect(strings["no-such-key", ["a": "b"]] == "no-such-key")
    }

    @Test(arguments: [
        (0, "0 специалистов", "0 specialists"), (1, "1 специалист", "1 specialist"),
        (2, "2 специалиста", "2 specialists"), (5, "5 специалистов", "5 specialists"),
        (11, "11 специалистов", "11 specialists"), (12, "12 специалистов", "12 specialists"),
        (21, "21 специалист", "21 specialists"), (22, "22 специалиста", "22 specialists"),
        (111, "111 специалистов", "111 specialists"), (1004, "1 004 специалиста", "1,004 specialists"),
    ])
    func `a noun takes the form that goes with its number`(number: Int, russian: String, english: String) {
        func folded(_ text: String) -> String { text.replacingOccurrences(of: "\u{A0}", with: " ") }
        #expect(folded(Self.builtIn(.ru).plural("specialists", number)) == russian)
        #expect(folded(Self.builtIn(.en).plural("specialists", number)) == english)
    }

    @Test func `numbers have their thousands apart`() {
        #expect(Language.ru.number(1_234_567) == "1\u{A0}234\u{A0}567")
        #expect(Language.en.number(1_000_005) == "1,000,005")
        #expect([0, 7, 999, -5].map(Language.en.number) == ["0", "7", "999", "−5"])
        #expect(Language.en.number(.min) == "−9,223,372,036,854,775,808")
    }

    @Test func `a day is written as legal texts write it`() throws {
        let day = try #require(Day("2026-02-01"))
        #expect(Language.ru.longDate(day) == "1 февраля 2026 года")
        #expect(Language.en.longDate(day) == "1 February 2026")
        #expect(Self.builtIn(.ru).date(day) == "1\u{A0}февраля\u{A0}2026\u{A0}года")
        for month in 1...12 {
            for language in Language.allCases {
                let words = language.longDate(try #require(Day(year: 2026, month: month, day: 1))).split(separator: " ")
                #expect(language.isMonth(words[1].lowercased()))
            }
        }
    }

    // MARK: Overrides

    @Test func `a project's strings replace those of their keys and no other`() {
        let (strings, found) = strings(overriding: "home: Начало\n")
        #expect(found.isEmpty)
        #expect(strings["home"] == "Начало")
        #expect(strings["legal"] == Self.builtIn(.ru)["legal"])
    }

    @Test(arguments: [
        ("hmoe: a\n", "1:1 unknown-string"), ("home: [a]\n", "1:7 invalid-string"),
        ("home: a\nhome: b\n", "2:1 duplicate-key"),
        ("home: a\npage-title: \"{titel}\"\n", "2:13 unknown-parameter"),
    ])
    func `what is no string is an error at its place`(text: String, expected: String) {
        let (_, found) = strings(overriding: text)
        #expect(found.map { "\($0.location.line ?? 0):\($0.location.column ?? 0) \($0.rule)" } == [expected])
        #expect(found.first?.location.path == "templates/strings/ru.yml")
    }

    private func strings(overriding text: String) -> (strings: Strings, found: [Diagnostic]) {
        var found: [Diagnostic] = []
        let file = SourceFile(path: "templates/strings/ru.yml", bytes: Array(text.utf8))
        return (TemplateLibrary(overrides: [file], &found).strings(in: .ru), found)
    }

    private static func parameters(of text: String) -> Set<Substring> {
        Set(text.matches(of: /\{([a-z]+)\}/).map(\.1))
    }
}
