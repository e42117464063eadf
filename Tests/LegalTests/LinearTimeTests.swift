import Diagnostics
import Source
import TestSupport
import Testing

@testable import Legal

/// Texts that nobody writes, of which twice as much takes about twice as long.
@Suite(.serialized) struct LinearTimeTests {
    private static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
        ("bullets", { repeated($0, "• a", "\n") }),
        ("typed items", { repeated($0, "а) б", "\n") }),
        ("references in a line", { "1. T\n\n1.1. " + repeated($0, "п. 1.1", " ") }),
        ("unknown references in a line", { "1. T\n\n1.1. " + repeated($0, "п. 9.1", " ") }),
        ("one reference of many provisions", { "1. T\n\n1.1. п. 1" + repeated($0, " п. 1.1", "") }),
        ("no-break spaces", { "А " + repeated($0, "№ 5", " ") }),
        ("placeholders", { "А " + repeated($0, "{{A}}", " ") }),
        ("placeholders in an address", { "[a](<https://example.org/" + repeated($0, "{{A}}", "") + ">)" }),
        ("brackets", { repeated($0, "(", "") }),
        ("links", { "А " + repeated($0, "[a](#9)", " ") }),
        (
            "same clauses",
            { count in (1...count).map { "1.\($0 / 900 + 1).\($0 % 900 + 1). A" }.joined(separator: "\n\n") }
        ),
        (
            "unknown references",
            { count in (1...count).map { "1.\($0 / 900 + 1).\($0 % 900 + 1). п. 2.1" }.joined(separator: "\n\n") }
        ),
        ("terms", { repeated($0, "(далее — «А»)", " ") }),
    ]

    @Test(arguments: shapes.map(\.name))
    func `time grows with the text and not with its square`(name: String) throws {
        let text = try #require(Self.shapes.first { $0.name == name }).text
        func time(_ count: Int) throws -> Double {
            let file = SourceFile(path: "a.md", bytes: Array((text(count) + "\n").utf8))
            let start = processorSeconds()
            _ = try file.render(values: ["A": "x"])
            return processorSeconds() - start
        }
        let small = try max(time(250), time(250))
        let large = try min(time(2_000), time(2_000))
        // Eight times the text: 8 where it is linear, 64 where it is not.
        #expect(large < small * 28, "\(small) and \(large)")
    }

    private static func repeated(_ count: Int, _ text: String, _ separator: String) -> String {
        Array(repeating: text, count: count).joined(separator: separator)
    }
}
