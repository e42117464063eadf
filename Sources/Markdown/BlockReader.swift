internal import CCmark
internal import Source

/// Finds the source of leaf blocks: takes the prefixes of containers off their lines, as cmark did.
struct BlockReader {
    let file: SourceFile
    let body: Range<Int>
    /// The line of the file that is cmark's first, less one.
    let lineOffset: Int
    private let mayHoldZeros: Bool
    /// The containers around the block that is being read, from the outside.
    private(set) var containers: [Container] = []

    init(file: SourceFile, body: Range<Int>) {
        self.file = file
        self.body = body
        lineOffset = file.line(at: body.lowerBound) - 1
        mayHoldZeros = file.bytes[body].contains(0)
    }

    // MARK: Containers

    mutating func enterQuote(line: Int) {
        containers.append(.quote(on: line, inside: prefix(of: line).cursor, file.bytes))
    }

    mutating func enterItem(line: Int) {
        containers.append(.item(on: line, inside: prefix(of: line).cursor, file.bytes))
    }

    mutating func leaveContainer() {
        if !containers.isEmpty { containers.removeLast() }
    }

    // MARK: Lines

    /// The bytes of a line of the body, without its line end and without the byte order mark that cmark skips.
    func range(ofLine line: Int) -> Range<Int> {
        var range = file.range(ofLine: line).clamped(to: body)
        if range.lowerBound == body.lowerBound, file.bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
            range = range.lowerBound + 3..<range.upperBound
        }
        return range
    }

    /// Behind what the containers need of a line, as far as it has it.
    func prefix(of line: Int) -> (cursor: LineCursor, isComplete: Bool) {
        var cursor = LineCursor(line: range(ofLine: line))
        for container in containers where !container.match(&cursor, line: line, file.bytes) {
            return (cursor, false)
        }
        return (cursor, true)
    }

    /// Where cmark's line and column of a block are in the file.
    func offset(line: Int, column: Int) -> Int {
        let range = range(ofLine: line)
        return min(range.lowerBound + max(0, column - 1), range.upperBound)
    }

    // MARK: Content

    /// Appends a line of a paragraph.
    func append(line: Int, to content: inout BlockContent) {
        var (cursor, isComplete) = prefix(of: line)
        if isComplete {
            cursor.advance(to: cursor.indentation(file.bytes).offset, file.bytes)
        } else if cursor.columnsOfSplitTab > 0 {
            let spaces = Array(repeating: UInt8.space, count: cursor.columnsOfSplitTab)
            content.append(spaces, for: cursor.offset..<cursor.offset + 1)
            cursor.advance(columns: cursor.columnsOfSplitTab, file.bytes)
        }
        content.append(cursor.offset..<cursor.end, of: file.bytes, mayHoldZeros: mayHoldZeros)
        let lineEnd = range(ofLine: line).upperBound
        let next = line < file.lineStarts.count ? file.lineStarts[line] : lineEnd
        content.append([.lineFeed], for: lineEnd..<max(lineEnd, min(next, body.upperBound)))
    }

    /// Whether nothing but white space is on a line: cheaper than `isBlank` where many containers are open.
    func isEmpty(line: Int) -> Bool {
        let range = range(ofLine: line)
        return range.isEmpty || file.bytes[range].allSatisfy { $0 == .space || $0 == .tab }
    }

    /// Whether nothing but white space is on a line, behind the containers' prefixes.
    func isBlank(line: Int) -> Bool {
        let cursor = prefix(of: line).cursor
        return cursor.indentation(file.bytes).offset == cursor.end
    }

    /// The text of an ATX heading: between its number signs.
    func atxContent(line: Int, start: Int) -> BlockContent {
        let bytes = file.bytes
        let range = range(ofLine: line)
        var (first, last) = (min(start, range.upperBound), range.upperBound)
        while first < last, bytes[first] == UInt8(ascii: "#") { first += 1 }
        while last > first, bytes[last - 1].isSpace { last -= 1 }
        var closing = last
        while closing > first, bytes[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
        if closing < last, bytes[closing - 1] == .space || bytes[closing - 1] == .tab { last = closing }
        while first < last, bytes[first] == .space || bytes[first] == .tab { first += 1 }
        var content = BlockContent()
        content.append(first..<last, of: bytes, mayHoldZeros: mayHoldZeros)
        content.trimEnd()
        return content
    }

    /// Whether a heading that starts at `start` is an ATX heading, `# …`, and not one with a line under it.
    func isATX(at start: Int) -> Bool {
        let bytes = file.bytes
        var index = start
        while index < body.upperBound, bytes[index] == UInt8(ascii: "#") { index += 1 }
        return (1...6).contains(index - start) && (index == body.upperBound || bytes[index].isSpace)
    }

    /// Whether a line ends a paragraph as the line under a heading does: `===` or `---`.
    func isUnderline(_ line: Int) -> Bool {
        let (cursor, isComplete) = prefix(of: line)
        let bytes = file.bytes
        let (start, indent) = cursor.indentation(bytes)
        guard isComplete, indent < 4, start < cursor.end else { return false }
        let mark = bytes[start]
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        var index = start
        while index < cursor.end, bytes[index] == mark { index += 1 }
        while index < cursor.end, bytes[index] == .space || bytes[index] == .tab { index += 1 }
        return index == cursor.end
    }
}
