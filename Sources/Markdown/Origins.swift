internal import Source

/// Where the nodes of a tree come from: kept beside cmark's tree, found by a node's tag.
struct Origins {
    struct Origin {
        /// The node's first byte in the file.
        var start = 0
        /// Of a leaf block: where its first inline stands.
        var content: Int?
        /// Of a block: the last of its lines in the file, counted from 1.
        var lastLine: Int?
        /// Of a text or a code span: its segments in `segments`.
        var segments = 0..<0
        /// How many bytes its literal had.
        var literalCount = 0
        /// Of a link or an image: where its destination is written.
        var destination: Range<Int>?
        /// Of a link or an image by reference: the label as the definition's key.
        var label: [UInt8]?
    }

    private(set) var list: [Origin] = []
    var segments: [TextMap.Segment] = []

    subscript(node: CNode) -> Origin? {
        let tag = node.tag
        return tag > 0 && tag <= list.count ? list[tag - 1] : nil
    }

    mutating func set(_ origin: Origin, of node: CNode) {
        let tag = node.tag
        if tag > 0, tag <= list.count {
            list[tag - 1] = origin
        } else {
            list.append(origin)
            node.tag = list.count
        }
    }
}

extension MarkdownTree {
    /// Where each byte of a text's or a code span's literal stands in the file; nil for a node that was made later.
    package func map(of node: MarkdownNode) -> TextMap? {
        guard let origin = origins[node.node], !origin.segments.isEmpty else { return nil }
        return TextMap(segments: Array(origins.segments[origin.segments]), count: origin.literalCount)
    }

    /// The bytes of the file that a link's or an image's destination is written with; of one by reference, those of the
    /// definition. Nil for a node that was made later.
    package func destinationRange(of link: MarkdownNode) -> Range<Int>? {
        guard let origin = origins[link.node] else { return nil }
        if let destination = origin.destination { return destination }
        return origin.label.flatMap { definitionIndex[$0] }.map { definitions[$0].destinationRange }
    }
}

extension MarkdownNode {
    /// The lines of a block, counted from the file's first. Of a node without a place, those of the nearest ancestor with one.
    package var lines: ClosedRange<Int> {
        let first = tree.file.line(at: startOffset)
        var node: CNode? = node
        while let current = node {
            if let last = tree.origins[current]?.lastLine { return first...max(first, last) }
            node = current.parent
        }
        return first...first
    }

    /// The offset in the file of the node's first byte: of an item, that of its marker. Of a node without a place (one that was
    /// made later), that of the nearest ancestor with one.
    package var startOffset: Int {
        var node: CNode? = node
        while let current = node {
            if let origin = tree.origins[current] { return origin.start }
            node = current.parent
        }
        return tree.body.lowerBound
    }

    /// Of a leaf block, where its first inline stands in the file.
    package var contentOffset: Int? { tree.origins[node]?.content }
}
