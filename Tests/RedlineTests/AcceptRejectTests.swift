import Foundation
import TestSupport
import Testing

/// Promise 7: accepting gives the new text, rejecting the old one, token for token; the HTML is always well nested.
struct AcceptRejectTests {
    @Test(arguments: Pairs.all)
    func `a redline of a pair gives back both texts`(pair: Pairs.Case) throws {
        try check(String(contentsOf: pair.old, encoding: .utf8), String(contentsOf: pair.new, encoding: .utf8))
    }

    @Test(arguments: Case.all)
    func `a redline of a hard case gives back both texts`(file: Case) {
        check(file.sections["old"] ?? "", file.sections["new"] ?? "")
    }

    @Test func `a redline of any two texts gives back both`() {
        var random = SeededGenerator(seed: SeededGenerator.seed)
        for _ in 0..<1000 {
            let old = RandomText.blocks(&random)
            let new = random.once(in: 8) ? RandomText.blocks(&random) : RandomText.edited(old, &random)
            check(old.joined(separator: "\n\n"), new.joined(separator: "\n\n"))
        }
    }

    @Test func `the words of a text are all in its redline, in order`() {
        var random = SeededGenerator(seed: SeededGenerator.seed)
        for _ in 0..<100 {
            let old = RandomText.blocks(&random, naughty: false)
            let new = RandomText.edited(old, &random, naughty: false)
            let pair = RedlinePair(old.joined(separator: "\n\n"), new.joined(separator: "\n\n"))
            #expect(words(pair.tokens(.old)) == words(Self.tokens(old)))
            #expect(words(pair.tokens(.new)) == words(Self.tokens(new)))
        }
    }

    private static func tokens(_ blocks: [String]) -> [String] {
        blocks.joined(separator: " ").split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private func words(_ tokens: [String]) -> [String] { tokens.filter { $0.contains { $0.isLetter || $0.isNumber } } }

    private func check(_ old: String, _ new: String) {
        let pair = RedlinePair(old, new)
        // A text beside itself is shown whole and unpainted.
        #expect(pair.tokens(.old) == RedlinePair(old, old).tokens(.old), "old:\n\(old)\nnew:\n\(new)")
        #expect(pair.tokens(.new) == RedlinePair(new, new).tokens(.new), "old:\n\(old)\nnew:\n\(new)")
        #expect(RedlineReader(pair.html).faults == [])
        // Nor does what a page folds or shows twice change what it says.
        let columns = RedlineReader(pair.columns)
        #expect(columns.tokens(.old) == pair.tokens(.old), "old:\n\(old)\nnew:\n\(new)")
        #expect(columns.tokens(.new) == pair.tokens(.new), "old:\n\(old)\nnew:\n\(new)")
        #expect(columns.faults == [])
    }
}

/// The pairs of texts whose true changes are known by construction.
enum Pairs {
    struct Case: Sendable, CustomTestStringConvertible {
        let folder: URL
        var old: URL { folder.appending(path: "old.md") }
        var new: URL { folder.appending(path: "new.md") }
        var testDescription: String { folder.lastPathComponent }
    }

    static let folder = Repository.root.appending(path: "Tests/RedlineTests/Pairs")

    static let all = ["designed", "random"].flatMap { set in
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: set).path)) ?? []).sorted()
            .map { Case(folder: folder.appending(path: set).appending(path: $0)) }
    }
}
