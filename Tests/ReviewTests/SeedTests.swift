import Diagnostics
import Foundation
import Source
import TestSupport
import Testing

@testable import Review

/// The first edition of this repository's own policy, taken as a draft: `seed.txt` names, for each rule that has something to say
/// about it, the lines that it names, counted from the text's first.
@Suite struct SeedTests {
    struct Expectation: CustomTestStringConvertible, Sendable {
        let rule: String
        let lines: [Int]
        var testDescription: String { rule }
    }

    @Test(arguments: expectations())
    func `a rule names its lines of the first edition and no others`(expected: Expectation) throws {
        let rule = try #require(Rule.named(expected.rule), "no rule '\(expected.rule)'")
        let found = try Self.seed().diagnostics(by: [rule])
        #expect(Array(Set(found.compactMap(\.location.line))).sorted() == expected.lines, "\(found)")
    }

    private static func expectations() -> [Expectation] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "seed.txt")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return Expectation(rule: String(words[0]), lines: words.dropFirst().compactMap { Int($0) })
        }
    }

    private static func seed() throws -> RuleCase {
        let url = Repository.root.appending(path: "content/legal/privacy/2.0.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let body = try #require(text.components(separatedBy: "\n---\n\n").last)
        return RuleCase(
            url: url, settings: try Settings(settings), file: SourceFile(path: "2.0.md", bytes: Array(body.utf8)),
            expected: "")
    }

    private static let settings = """
        documents:
          dpa: Соглашение об обработке данных
          ads-consent: Согласие на получение рекламных сообщений
        values:
          EMAIL: consent@cmpas.ru
          SITE: cmpas.ru
          INN: "505003226577"
          OGRNIP: "324774600361792"
        """
}
