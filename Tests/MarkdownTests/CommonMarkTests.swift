import Markdown
import Testing

/// CommonMark 0.30's own examples.
struct CommonMarkTests {
    @Test func `the specification has 652 examples`() {
        #expect(Corpus.commonMark.count == 652, "run Tests/fetch-corpora")
    }

    @Test(arguments: Corpus.commonMark)
    func `an example of the specification is rendered as it says`(example: Corpus.Example) {
        let tree = MarkdownTree(example.markdown, mode: .commonMark)
        #expect(String(decoding: tree.htmlWithRawHTML, as: UTF8.self) == example.html)
    }

    @Test(arguments: Corpus.commonMark)
    func `every text of an example is found in its source`(example: Corpus.Example) {
        PositionProperties(tree: MarkdownTree(example.markdown, mode: .commonMark)).check()
    }
}
