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

    /// Whether a range can be put into an element: no markup begins or ends inside it.
    func canWrap(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, let first = piece(at: range.lowerBound), let last = piece(at: range.upperBound - 1) else {
            return false
        }
        return first.isText && last.isText && first.node.parent == last.node.parent
    }

    /// Puts ranges of the text, in ascending order, each into an element of its own: those that `canWrap` allows.
    mutating func wrap(_ ranges: [(range: Range<Int>, wrapper: MarkdownNode)], _ tree: inout EditionTree) {
        cut(at: ranges.flatMap { [$0.range.lowerBound, $0.range.upperBound] }, &tree)
        for (range, wrapper) in ranges {
            guard let first = piece(at: range.lowerBound)?.node, let last = piece(at: range.upperBound - 1)?.node else {
                continue
            }
            wrapper.insert(before: first)
            var node: MarkdownNode? = first
            while let current = node {
                node = current == last ? nil : current.next
                wrapper.append(current)
            }
        }
    }

    /// Cuts the texts at some offsets in ascending order, so that a piece begins at each.
    private mutating func cut(at offsets: [Int], _ tree: inout EditionTree) {
        var cut: [Piece] = []
        var offsets = offsets[...]
        for piece in pieces {
            let end = piece.start + piece.count
            let inside = offsets.prefix { $0 < end }
            offsets = offsets.dropFirst(inside.count)
            let cuts = piece.isText ? inside.map { $0 - piece.start } : []
            if cuts.isEmpty {
                cut.append(piece)
                continue
            }
            var start = piece.start
            for node in tree.split(piece.node, at: cuts) {
                let count = node.literal.count
                cut.append(Piece(node: node, start: start, count: count, isText: true, isLinked: piece.isLinked))
                start += count
            }
        }
        pieces = cut
    }
}
