import Markdown
import Source
import Testing

/// Reading and changing the tree.
struct TreeTests {
    @Test func `nodes tell what they are`() throws {
        let tree = MarkdownTree("## Раздел\n\n3) один\n4) два\n\n> ![п](a.png \"т\")\n")
        let kinds = tree.root.children.map(\.kind)
        #expect(kinds == [.heading(level: 2), .list(ordered: true), .blockQuote])
        let list = try #require(tree.root.firstChild?.next)
        #expect(list.listStart == 3 && list.listDelimiter == .parenthesis && list.isTight)
        #expect(list.lines == 3...5)
        #expect(list.firstChild?.next?.startOffset == Array("## Раздел\n\n3) один\n".utf8).count)
        let image = try #require(tree.root.descendants.first { $0.kind == .image })
        #expect(
            image.destination == Array("a.png".utf8) && image.title == Array("т".utf8)
                && image.plainText == Array("п".utf8))
        #expect(tree.destinationRange(of: image).map { Array(tree.file.bytes[$0]) } == image.destination)
    }

    @Test func `lines and offsets count front matter`() throws {
        let text = Array("---\nversion: 2\n---\nТекст {{ИМЯ}}.\n".utf8)
        let tree = MarkdownTree(SourceFile(path: "a.md", bytes: text), body: 19..<text.count)
        let paragraph = try #require(tree.root.firstChild)
        #expect(paragraph.lines == 4...4 && paragraph.startOffset == 19 && paragraph.contentOffset == 19)
        let node = try #require(paragraph.firstChild)
        let map = try #require(tree.map(of: node))
        let start = try #require(node.literal.firstIndex(of: UInt8(ascii: "{")))
        let placeholder = start..<start + "{{ИМЯ}}".utf8.count
        #expect(map.isVerbatim(placeholder))
        #expect(Array(text[map.sourceRange(of: placeholder)]) == Array("{{ИМЯ}}".utf8))
    }

    @Test func `a text is replaced with parts and custom nodes`() throws {
        let tree = MarkdownTree("а *б* в")
        let text = try #require(tree.root.firstChild?.firstChild)
        let mark = tree.makeCustomInline(enter: Array("<mark>".utf8), exit: Array("</mark>".utf8))
        mark.append(tree.makeText("<&".utf8))
        text.replace(with: [tree.makeText("я ".utf8), mark, tree.makeText(" ".utf8)])
        #expect(tree.htmlText == "<p>я <mark>&lt;&amp;</mark> <em>б</em> в</p>\n")
        #expect(tree.map(of: mark) == nil)
    }

    @Test func `blocks are put into a custom block`() throws {
        let tree = MarkdownTree("а\n\nб\n\nв")
        let blocks = Array(tree.root.children)
        let section = tree.makeCustomBlock(enter: Array("<section>".utf8), exit: Array("</section>".utf8))
        section.insert(before: blocks[1])
        for block in blocks[1...] { section.append(block) }
        #expect(tree.htmlText == "<p>а</p>\n<section>\n<p>б</p>\n<p>в</p>\n</section>\n")
    }

    @Test func `what the grammar of nodes forbids changes nothing`() throws {
        let tree = MarkdownTree("> а")
        let quote = try #require(tree.root.firstChild)
        let paragraph = try #require(quote.firstChild)
        #expect(!paragraph.append(quote))
        #expect(!paragraph.insert(before: paragraph))
        #expect(!quote.append(tree.root))
        #expect(!paragraph.append(tree.makeParagraph()))
        #expect(tree.htmlText == "<blockquote>\n<p>а</p>\n</blockquote>\n")
    }

    @Test func `a node outlives the variable of its tree`() throws {
        var tree: MarkdownTree? = MarkdownTree("# а\n\nб")
        let heading = try #require(tree?.root.firstChild)
        tree = nil
        #expect(heading.next?.plainText == Array("б".utf8))
        heading.unlink()
        #expect(heading.plainText == Array("а".utf8))
    }

    @Test func `as written, nothing is taken out`() {
        let text = "<!-- a --> [x](javascript:y)\n\n[x <!-- b -->](javascript:y)"
        let tree = MarkdownTree(text, mode: .asWritten)
        #expect(tree.root.descendants.contains { $0.kind == .htmlInline })
        #expect(tree.root.descendants.contains { $0.destination == Array("javascript:y".utf8) })
        #expect(!tree.htmlText.contains("javascript"))
        #expect(!MarkdownTree(text).root.descendants.contains { $0.destination == Array("javascript:y".utf8) })
    }

    @Test func `the tree knows its link definitions`() {
        let tree = MarkdownTree("[а] [а]: б\n\n[а]: /u 'т'\n[Б]: <x y>\n[б]: z")
        #expect(tree.definitions.map(\.isUsed) == [true, false, false])
        #expect(tree.definitions.map(\.isRepeated) == [false, false, true])
        #expect(
            tree.definitions.map { String(decoding: tree.file.bytes[$0.range], as: UTF8.self) } == [
                "[а]: /u 'т'", "[Б]: <x y>", "[б]: z",
            ])
    }
}
