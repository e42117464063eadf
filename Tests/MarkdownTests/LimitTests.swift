import Diagnostics
import Markdown
import Source
import Testing

/// What is too large, too deep or too complex, and what is not yet.
struct LimitTests {
    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test func `a text of more than 8 MiB is not read`() {
        let largest = MarkdownTree(Array(repeating: UInt8(ascii: "a"), count: 8 << 20))
        #expect(largest.diagnostics.isEmpty)
        #expect(largest.html().count > 8 << 20)
        let tooLarge = MarkdownTree(Array(repeating: UInt8(ascii: "a"), count: 8 << 20 | 1))
        #expect(tooLarge.diagnostics.map(\.rule) == ["file-too-large"])
        #expect(tooLarge.html().isEmpty)
    }

    @Test func `a hundred levels are read and more are not`() {
        #expect(MarkdownTree(repeated("> ", 100) + "a").diagnostics.isEmpty)
        #expect(MarkdownTree(repeated("- ", 100) + "a").diagnostics.isEmpty)
        for text in [
            repeated("> ", 101) + "a", repeated("- ", 101) + "a", repeated("*a **a ", 60) + repeated("b** b*", 60),
        ] {
            let tree = MarkdownTree(text)
            #expect(tree.diagnostics.map(\.rule) == ["nesting-too-deep"])
            #expect(tree.root.firstChild == nil)
        }
    }

    @Test func `a list that is nested line by line is not too deep until it is`() {
        func list(_ levels: Int) -> String { (0..<levels).map { repeated("  ", $0) + "- a\n" }.joined() }
        #expect(MarkdownTree(list(95)).diagnostics.isEmpty)
        #expect(MarkdownTree("\n" + list(120)).diagnostics.map(\.rule) == ["nesting-too-deep"])
        #expect(MarkdownTree("\n" + list(1200)).diagnostics.map(\.rule) == ["nesting-too-deep"])
    }

    @Test func `what cmark is quadratic on is refused`() {
        #expect(MarkdownTree("a" + repeated("![[]()", 100_000)).diagnostics.map(\.rule) == ["too-complex"])
        #expect(MarkdownTree(repeated("[", 400_000)).diagnostics.isEmpty)
        #expect(MarkdownTree(repeated("[", 400_001)).diagnostics.map(\.rule) == ["too-complex"])
    }

    @Test func `a large document of ordinary prose is read`() {
        let clause =
            "1.1. Оператор — [сервис](https://example.org/) *обрабатывает* данные `по поручению`: имя, почту и телефон.\n\n"
        let tree = MarkdownTree(repeated(clause, 2_000))
        #expect(tree.diagnostics.isEmpty)
        #expect(tree.root.lastChild != nil)
    }
}
