/// Writes the segments of one literal, which come in order.
struct SegmentWriter {
    let content: BlockContent
    let literalCount: Int
    private let first: Int

    init(content: BlockContent, literalCount: Int, origins: Origins) {
        self.content = content
        self.literalCount = literalCount
        first = origins.segments.count
    }

    /// The literal's bytes from `index` are the content's bytes `range`.
    func copy(_ index: Int, from range: Range<Int>, _ origins: inout Origins) {
        content.forEachRun(of: range) { run, source, isCopy in
            let literal = index + run.lowerBound - range.lowerBound
            let last = origins.segments.count - 1
            if isCopy, last >= first, origins.segments[last].isVerbatim,
                origins.segments[last].source.upperBound == source.lowerBound
            {
                origins.segments[last].source = origins.segments[last].source.lowerBound..<source.upperBound
            } else {
                origins.segments.append(TextMap.Segment(literal: literal, source: source, isVerbatim: isCopy))
            }
        }
    }

    /// The literal's bytes from `index` are written with the content's bytes `range`, which are others.
    func replace(_ index: Int, by range: Range<Int>, _ origins: inout Origins) {
        origins.segments.append(
            TextMap.Segment(literal: index, source: content.sourceRange(of: range), isVerbatim: false))
    }

    /// Nothing is known of the literal but that it belongs to the block at `offset`.
    func lose(_ offset: Int, _ origins: inout Origins) {
        origins.segments.removeSubrange(first...)
        origins.segments.append(TextMap.Segment(literal: 0, source: offset..<offset, isVerbatim: false))
    }

    func range(in origins: Origins) -> Range<Int> { first..<origins.segments.count }
}
