import JSON
import Testing

@testable import Diagnostics

@Suite struct DiagnosticTests {
    @Test func `diagnostics come in the order of files, lines, columns and rules, each once`() {
        func found(_ path: String, _ line: Int?, _ column: Int?, _ rule: String = "r", _ message: String = "m")
            -> Diagnostic
        {
            Diagnostic(.error, rule, at: Location(path: path, line: line, column: column), message)
        }
        let sorted = [
            found("a.md", nil, nil), found("a.md", 1, 1), found("a.md", 1, 1, "s"), found("a.md", 1, 1, "s", "n"),
            found("a.md", 1, 2), found("a.md", 2, 1), found("a.md", 10, 1), found("a/b.md", 1, 1), found("б.md", 1, 1),
        ]
        for seed in 1...20 {
            var random = SeededGenerator(seed: UInt64(seed))
            #expect((sorted + sorted).shuffled(using: &random).inOrder() == sorted, "seed \(seed)")
        }
    }

    @Test func `severities are ordered, and only an error is one`() {
        #expect(Severity.allCases.sorted() == Severity.allCases)
        let location = Location(path: "a")
        #expect(
            ![Diagnostic(.note, "r", at: location, "m"), Diagnostic(.warning, "r", at: location, "m")].containsError)
        #expect([Diagnostic(.error, "r", at: location, "m")].containsError)
    }

    @Test func `JSON has every part, and null for what is not there`() {
        let whole = Diagnostic(.warning, "r", at: Location(path: "a.md", line: 3, column: 4), "m", hint: "h")
        #expect(
            String(decoding: whole.json.bytes(), as: UTF8.self)
                == #"{"severity":"warning","rule":"r","path":"a.md","line":3,"column":4,"message":"m","hint":"h"}"#)
        #expect(
            String(decoding: Diagnostic(.note, "r", at: Location(path: "a"), "m").json.bytes(), as: UTF8.self)
                == #"{"severity":"note","rule":"r","path":"a","line":null,"column":null,"message":"m","hint":null}"#)
    }
}

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("EMIAL", "EMAIL"), ("titel", "title"), ("Title", "title"), ("publishd", "published"), ("вресия", "версия"),
        ("5.22", "5.2"), ("titlee", "title"),
    ])
    func `a near name is suggested`(name: String, meant: String) {
        let candidates = ["EMAIL", "title", "published", "версия", "5.2", "something-else"]
        #expect(nearest(to: name, in: candidates) == meant)
        #expect(suggestion(for: name, in: candidates) == "did you mean '\(meant)'?")
    }

    @Test(arguments: ["", "zzz", "tttle-x-y-z", String(repeating: "title", count: 20)])
    func `where nothing is near nothing is suggested`(name: String) {
        #expect(nearest(to: name, in: ["title", "published"]) == nil)
    }

    @Test func `of equally near names the first by alphabet is suggested, whatever their order`() {
        #expect(nearest(to: "5.3", in: ["5.2", "5.1", "5.4"]) == "5.1")
        #expect(nearest(to: "5.3", in: ["5.4", "5.1", "5.2"]) == "5.1")
    }

    @Test func `the distance is symmetric, and two letters that changed places are one step`() {
        #expect(nearest(to: "abc", in: ["acb"]) == "acb")
        #expect(nearest(to: "acb", in: ["abc"]) == "abc")
        #expect(nearest(to: "abc", in: ["cba"]) == nil)
        #expect(nearest(to: "ab", in: []) == nil)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
