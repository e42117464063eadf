import Legal
import Source
import TestSupport
import Testing

@testable import Review

/// Texts that nobody writes: eight times as much takes each rule about eight times as long.
@Suite(.serialized) struct LinearTimeTests {
    @Test(arguments: [
        "а", "(", "1.", " ", "п. 1.1 ", "«а» ", "данные, ", "CMPAS вправе. ", "№ 152-ФЗ ", "(далее — «А») ",
    ])
    func `each rule takes time in proportion to the text`(piece: String) throws {
        let (small, large) = (try Self.reviewed(piece, bytes: 16_000), try Self.reviewed(piece, bytes: 128_000))
        for rule in Rule.all {
            // A trifle is too short to be timed.
            let expected = max(Self.seconds(rule, small), 0.004)
            #expect(Self.seconds(rule, large) < expected * 24, "\(rule.id) on '\(piece)'")
        }
    }

    private static func seconds(_ rule: Rule, _ text: ReviewedEdition) -> Double {
        (0..<2).map { _ in
            let start = processorSeconds()
            _ = rule.findings(in: text)
            return processorSeconds() - start
        }.min() ?? 0
    }

    private static func reviewed(_ piece: String, bytes: Int) throws -> ReviewedEdition {
        let text = "1. Раздел\n\n1.1. А" + String(repeating: piece, count: bytes / piece.utf8.count) + "\n"
        let settings = try Settings("values: {EMAIL: a@example.org}")
        let (edition, legalText, history) = try settings.edition(SourceFile(path: "1.0.md", bytes: Array(text.utf8)))
        return ReviewedEdition(edition: edition, text: legalText, history: history, context: settings.context([]))
    }
}
