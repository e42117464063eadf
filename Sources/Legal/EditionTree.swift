internal import HTML
internal import Markdown
internal import Source

/// The Markdown tree of an edition while it is being edited: it still knows where every byte of text came from after nodes
/// were split.
struct EditionTree {
    let tree: MarkdownTree
    /// For a text node that was cut off another: where in the file's text it came from.
    private var origins: [MarkdownNode: (map: TextMap, base: Int)] = [:]

    init(_ tree: MarkdownTree) {
        self.tree = tree
    }

    var file: SourceFile { tree.file }

    // MARK: Places

    /// Where in the file a byte of a text node stands.
    func offset(of node: MarkdownNode, at index: Int = 0) -> Int {
        if let (map, base) = origin(of: node) { return map.offset(at: base + index) }
        return node.startOffset
    }

    /// Where in the file a block begins: its first text, or cmark's word for it.
    func offset(ofStart block: MarkdownNode) -> Int {
        block.descendants.first { $0.kind == .text }.map { offset(of: $0) } ?? block.startOffset
    }

    /// Whether a part of a text node stands in the file as it is, not as escapes or entities.
    func isVerbatim(_ node: MarkdownNode, _ range: Range<Int>) -> Bool {
        guard let (map, base) = origin(of: node) else { return false }
        return map.isVerbatim(range.lowerBound + base..<range.upperBound + base)
    }

    /// Where the bytes of a text node came from: they begin at `base` of the map.
    func origin(of node: MarkdownNode) -> (map: TextMap, base: Int)? {
        origins[node] ?? tree.map(of: node).map { ($0, 0) }
    }

    // MARK: Editing

    /// Cuts a text node in two before the byte at `index` and gives the second part; nil where there is nothing to cut.
    mutating func split(_ node: MarkdownNode, at index: Int) -> MarkdownNode? {
        let parts = split(node, at: [index])
        return parts.count == 2 ? parts[1] : nil
    }

    /// Cuts a text node before each of some bytes, in ascending order, and gives the parts; the first of them is the node.
    /// Linear in its text, which cuts one after the other are not.
    mutating func split(_ node: MarkdownNode, at indices: [Int]) -> [MarkdownNode] {
        let literal = node.literal
        let cuts = indices.filter { $0 > 0 && $0 < literal.count }
        guard let first = cuts.first else { return [node] }
        let origin = origin(of: node)
        var parts = [node]
        for (start, end) in zip(cuts, cuts.dropFirst() + [literal.count]) where start < end {
            let part = tree.makeText(literal[start..<end])
            if let (map, base) = origin { origins[part] = (map, base + start) }
            part.insert(after: parts[parts.count - 1])
            parts.append(part)
        }
        if let origin { origins[node] = origin }
        node.literal = Array(literal[..<first])
        return parts
    }

    /// Puts the first `count` bytes of a block's text into an element of their own.
    mutating func wrapStart(of leaf: MarkdownNode, count: Int, in wrapper: MarkdownNode) {
        guard let text = leaf.descendants.first(where: { $0.kind == .text }), text.literal.count >= count else {
            return
        }
        _ = split(text, at: count)
        wrapper.insert(before: text)
        wrapper.append(text)
    }

    /// Takes the `•` and the white space after it from the beginning of a block's text.
    mutating func removeBullet(of leaf: MarkdownNode) {
        guard let text = leaf.descendants.first(where: { $0.kind == .text }) else { return }
        let bullet = "•".utf8
        let count = bullet.count + text.literal.dropFirst(bullet.count).prefix { $0 == UInt8(ascii: " ") }.count
        if split(text, at: count) != nil { text.unlink() }
    }

    /// A new inline element.
    func inlineElement(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) -> MarkdownNode {
        tree.makeCustomInline(enter: Element.startTag(name, attributes), exit: Element.endTag(name))
    }

    /// A new block element.
    func blockElement(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) -> MarkdownNode {
        tree.makeCustomBlock(enter: Element.startTag(name, attributes), exit: Element.endTag(name))
    }

    // MARK: Lines

    /// The inlines of a paragraph, apart at its line breaks.
    func lines(of leaf: MarkdownNode) -> [[MarkdownNode]] {
        var lines: [[MarkdownNode]] = [[]]
        for node in leaf.children {
            switch node.kind {
            case .softBreak, .lineBreak: lines.append([])
            default: lines[lines.count - 1].append(node)
            }
        }
        return lines
    }

    /// A new paragraph of some lines with the breaks between them; the nodes leave their old one.
    func paragraph(of lines: some Collection<[MarkdownNode]>) -> MarkdownNode {
        let paragraph = tree.makeParagraph()
        for (index, line) in lines.enumerated() {
            if index > 0, let lineBreak = line.first?.previous { paragraph.append(lineBreak) }
            for node in line { paragraph.append(node) }
        }
        return paragraph
    }

    /// Every block that holds inlines, in document order.
    var leaves: [MarkdownNode] {
        tree.root.descendants.filter(\.kind.isLeafBlock)
    }
}

extension MarkdownNode.Kind {
    /// The level of a heading, 1 to 6; nil for everything else.
    var headingLevel: Int? {
        if case .heading(let level) = self { level } else { nil }
    }
}

extension Sequence<MarkdownNode> {
    /// What the nodes say, one after the other.
    var plainText: [UInt8] {
        reduce(into: []) { $0 += $1.plainText }
    }
}
