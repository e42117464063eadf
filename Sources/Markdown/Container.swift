/// A block quote or a list item: what its lines must begin with to belong to it.
struct Container {
    enum Kind {
        case quote
        /// - Parameter width: the columns by which its further lines must be indented.
        case item(width: Int)
    }

    let kind: Kind
    /// The line it begins on.
    let firstLine: Int
    /// Behind its marker, on its first line.
    let behindMarker: LineCursor

    /// The block quote that begins on `line`, inside `outer`.
    static func quote(on line: Int, inside outer: LineCursor, _ bytes: [UInt8]) -> Container {
        var cursor = outer
        cursor.advance(to: outer.indentation(bytes).offset + 1, bytes)
        cursor.skipOptionalSpace(bytes)
        return Container(kind: .quote, firstLine: line, behindMarker: cursor)
    }

    /// The list item that begins on `line`, inside `outer` (CommonMark 0.30, § 5.2; `open_new_blocks` in cmark).
    static func item(on line: Int, inside outer: LineCursor, _ bytes: [UInt8]) -> Container {
        let (start, indent) = outer.indentation(bytes)
        var marker = start
        while marker < outer.end, bytes[marker].isDigit { marker += 1 }
        let width = marker + 1 - start
        var cursor = outer
        cursor.advance(to: marker + 1, bytes)
        let (text, spaces) = cursor.indentation(bytes)
        if spaces >= 1, spaces < 5, text < cursor.end {
            cursor.advance(columns: spaces, bytes)
            return Container(kind: .item(width: indent + width + spaces), firstLine: line, behindMarker: cursor)
        }
        if spaces > 0 { cursor.advance(columns: 1, bytes) }
        return Container(kind: .item(width: indent + width + 1), firstLine: line, behindMarker: cursor)
    }

    /// Goes through the container's prefix; false where the line does not have it.
    func match(_ cursor: inout LineCursor, line: Int, _ bytes: [UInt8]) -> Bool {
        if line == firstLine {
            cursor = behindMarker
            return true
        }
        let (start, indent) = cursor.indentation(bytes)
        switch kind {
        case .quote:
            guard indent <= 3, start < cursor.end, bytes[start] == UInt8(ascii: ">") else { return false }
            cursor.advance(columns: indent + 1, bytes)
            cursor.skipOptionalSpace(bytes)
        case .item(let width):
            if indent >= width {
                cursor.advance(columns: width, bytes)
            } else if start == cursor.end {
                cursor.advance(to: start, bytes)
            } else {
                return false
            }
        }
        return true
    }
}
