internal import CCmark

/// A pipe table in the text of a paragraph, as GitHub writes them (GitHub Flavored Markdown, § 4.10), but that every row begins
/// with `|`: the lines before it stay a paragraph.
struct PipeTable {
    enum Alignment: String {
        case left, center, right
    }

    struct Row {
        /// Without the backslash of `\|`.
        var cells: [BlockContent]
        /// Where the line stands in the paragraph's content.
        var line: Range<Int>
    }

    enum Finding {
        case nothing
        /// A delimiter row that has another number of cells than the line before it.
        case mismatch(delimiters: Range<Int>, cells: Int, headerCells: Int)
        case table(PipeTable)
    }

    let paragraph: CNode
    let content: BlockContent
    /// The lines of the paragraph before the table.
    let before: [Range<Int>]
    let header: Row
    let alignments: [Alignment?]
    let rows: [Row]
    /// Lines that follow the last row and do not begin with `|`.
    let after: [Range<Int>]

    /// The first table in a paragraph's content.
    static func find(in content: BlockContent, of paragraph: CNode) -> Finding {
        guard content.bytes[content.start..<content.end].contains(UInt8(ascii: "|")) else { return .nothing }
        let lines = lines(of: content)
        var mismatch: Finding?
        for index in lines.indices.dropLast() where begins(lines[index], in: content) {
            guard begins(lines[index + 1], in: content) else { continue }
            let delimiters = cells(of: lines[index + 1], in: content)
            let alignments = delimiters.map(Delimiter.init)
            guard !alignments.isEmpty, alignments.allSatisfy(\.isDelimiter) else { continue }
            let header = cells(of: lines[index], in: content)
            guard header.count == alignments.count else {
                let finding = Finding.mismatch(
                    delimiters: lines[index + 1], cells: alignments.count, headerCells: header.count)
                mismatch = mismatch ?? finding
                continue
            }
            let body = lines[(index + 2)...]
            let rows = body.prefix { begins($0, in: content) }
            return .table(
                PipeTable(
                    paragraph: paragraph, content: content, before: Array(lines[..<index]),
                    header: Row(cells: header, line: lines[index]), alignments: alignments.map(\.alignment),
                    rows: rows.map { Row(cells: cells(of: $0, in: content), line: $0) },
                    after: Array(body[rows.endIndex...])))
        }
        return mismatch ?? .nothing
    }

    /// The lines of the content without white space around them.
    private static func lines(of content: BlockContent) -> [Range<Int>] {
        let bytes = content.bytes
        var lines: [Range<Int>] = []
        var start = content.start
        while start < content.end {
            let end = bytes[start..<content.end].firstIndex(of: .lineFeed) ?? content.end
            lines.append(trimmed(start..<end, bytes))
            start = end + 1
        }
        return lines
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start].isSpace { start += 1 }
        while end > start, bytes[end - 1].isSpace { end -= 1 }
        return start..<end
    }

    private static func begins(_ line: Range<Int>, in content: BlockContent) -> Bool {
        !line.isEmpty && content.bytes[line.lowerBound] == UInt8(ascii: "|")
    }

    private static func cells(of line: Range<Int>, in content: BlockContent) -> [BlockContent] {
        let bytes = content.bytes
        var cells: [BlockContent] = []
        var start = line.lowerBound + 1
        var escapedPipes: [Int] = []
        var index = start
        while index < line.upperBound {
            if bytes[index] == .backslash, index + 1 < line.upperBound, bytes[index + 1].isPunctuation {
                if bytes[index + 1] == UInt8(ascii: "|") { escapedPipes.append(index) }
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "|") {
                cells.append(cell(start..<index, escapedPipes, in: content))
                start = index + 1
                escapedPipes = []
            }
            index += 1
        }
        if start < line.upperBound { cells.append(cell(start..<line.upperBound, escapedPipes, in: content)) }
        return cells
    }

    private static func cell(_ range: Range<Int>, _ escapedPipes: [Int], in content: BlockContent) -> BlockContent {
        let range = trimmed(range, content.bytes)
        var cell = BlockContent()
        var start = range.lowerBound
        for backslash in escapedPipes where range.contains(backslash) {
            cell.append(start..<backslash, of: content)
            cell.append([UInt8(ascii: "|")], for: content.sourceRange(of: backslash..<backslash + 2))
            start = backslash + 2
        }
        cell.append(start..<max(start, range.upperBound), of: content)
        if cell.bytes.isEmpty { cell.append([], for: content.sourceRange(of: range.lowerBound..<range.lowerBound)) }
        return cell
    }

    /// A cell of a delimiter row, `:---:`.
    private struct Delimiter {
        let isDelimiter: Bool
        let alignment: Alignment?

        init(_ cell: BlockContent) {
            var dashes = cell.bytes[...]
            let isLeft = dashes.first == UInt8(ascii: ":")
            if isLeft { dashes.removeFirst() }
            let isRight = dashes.last == UInt8(ascii: ":")
            if isRight { dashes.removeLast() }
            isDelimiter = !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
            alignment = isLeft ? (isRight ? .center : .left) : isRight ? .right : nil
        }
    }
}
