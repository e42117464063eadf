/// The text of a leaf block as cmark's inline parser sees it, without the prefixes of the containers around it, and where each
/// of its bytes stands in the file. Lines end with a line feed.
struct BlockContent {
    /// A run of bytes that follow one another in the file too.
    private struct Piece {
        var start: Int
        var source: Int
        /// How many of the file's bytes it stands for; where it is no copy, these are not its own bytes.
        var sourceCount: Int
        var isCopy: Bool
    }

    private(set) var bytes: [UInt8] = []
    /// Where the content begins: behind link definitions at its head.
    private(set) var start = 0
    private(set) var end = 0
    private var pieces: [Piece] = []

    /// Appends the file's bytes `range`. Zeros are U+FFFD, as in cmark.
    mutating func append(_ range: Range<Int>, of file: [UInt8], mayHoldZeros: Bool) {
        guard mayHoldZeros else {
            appendCopy(range, of: file)
            return
        }
        var first = range.lowerBound
        for offset in range where file[offset] == 0 {
            appendCopy(first..<offset, of: file)
            append(Array("\u{FFFD}".utf8), for: offset..<offset + 1)
            first = offset + 1
        }
        appendCopy(first..<range.upperBound, of: file)
    }

    private mutating func appendCopy(_ range: Range<Int>, of file: [UInt8]) {
        guard !range.isEmpty else { return }
        pieces.append(Piece(start: bytes.count, source: range.lowerBound, sourceCount: range.count, isCopy: true))
        bytes.append(contentsOf: file[range])
        end = bytes.count
    }

    /// Appends bytes that stand for others in the file.
    mutating func append(_ replacement: [UInt8], for source: Range<Int>) {
        pieces.append(
            Piece(start: bytes.count, source: source.lowerBound, sourceCount: source.count, isCopy: false))
        bytes += replacement
        end = bytes.count
    }

    /// Appends a part of other content.
    mutating func append(_ range: Range<Int>, of other: BlockContent) {
        other.forEachRun(of: range) { run, source, isCopy in
            pieces.append(
                Piece(start: bytes.count, source: source.lowerBound, sourceCount: source.count, isCopy: isCopy))
            bytes.append(contentsOf: other.bytes[run])
        }
        end = bytes.count
    }

    /// Sets the part that is left to the inline parser.
    mutating func trim(start: Int) { self.start = min(max(start, self.start), end) }

    /// Takes white space off the end, as cmark does before it parses inlines.
    mutating func trimEnd() {
        while end > start, bytes[end - 1].isSpace { end -= 1 }
    }

    /// Where the byte at `index` stands in the file, and whether it is the file's own byte.
    func source(of index: Int) -> (offset: Int, isCopy: Bool) {
        let piece = piece(at: index)
        guard piece < pieces.count else { return (0, false) }
        let found = pieces[piece]
        return found.isCopy
            ? (found.source + min(max(0, index - found.start), found.sourceCount), true) : (found.source, false)
    }

    /// The bytes of the file that `range` stands for.
    func sourceRange(of range: Range<Int>) -> Range<Int> {
        let start = source(of: range.lowerBound).offset
        guard !range.isEmpty else { return start..<start }
        let last = source(of: range.upperBound - 1)
        let end = last.isCopy ? last.offset + 1 : last.offset + pieces[piece(at: range.upperBound - 1)].sourceCount
        return start..<max(start, end)
    }

    /// Splits `range` at the borders of what follows one another in the file.
    func forEachRun(of range: Range<Int>, _ body: (_ run: Range<Int>, _ source: Range<Int>, _ isCopy: Bool) -> Void) {
        var index = range.lowerBound
        var piece = piece(at: index)
        while index < range.upperBound, piece < pieces.count {
            let found = pieces[piece]
            let next = piece + 1 < pieces.count ? pieces[piece + 1].start : bytes.count
            let runEnd = min(next, range.upperBound)
            if found.isCopy {
                let source = found.source + index - found.start
                body(index..<runEnd, source..<source + runEnd - index, true)
            } else {
                body(index..<runEnd, found.source..<found.source + found.sourceCount, false)
            }
            index = runEnd
            piece += 1
        }
    }

    private func piece(at index: Int) -> Int {
        var (low, high) = (0, pieces.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].start <= index { low = middle } else { high = middle }
        }
        return low
    }
}
