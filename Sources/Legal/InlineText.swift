internal import Markdown

/// The text of one block across its inline nodes, so that a word is found whatever markup is in it, with the way back to the
/// nodes.
struct InlineText {
    struct Piece {
        let node: MarkdownNode
        /// Where its text begins in `bytes`.
        let start: Int
        let count: Int
        /// Whether the piece is text; else it stands for a break or for what is not searched: code, an image.
        let isText: Bool
        /// Whether the text is inside a link of the author's.
        let isLinked: Bool
    }

    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [Piece] = []

    init(of leaf: MarkdownNode) {
        var linked: Set<MarkdownNode> = []
        for node in leaf.descendants {
            let isLinked = node.parent.map { linked.contains($0) || $0.kind == .link } ?? false
            if isLinked { linked.insert(node) }
            switch node.kind {
            case .text: add(node.literal, node, isText: true, isLinked)
            case .softBreak, .lineBreak: add([UInt8(ascii: "\n")], node, isText: false, isLinked)
            case .code, .image, .htmlInline: add(Array("\u{FFFC}".utf8), node, isText: false, isLinked)
            default: break
            }
        }
    }

    private mutating func add(_ text: [UInt8], _ node: MarkdownNode, isText: Bool, _ isLinked: Bool) {
        pieces.append(Piece(node: node, start: bytes.count, count: text.count, isText: isText, isLinked: isLinked))
        bytes += text
    }

    /// The piece that holds the byte at `offset`. Logarithmic.
    func piece(at offset: Int) -> Piece? {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].start + pieces[middle].count <= offset { low = middle + 1 } else { high = middle }
        }
        return low < pieces.count ? pieces[low] : nil
    }

    /// Whether every byte of the range is text that no link of the author's holds.
    func isPlain(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard let piece = piece(at: offset), piece.isText || bytes[offset] == UInt8(ascii: "\n"), !piece.isLinked
            else { return false }
            offset = piece.start + piece.count
        }
        return true
    }

    /// Where in the file the byte at `offset` stands.
    func sourceOffset(at offset: Int, in tree: EditionTree) -> Int? {
        piece(at: offset).map { tree.offset(of: $0.node, at: offset - $0.start) }
    }

    /// Puts a range of the text into a new element. False, and nothing changes, where markup begins or ends inside the range.
    ///
    /// The ranges before it keep their places: wrap from the last to the first.
    func wrap(_ range: Range<Int>, in wrapper: MarkdownNode, _ tree: inout EditionTree) -> Bool {
        guard !range.isEmpty, let first = piece(at: range.lowerBound), let last = piece(at: range.upperBound - 1),
            first.node.parent == last.node.parent, first.isText, last.isText
        else { return false }
        let end = range.upperBound - last.start
        if end < last.count { _ = tree.split(last.node, at: end) }
        var start = first.node
        var stop = last.node
        if range.lowerBound > first.start, let second = tree.split(first.node, at: range.lowerBound - first.start) {
            if stop == start { stop = second }
            start = second
        }
        wrapper.insert(before: start)
        var node: MarkdownNode? = start
        while let current = node {
            node = current == stop ? nil : current.next
            wrapper.append(current)
        }
        return true
    }
}
