package import Diagnostics

/// A file's bytes with the places of its lines: what every diagnostic's position is counted from.
///
/// Lines end at a line feed, a carriage return, or both together, as CommonMark has it.
package struct SourceFile: Sendable {
    /// Relative to the project's folder.
    package let path: String
    package let bytes: [UInt8]
    /// The offset at which each line begins.
    package let lineStarts: [Int]
    /// How many scalars begin before each multiple of `stride`: a column is not counted from the start of a long line.
    private let scalarCounts: [Int]
    private static let stride = 1024
    /// Where its bytes really stand, of a file that was taken out of another.
    private let origin: (@Sendable (Range<Int>) -> Location)?

    /// - Parameter origin: of bytes that were taken out of another file: the place there of a range of them.
    package init(path: String, bytes: [UInt8], origin: (@Sendable (Range<Int>) -> Location)? = nil) {
        self.path = path
        self.bytes = bytes
        self.origin = origin
        lineStarts = Self.lineStarts(of: bytes)
        scalarCounts = Self.scalarCounts(of: bytes)
    }

    private static func scalarCounts(of bytes: [UInt8]) -> [Int] {
        var counts = [0]
        var start = 0
        while start + stride <= bytes.count {
            counts.append(counts[counts.count - 1] + scalars(in: bytes[start..<start + stride]))
            start += stride
        }
        return counts
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (offset, byte) in bytes.enumerated() {
            let next = offset + 1
            if byte == UInt8(ascii: "\n")
                || (byte == UInt8(ascii: "\r") && (next == bytes.count || bytes[next] != UInt8(ascii: "\n")))
            {
                starts.append(next)
            }
        }
        return starts
    }

    /// The line, counted from 1, that holds the byte at `offset`. Logarithmic in the number of lines.
    package func line(at offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The bytes of a line, counted from 1, without its line end; empty past the end of the file.
    package func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The place of the byte at `offset`, and of the `length` bytes from there as far as they are on its line. Logarithmic in
    /// the number of lines, but for the excerpt.
    package func location(at offset: Int, length: Int = 1) -> Location {
        let offset = min(max(0, offset), bytes.count)
        if let origin { return origin(offset..<max(offset, min(offset + min(length, bytes.count), bytes.count))) }
        let line = line(at: offset)
        let range = range(ofLine: line)
        let end = max(offset, min(offset + min(length, bytes.count), range.upperBound))
        return Location(
            path: path, line: line, column: scalars(before: offset) - scalars(before: range.lowerBound) + 1,
            length: scalars(before: end) - scalars(before: offset),
            excerpt: range.count <= Self.longestExcerpt ? String(decoding: bytes[range], as: UTF8.self) : nil)
    }

    /// Past this many bytes a line is no longer shown under a message, so that many findings in one line stay cheap.
    private static let longestExcerpt = 20_000

    /// The place of a whole range of bytes.
    package func location(of range: Range<Int>) -> Location {
        location(at: range.lowerBound, length: range.count)
    }

    /// The file as a whole.
    package var location: Location { Location(path: path) }

    /// How many scalars of the file begin before an offset.
    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.stride
        return scalarCounts[block] + Self.scalars(in: bytes[block * Self.stride..<offset])
    }

    private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 & 0b1100_0000 != 0b1000_0000 }
    }
}
