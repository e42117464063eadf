import Diagnostics
import Legal
import Redline
import Source
import TestSupport
import Testing

@testable import Review

/// What `check --fix` does to the texts of the cases of all rules, as they are and with their typography spoiled.
@Suite struct MendTests {
    @Test(arguments: RuleCase.all(in: "Cases") + RuleCase.all(in: "Silent"))
    func `mended once a text has nothing to mend, and says what it said`(file: RuleCase) throws {
        guard !file.settings.isProfile else { return }
        var random = SeededGenerator(seed: 7)
        for text in [file.file] + (0..<4).map({ _ in Self.spoiled(file.file, &random) }) {
            guard let (mended, rules) = try Self.mend(text, file) else { continue }
            #expect(try Self.mend(mended, file)?.mended.bytes == mended.bytes, "\(file.testDescription) mended twice")
            // A value is another text than what it holds: the redline shows it.
            if rules.contains("hardcoded-value") { continue }
            let changes = Redline(old: text, new: mended).changes.map {
                "\($0.old?.text ?? "") → \($0.new?.text ?? "")"
            }
            #expect(changes == [], "\(file.testDescription)")
        }
    }

    @Test func `code, links, front matter and what is quoted from the author's values stay as they are`() throws {
        let text = """
            ---
            version: "1.0"
            date: 2026-03-01
            effective: 2026-03-01
            summary: "Пункт - № 5 \\"так\\"."
            ---

            1. Общие положения

            1.1. Здесь `№ 5 "код" - код` и [текст](https://a.example.ru/x "раз - два № 5") и <a@b.example.ru>.

            ```
            № 5 - "код"
            ```

            """
        let url = try #require(RuleCase.all(in: "Silent").first)
        let file = RuleCase(
            url: url.url, settings: try Settings("values:\n  EMAIL: a@b.example.ru"),
            file: SourceFile(path: "1.0.md", bytes: Array(text.utf8)), expected: "")
        #expect(try Self.mend(file.file, file)?.mended.bytes == file.file.bytes)
    }

    /// The text mended until there is nothing left to mend, and the rules that did it; nil where it is no edition.
    private static func mend(_ text: SourceFile, _ file: RuleCase) throws -> (mended: SourceFile, rules: Set<String>)? {
        var (text, rules) = (text, Set<String>())
        for _ in 0..<16 {
            let file = RuleCase(url: file.url, settings: file.settings, file: text, expected: "")
            guard let found = try? file.diagnostics(by: Rule.all) else { return nil }
            let mendable = found.filter { !$0.mends.isEmpty }
            if mendable.isEmpty { return (text, rules) }
            rules.formUnion(mendable.map(\.rule))
            text = text.applying(mendable.flatMap(\.mends))
        }
        Issue.record("\(file.testDescription) is never mended")
        return (text, rules)
    }

    /// The text as somebody types it who does not care.
    private static func spoiled(_ file: SourceFile, _ random: inout SeededGenerator) -> SourceFile {
        let others: [Character: [Character]] = [
            "\u{A0}": [" "], "«": ["\"", "“"], "»": ["\"", "”"], "—": ["-", "–"], ";": [".", ",", ";"],
        ]
        let spoiled = String(decoding: file.bytes, as: UTF8.self).map { character in
            random.once(in: 2) ? others[character].map { random.pick($0) } ?? character : character
        }
        return SourceFile(path: file.path, bytes: Array(String(spoiled).utf8))
    }
}
