/// Where each byte of a text's or a code span's literal stands in the file.
///
/// It tells of the literal as it was parsed: read it before the literal is changed.
package struct TextMap: Sendable {
    /// Some bytes of a literal and the bytes of the file they are written with.
    struct Segment: Sendable {
        /// The first byte in the literal; the segment ends where the next begins.
        var literal: Int
        var source: Range<Int>
        /// Whether the file's bytes are the literal's; else it is an escape, an entity, a line break in code, or unknown.
        var isVerbatim: Bool
    }

    let segments: [Segment]
    /// The number of bytes that are mapped.
    package let count: Int

    /// Where the byte at `index` stands: of an escape, its backslash; of an entity, its `&`. The end where `index` is the count.
    package func offset(at index: Int) -> Int {
        guard let segment = segment(at: index) else { return 0 }
        let distance = segment.isVerbatim ? max(0, index - segment.literal) : index >= count ? segment.source.count : 0
        return min(segment.source.lowerBound + distance, segment.source.upperBound)
    }

    /// Whether the file's bytes there are exactly the literal's: no backslash escape, entity or line break between.
    package func isVerbatim(_ range: Range<Int>) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= count else { return false }
        if range.isEmpty { return true }
        guard let first = segment(at: range.lowerBound), first.isVerbatim else { return false }
        return range.upperBound - first.literal <= first.source.count
    }

    /// The bytes of the file that the literal's bytes `range` are written with.
    package func sourceRange(of range: Range<Int>) -> Range<Int> {
        let start = offset(at: range.lowerBound)
        guard !range.isEmpty, let last = segment(at: range.upperBound - 1) else { return start..<start }
        let end = last.isVerbatim ? offset(at: range.upperBound - 1) + 1 : last.source.upperBound
        return start..<max(start, end)
    }

    /// The segment that holds the byte at `index`; the last one past the end. Logarithmic.
    private func segment(at index: Int) -> Segment? {
        var (low, high) = (0, segments.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].literal <= index { low = middle } else { high = middle }
        }
        return low < segments.count ? segments[low] : nil
    }
}
