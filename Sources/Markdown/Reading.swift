internal import CCmark
internal import Diagnostics
internal import Source

extension MarkdownTree {
    /// Goes over what cmark parsed: positions, definitions, tables, checks.
    func read() {
        var reading = Reading(self)
        reading.run()
        origins = reading.origins
        definitions = reading.definitions
        indexDefinitions()
        guard mode != .commonMark else { return }
        diagnostics += reading.findings.diagnostics
        if !reading.tables.isEmpty { build(reading.tables, &reading) }
        markUsedDefinitions(reading.usedLabels, lost: reading.lostLinks)
        check()
    }
}

/// One pass over cmark's tree in document order, which finds where everything stands in the file, and what cmark dropped.
struct Reading {
    private let tree: MarkdownTree
    var origins = Origins()
    var entities = Entities()
    private(set) var definitions: [LinkDefinition] = []
    private(set) var tables: [PipeTable] = []
    private(set) var findings: LimitedFindings
    var usedLabels: Set<[UInt8]> = []
    /// Links by reference whose label could not be found in the source.
    var lostLinks: [CNode] = []

    private var reader: BlockReader
    private var walker: InlineWalker?
    /// For each container that is open, the first line that none of its children holds.
    private var freeLines: [Int] = []

    init(_ tree: MarkdownTree) {
        self.tree = tree
        reader = BlockReader(file: tree.file, body: tree.body)
        findings = LimitedFindings(file: tree.file)
    }

    mutating func run() {
        for (isEntered, node) in Walk(tree.rootNode) {
            switch node.type {
            case CMARK_NODE_DOCUMENT, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM:
                if isEntered { enterContainer(node) } else { leaveContainer(node) }
            case CMARK_NODE_LIST:
                if isEntered { place(node, lastLine: line(node.endLine)) }
            case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
                if isEntered { enterLeaf(node) } else { leaveLeaf() }
            case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK:
                let last = lastLine(ofLeaf: node)
                cover(from: line(node.startLine), to: last)
                place(node, lastLine: last)
            default:
                walker?.step(node, isEntered: isEntered, origins: &origins, entities: &entities)
            }
        }
    }

    /// A line of cmark's as a line of the file.
    private func line(_ line: Int) -> Int { max(1, line) + reader.lineOffset }

    private mutating func place(_ node: CNode, lastLine: Int) {
        let start = reader.offset(line: line(node.startLine), column: node.startColumn)
        origins.set(Origins.Origin(start: start, lastLine: lastLine), of: node)
    }

    // MARK: Containers

    private mutating func enterContainer(_ node: CNode) {
        let first = line(node.startLine)
        if node.type != CMARK_NODE_DOCUMENT { cover(from: first, to: line(node.endLine)) }
        place(node, lastLine: max(first, line(node.endLine)))
        switch node.type {
        case CMARK_NODE_BLOCK_QUOTE: reader.enterQuote(line: first)
        case CMARK_NODE_ITEM: reader.enterItem(line: first)
        default: break
        }
        freeLines.append(first)
    }

    private mutating func leaveContainer(_ node: CNode) {
        let last = node.type == CMARK_NODE_DOCUMENT ? tree.file.line(at: tree.body.upperBound) : line(node.endLine)
        cover(from: last + 1, to: last)
        freeLines.removeLast()
        if node.type != CMARK_NODE_DOCUMENT { reader.leaveContainer() }
    }

    /// A child of the innermost container holds these lines. What stands in lines before them that no child holds, cmark has
    /// dropped: definitions.
    private mutating func cover(from first: Int, to last: Int) {
        guard let free = freeLines.last else { return }
        var line = free
        while line < first {
            if reader.isEmpty(line: line) || reader.isBlank(line: line) {
                line += 1
                continue
            }
            var content = BlockContent()
            while line < first, !reader.isBlank(line: line) {
                reader.append(line: line, to: &content)
                line += 1
            }
            takeDefinitions(&content)
            content.trimEnd()
            if content.start < content.end { reportLost(content) }
        }
        freeLines[freeLines.count - 1] = max(free, last + 1)
    }

    /// Nothing may vanish: what cmark dropped and is no definition either would be a fault of ours.
    private mutating func reportLost(_ content: BlockContent) {
        findings.add(
            .error, "lost-text", content.sourceRange(of: content.start..<content.end), "text that would vanish",
            hint: "put empty lines around it; please report this to the makers of Edict")
    }

    // MARK: Leaves

    private func lastLine(ofLeaf node: CNode) -> Int {
        let first = line(node.startLine)
        switch node.type {
        case CMARK_NODE_HTML_BLOCK:
            // cmark's own last line is one too small where the block ends with its end condition.
            let lineEnds = node.literal.count { $0 == .lineFeed }
            return first + max(0, lineEnds - 1)
        case CMARK_NODE_THEMATIC_BREAK: return first
        default: return max(first, line(node.endLine))
        }
    }

    private mutating func enterLeaf(_ node: CNode) {
        let first = line(node.startLine)
        let start = reader.offset(line: first, column: node.startColumn)
        var last = first
        var content: BlockContent
        if node.type == CMARK_NODE_HEADING, reader.isATX(at: start) {
            content = reader.atxContent(line: first, start: start)
        } else {
            content = BlockContent()
            last =
                node.type == CMARK_NODE_HEADING
                ? appendSetext(from: first, to: &content) : max(first, line(node.endLine))
            if node.type == CMARK_NODE_PARAGRAPH {
                for line in first...last { reader.append(line: line, to: &content) }
            }
            takeDefinitions(&content)
        }
        cover(from: first, to: last)
        content.trimEnd()
        let place = content.source(of: content.start).offset
        let isATX = node.type == CMARK_NODE_HEADING && reader.isATX(at: start)
        let blockStart = isATX ? start : place
        origins.set(Origins.Origin(start: blockStart, content: place, lastLine: last), of: node)
        if tree.mode != .commonMark, node.type == CMARK_NODE_PARAGRAPH, takeTable(content, of: node) { return }
        walker = InlineWalker(content, fallback: blockStart)
    }

    /// Notes a table in a paragraph, whose inlines are replaced later.
    private mutating func takeTable(_ content: BlockContent, of node: CNode) -> Bool {
        switch PipeTable.find(in: content, of: node) {
        case .nothing: return false
        case .table(let table):
            tables.append(table)
            return true
        case .mismatch(let delimiters, let cells, let headerCells):
            findings.add(
                .error, "table-delimiter", content.sourceRange(of: delimiters),
                "\(cells) cells in the delimiter row of a table whose header has \(headerCells)",
                hint: "give both rows the same number of cells; write '\\|' where a bar is meant as text")
            return false
        }
    }

    private mutating func leaveLeaf() {
        guard let walker else { return }
        usedLabels.formUnion(walker.usedLabels)
        lostLinks += walker.lostLinks
        self.walker = nil
    }

    /// Appends the lines of a heading with a line under it, and returns that line. cmark's own last line is often one too large.
    private func appendSetext(from first: Int, to content: inout BlockContent) -> Int {
        var line = first
        let end = tree.file.line(at: tree.body.upperBound)
        while line <= end {
            if line > first, reader.isUnderline(line), hasText(content) { return line }
            reader.append(line: line, to: &content)
            line += 1
        }
        return end
    }

    /// Whether more than definitions is there.
    private func hasText(_ content: BlockContent) -> Bool {
        let syntax = LinkSyntax(bytes: content.bytes, end: content.end)
        var index = 0
        while let definition = syntax.definition(from: index) { index = definition.end }
        return syntax.spaces(from: index) < content.end
    }

    /// Takes the definitions off the head of a paragraph.
    private mutating func takeDefinitions(_ content: inout BlockContent) {
        let syntax = LinkSyntax(bytes: content.bytes, end: content.end)
        var index = content.start
        while index < content.end, let found = syntax.definition(from: index) {
            definitions.append(
                LinkDefinition(
                    label: labelKey(content.bytes[found.label]),
                    range: content.sourceRange(of: index..<found.textEnd),
                    labelRange: content.sourceRange(of: index..<found.label.upperBound + 1),
                    destinationRange: content.sourceRange(of: found.destination),
                    text: Array(content.bytes[index..<found.textEnd])))
            index = found.end
        }
        content.trim(start: index)
    }
}
