internal import Diagnostics
internal import Legal
internal import Markdown
internal import Source

/// Reads a file as blocks with their labels peeled off. Nothing is refused, and nothing is lost: what Markdown drops stays as its
/// source text. Front matter is no part of the text.
struct BlockReader {
    private var blocks: [(offset: Int, block: Block)] = []
    private let file: SourceFile

    /// What the author calls some of the blocks.
    private var names: [MarkdownNode: String] = [:]

    static func blocks(of text: ComparedText, _ vocabulary: inout Vocabulary) -> [Block] {
        var reader = BlockReader(file: text.file)
        if let (edition, rendition) = text.edition {
            let (tree, names) = edition.filledText(rendition)
            reader.names = names
            reader.read(tree, edition.body)
        } else {
            reader.readFile()
        }
        var blocks = reader.blocks.enumerated()
            .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element.block)
        for index in blocks.indices { blocks[index].cut(&vocabulary) }
        return blocks
    }

    private init(file: SourceFile) {
        self.file = file
    }

    private mutating func readFile() {
        var ignored: [Diagnostic] = []
        let body = file.parseFrontMatter(&ignored)?.body ?? 0..<file.bytes.count
        read(MarkdownTree(file, body: body, mode: .asWritten), body)
    }

    private mutating func read(_ tree: MarkdownTree, _ body: Range<Int>) {
        let isRefused = tree.root.firstChild == nil && tree.definitions.isEmpty
        if isRefused { return readPlain(body) }
        read(tree.root, Place())
        for definition in tree.definitions where !definition.isUsed {
            add(
                Leaf(text: Array(file.bytes[definition.range])), .source, Place(), offset: definition.range.lowerBound)
        }
    }

    /// Where a block stands.
    private struct Place {
        var isQuoted = false
        var depth = 0
        /// What the next block of an item begins with, `1. `.
        var number: [UInt8] = []
        /// Whether the next block is the first of an item.
        var beginsItem = false
    }

    /// Text that Markdown is not read in: every run of lines without an empty one is a block.
    private mutating func readPlain(_ body: Range<Int>) {
        var start = body.lowerBound
        var leaf = Leaf()
        var first = start
        while start < body.upperBound {
            let end = file.bytes[start..<body.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? body.upperBound
            let line = file.bytes[start..<end]
            if line.allSatisfy({ $0 <= 0x20 }) {
                add(leaf, .paragraph, Place(), offset: first)
                leaf = Leaf()
            } else {
                if leaf.text.isEmpty { first = start } else { leaf.breakLine() }
                leaf.append(Array(String(decoding: line, as: UTF8.self).utf8), Block.Style())
            }
            start = end + 1
        }
        add(leaf, .paragraph, Place(), offset: first)
    }

    // MARK: Blocks

    private mutating func read(_ parent: MarkdownNode, _ place: Place) {
        var place = place
        for node in parent.children {
            read(block: node, place)
            place.number = []
            place.beginsItem = false
        }
    }

    private mutating func read(block node: MarkdownNode, _ place: Place) {
        let kind: Block.Kind = place.depth > 0 ? .item(depth: place.depth) : .paragraph
        switch node.kind {
        case .blockQuote:
            var inner = place
            inner.isQuoted = true
            read(node, inner)
        case .list(let isOrdered): read(list: node, isOrdered: isOrdered, place)
        case .heading(let level):
            add(leaf(node), .heading(level: level), place, offset: node.startOffset, name: names[node])
        case .paragraph: add(leaf(node), kind, place, offset: node.startOffset, name: names[node])
        case .table, .tableHead, .tableBody: read(node, place)
        case .tableRow: readRow(node, place)
        case .codeBlock:
            add(
                Leaf(text: node.info + (node.info.isEmpty ? [] : [0x20]) + node.literal), .code, place,
                offset: node.startOffset)
        case .thematicBreak: add(Leaf(), .rule, place, offset: node.startOffset)
        default: add(Leaf(text: node.literal), .source, place, offset: node.startOffset)
        }
    }

    private mutating func read(list: MarkdownNode, isOrdered: Bool, _ place: Place) {
        let items = Array(list.children)
        for (index, item) in items.enumerated() {
            var inner = place
            inner.depth += 1
            inner.beginsItem = true
            inner.number = []
            if isOrdered {
                let digits = file.bytes[item.startOffset...].prefix {
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                }
                let number = digits.isEmpty ? Array(String(list.listStart + index).utf8) : Array(digits)
                inner.number = number + Array((list.listDelimiter == .period ? ". " : ") ").utf8)
                // "1. Общие положения" of the native form is a section, not an item of a list of one.
                if items.count == 1, list.listDelimiter == .period, place.depth == 0 { inner.depth = 0 }
            }
            if item.firstChild == nil {
                add(Leaf(), .item(depth: max(1, inner.depth)), inner, offset: item.startOffset)
            } else {
                read(item, inner)
            }
        }
    }

    private mutating func readRow(_ row: MarkdownNode, _ place: Place) {
        var leaf = Leaf()
        var ends: [Int] = []
        var isHeader = false
        for cell in row.children {
            if cell.kind == .tableCell(isHeader: true) { isHeader = true }
            leaf.append(inlinesOf: cell, Block.Style())
            ends.append(leaf.text.count)
        }
        var block = Block(
            kind: .row(isHeader: isHeader), isQuoted: place.isQuoted, line: row.lines.lowerBound, text: leaf.text,
            spans: leaf.spans)
        block.cells = zip([0] + ends, ends).map { $0..<$1 }
        blocks.append((row.startOffset, block))
    }

    private func leaf(_ node: MarkdownNode) -> Leaf {
        var leaf = Leaf()
        leaf.append(inlinesOf: node, Block.Style())
        return leaf
    }

    /// Adds a leaf as one block, or as several where a line of it begins with a clause's number or an item's letter.
    private mutating func add(
        _ leaf: Leaf, _ kind: Block.Kind, _ place: Place, offset: Int, name: String? = nil
    ) {
        var leaf = leaf
        if !place.number.isEmpty { leaf.prepend(place.number) }
        if leaf.text.isEmpty, kind != .rule, !kind.isItem { return }
        let line = file.line(at: offset)
        let isText = kind != .code && kind != .source
        var starts = [0]
        if isText {
            starts += leaf.lineStarts.filter { start in
                let text = leaf.text[start...].prefix(64)
                return NumberLabel(startOf: text).map { $0.components.count > 1 }
                    ?? (ItemLabel(startOf: text, after: nil) != nil)
            }
        }
        for (index, start) in starts.enumerated() {
            let part = leaf.part(start..<(index + 1 < starts.count ? starts[index + 1] : leaf.text.count))
            var block = Block(
                kind: kind, isQuoted: place.isQuoted, line: line + leaf.lineStarts.count { $0 <= start },
                text: part.text,
                spans: part.spans)
            if isText { block.label = Self.label(of: part.text) }
            if index == 0 { block.name = name }
            blocks.append((offset, block))
        }
    }

    private static func label(of text: [UInt8]) -> Block.Label? {
        if let number = NumberLabel(startOf: text) {
            return Block.Label(name: number.description, isNumber: true, byteCount: number.byteCount)
        }
        if let item = ItemLabel(startOf: text, after: nil) {
            return Block.Label(
                name: String(decoding: text.prefix(item.byteCount), as: UTF8.self), isNumber: false,
                byteCount: item.byteCount)
        }
        return nil
    }
}

/// The text of a leaf while it is gathered.
private struct Leaf {
    private(set) var text: [UInt8] = []
    private(set) var spans: [Block.Span] = []
    /// Where its second and further lines begin.
    private(set) var lineStarts: [Int] = []

    init() {}

    init(text: [UInt8]) {
        append(text, Block.Style())
    }

    mutating func append(_ bytes: [UInt8], _ style: Block.Style) {
        guard !bytes.isEmpty else { return }
        text += bytes
        if spans.last?.style == style { spans.removeLast() }
        spans.append(Block.Span(end: text.count, style: style))
    }

    mutating func prepend(_ bytes: [UInt8]) {
        text = bytes + text
        lineStarts = lineStarts.map { $0 + bytes.count }
        let own = spans.first?.style == Block.Style() ? [] : [Block.Span(end: bytes.count, style: Block.Style())]
        spans = own + spans.map { Block.Span(end: $0.end + bytes.count, style: $0.style) }
    }

    mutating func breakLine() {
        append([0x20], spans.last?.style ?? Block.Style())
        lineStarts.append(text.count)
    }

    func part(_ range: Range<Int>) -> Leaf {
        if range == 0..<text.count { return self }
        var part = Leaf()
        part.text = Array(text[range])
        part.spans = spans.filter { $0.end > range.lowerBound }
            .map { Block.Span(end: min($0.end, range.upperBound) - range.lowerBound, style: $0.style) }
        return part
    }

    mutating func append(inlinesOf parent: MarkdownNode, _ style: Block.Style) {
        for node in parent.children {
            var inner = style
            switch node.kind {
            case .text, .htmlInline: append(node.literal, style)
            case .code:
                inner.isCode = true
                append(node.literal, inner)
            case .softBreak, .lineBreak: breakLine()
            case .strong:
                inner.isStrong = true
                append(inlinesOf: node, inner)
            case .emphasis:
                inner.isEmphasis = true
                append(inlinesOf: node, inner)
            case .link:
                let title = node.title.isEmpty ? [] : Array(" \"".utf8) + node.title + Array("\"".utf8)
                inner.link = String(decoding: node.destination + title, as: UTF8.self)
                append(inlinesOf: node, inner)
            case .image:
                append(Array("![".utf8), style)
                append(inlinesOf: node, style)
                append(Array("](".utf8) + node.destination + Array(")".utf8), style)
            default: append(inlinesOf: node, style)
            }
        }
    }
}

extension Block {
    /// Cuts the text into tokens; the label is the first.
    fileprivate mutating func cut(_ vocabulary: inout Vocabulary) {
        if kind.isRow {
            let texts = cells
            cells = []
            for range in texts {
                let start = tokens.count
                tokens += Tokenizer(text[range]).tokens(&vocabulary)
                cells.append(start..<tokens.count)
            }
        } else {
            let labelEnd = label?.byteCount ?? 0
            if labelEnd > 0 {
                let stop = text[labelEnd - 1] == UInt8(ascii: ".") || text[labelEnd - 1] == UInt8(ascii: ")")
                let borders = stop && labelEnd > 1 ? [0, labelEnd - 1, labelEnd] : [0, labelEnd]
                setLabel(
                    zip(borders, borders.dropFirst()).map { start, end in
                        let key = vocabulary.numbers(of: string(start..<end)).key
                        return Token(gap: start, range: start..<end, key: key, stem: nil)
                    })
            }
            tokens += Tokenizer(text[labelEnd...]).tokens(&vocabulary)
        }
        stems = tokens[body].compactMap(\.stem).sorted()
    }
}
