/// The parts of links and link definitions (CommonMark 0.30, § 4.7 and 6.3), scanned exactly as cmark 0.30.2 scans them, so that
/// we always agree with it about where one ends.
struct LinkSyntax {
    let bytes: [UInt8]
    let end: Int

    private static let longestLabel = 1000

    private func byte(_ index: Int) -> UInt8? { index >= 0 && index < end ? bytes[index] : nil }

    /// The end of white space of any kind.
    func spaces(from start: Int) -> Int {
        var index = start
        while let byte = byte(index), byte.isSpace { index += 1 }
        return index
    }

    /// The end of spaces and tabs.
    func blanks(from start: Int) -> Int {
        var index = start
        while let byte = byte(index), byte == .space || byte == .tab { index += 1 }
        return index
    }

    /// The end of spaces and tabs with at most one line end among them.
    func blanksAndLineEnd(from start: Int) -> Int {
        let index = blanks(from: start)
        return lineEnd(from: index).map { blanks(from: $0) } ?? index
    }

    /// Behind a line end, or at the end of the text; nil elsewhere.
    func lineEnd(from start: Int) -> Int? {
        guard let byte = byte(start) else { return start }
        return byte == .lineFeed ? start + 1 : nil
    }

    /// `[label]`: what is between the brackets, and the end behind them.
    func label(from start: Int) -> (inner: Range<Int>, end: Int)? {
        guard byte(start) == UInt8(ascii: "[") else { return nil }
        var index = start + 1
        while let byte = byte(index), byte != UInt8(ascii: "[") {
            if byte == UInt8(ascii: "]") { return (start + 1..<index, index + 1) }
            index += 1
            if byte == .backslash, let next = self.byte(index), next.isPunctuation { index += 1 }
            if index - start - 1 > Self.longestLabel { return nil }
        }
        return nil
    }

    /// A destination, in angle brackets or bare: what it says, and its end.
    func destination(from start: Int) -> (inner: Range<Int>, end: Int)? {
        guard byte(start) == UInt8(ascii: "<") else { return bareDestination(from: start) }
        var index = start + 1
        while let byte = byte(index) {
            switch byte {
            case UInt8(ascii: ">"): return index + 1 < end ? (start + 1..<index, index + 1) : nil
            case .backslash: index += 2
            case .lineFeed, UInt8(ascii: "<"): return nil
            default: index += 1
            }
        }
        return nil
    }

    private func bareDestination(from start: Int) -> (inner: Range<Int>, end: Int)? {
        var index = start
        var parentheses = 0
        scan: while let byte = byte(index) {
            switch byte {
            case .backslash where self.byte(index + 1)?.isPunctuation == true: index += 1
            case UInt8(ascii: "("):
                parentheses += 1
                if parentheses > 32 { return nil }
            case UInt8(ascii: ")"):
                if parentheses == 0 { break scan }
                parentheses -= 1
            case _ where byte.isSpace:
                if index == start { return nil }
                break scan
            default: break
            }
            index += 1
        }
        return index < end && parentheses == 0 ? (start..<index, index) : nil
    }

    /// The end of a title with its quotation marks or parentheses; nil where there is none.
    ///
    /// cmark's scanner takes the longest match, in which a backslash may be an escape or not: so the title ends at the first
    /// closing mark without a backslash before it, else at the last one with.
    func title(from start: Int) -> Int? {
        guard let open = byte(start) else { return nil }
        let close: UInt8
        switch open {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var escaped: Int?
        var index = start + 1
        while let byte = byte(index) {
            let isEscaped = index > start + 1 && bytes[index - 1] == .backslash
            if byte == close {
                if !isEscaped { return index + 1 }
                escaped = index + 1
            } else if byte == open, !isEscaped {
                return escaped
            }
            index += 1
        }
        return escaped
    }

    /// What follows the `]` of an inline link's text: `(destination "title")`.
    func inlineTarget(from start: Int) -> (destination: Range<Int>, end: Int)? {
        guard byte(start) == UInt8(ascii: "("), let url = destination(from: spaces(from: start + 1)) else { return nil }
        let titleStart = spaces(from: url.end)
        let titleEnd = titleStart == url.end ? titleStart : title(from: titleStart) ?? titleStart
        let close = spaces(from: titleEnd)
        return byte(close) == UInt8(ascii: ")") ? (url.inner, close + 1) : nil
    }

    /// `[label]: destination "title"` with its line end.
    func definition(from start: Int) -> (label: Range<Int>, destination: Range<Int>, textEnd: Int, end: Int)? {
        guard let label = label(from: start), spaces(from: label.inner.lowerBound) < label.inner.upperBound,
            byte(label.end) == UInt8(ascii: ":"),
            let url = destination(from: blanksAndLineEnd(from: label.end + 1))
        else { return nil }
        let titleStart = blanksAndLineEnd(from: url.end)
        if titleStart > url.end, let titleEnd = title(from: titleStart),
            let end = lineEnd(from: blanks(from: titleEnd))
        {
            return (label.inner, url.inner, titleEnd, end)
        }
        return lineEnd(from: blanks(from: url.end)).map { (label.inner, url.inner, url.end, $0) }
    }
}

/// The key by which labels are compared: case folded, runs of white space as one space, trimmed.
func labelKey(_ label: ArraySlice<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    for byte in label {
        if !byte.isSpace {
            key.append(byte)
        } else if key.last != .space, !key.isEmpty {
            key.append(.space)
        }
    }
    if key.last == .space { key.removeLast() }
    if key.allSatisfy({ $0 < 0x80 }) {
        return key.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }
    // Lower case alone would keep ß, ẞ and ς apart from what they fold to.
    return Array(String(decoding: key, as: UTF8.self).lowercased().uppercased().lowercased().utf8)
}
