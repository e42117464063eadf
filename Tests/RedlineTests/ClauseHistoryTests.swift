import Redline
import Source
import Testing

struct ClauseHistoryTests {
    private func fates(of label: String, _ texts: String...) throws -> [Set<ChangedProvision.Fate>] {
        let compared = texts.map { ComparedText(SourceFile(path: "1.0.md", bytes: Array($0.utf8))) }
        let history = try #require(EditionChain(compared).history(of: label, in: texts.count - 1))
        return history.stations.map(\.fates)
    }

    @Test func `a reference that follows a new number is no change of its clause`() throws {
        let old = "1. Права\n\n1.1. Споры решаются, как сказано в п. 2.1.\n\n2. Споры\n\n2.1. Споры решает суд.\n"
        let new =
            "1. Права\n\n1.1. Споры решаются, как сказано в п. 3.1.\n\n2. Срок\n\n2.1. Один год.\n\n3. Споры\n\n3.1. Споры решает суд.\n"
        #expect(try fates(of: "1.1", old, new) == [[], []])
        #expect(try fates(of: "3.1", old, new) == [[], [.renumbered]])
        let other = new.replacing("Споры решаются, как", with: "Разногласия решаются, как")
        #expect(try fates(of: "1.1", old, other) == [[], [.modified]])
    }
}
