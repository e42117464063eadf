internal import CCmark
internal import Diagnostics
internal import HTML
internal import Source

extension MarkdownTree {
    /// Puts tables where their paragraphs are. All cells of the document are parsed at once, with its link definitions.
    func build(_ tables: [PipeTable], _ reading: inout Reading) {
        var batch = Batch(definitions: definitions)
        for table in tables { batch.add(table) }
        let root = CNode.parse(batch.markdown[...])
        defer { root.free() }
        if Limits.lineTooDeep(in: root) != nil, let table = tables.first {
            diagnostics.append(Limits.nestingTooDeep(file, line: MarkdownNode(self, table.paragraph).lines.lowerBound))
            return
        }
        var parsed: [CNode] = []
        var next = root.firstChild
        while let node = next {
            parsed.append(node)
            next = node.next
        }
        guard parsed.count == batch.count else { return }
        var builder = TableBuilder(tree: self, parsed: parsed[...], reading: reading)
        for table in tables { builder.build(table) }
        reading = builder.reading
        origins = reading.origins
        diagnostics += builder.findings.diagnostics
    }
}

/// The Markdown of all cells: each a heading, so that it is parsed as inlines of one line whatever it says; lines around a table
/// a paragraph behind a word that is taken off again, so that they begin nothing.
private struct Batch {
    private(set) var markdown: [UInt8] = []
    private(set) var count = 0

    init(definitions: [LinkDefinition]) {
        for definition in definitions {
            markdown += indented(definition.text)
            markdown += "\n\n".utf8
        }
    }

    mutating func add(_ table: PipeTable) {
        add(lines: table.before, of: table.content)
        for row in [table.header] + table.rows {
            for cell in row.cells where !cell.bytes.isEmpty {
                markdown += "# ".utf8
                markdown += cell.bytes
                markdown += " #\n".utf8
                count += 1
            }
        }
        add(lines: table.after, of: table.content)
    }

    private mutating func add(lines: [Range<Int>], of content: BlockContent) {
        guard let first = lines.first, let last = lines.last else { return }
        markdown += "\nx\n    ".utf8
        markdown += indented(content.bytes[first.lowerBound..<last.upperBound])
        markdown += "\n\n".utf8
        count += 1
    }

    /// With four spaces before further lines, which keep them from beginning a block and are not a part of them.
    private func indented(_ text: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text {
            result.append(byte)
            if byte == .lineFeed { result += "    ".utf8 }
        }
        return result
    }
}

private struct TableBuilder {
    let tree: MarkdownTree
    /// What cmark made of the batch, in its order.
    var parsed: ArraySlice<CNode>
    var reading: Reading
    var findings: LimitedFindings

    init(tree: MarkdownTree, parsed: ArraySlice<CNode>, reading: Reading) {
        self.tree = tree
        self.parsed = parsed
        self.reading = reading
        findings = LimitedFindings(file: tree.file)
    }

    mutating func build(_ table: PipeTable) {
        let paragraph = MarkdownNode(tree, table.paragraph)
        let last = paragraph.lines.upperBound
        let node = make(.table, tree.makeCustomBlock(enter: Element.startTag("table"), exit: Element.endTag("table")))
        if table.before.isEmpty {
            paragraph.replace(with: [node])
        } else {
            for child in paragraph.children { child.unlink() }
            fill(paragraph.node, with: table.before, of: table.content)
            node.insert(after: paragraph)
        }
        place(node.node, table.header.line, of: table.content)
        let head = section("thead", .tableHead, [table.header], table)
        node.append(head)
        if !table.rows.isEmpty { node.append(section("tbody", .tableBody, table.rows, table)) }
        guard let first = table.after.first else { return }
        let source = table.content.sourceRange(of: first)
        findings.add(
            .error, "table-row", source, "a line after a table's rows does not begin with '|'",
            hint: "put an empty line before it, or '|' where it is a row")
        let rest = tree.makeParagraph()
        rest.insert(after: node)
        fill(rest.node, with: table.after, of: table.content)
        var origin = Origins.Origin(start: source.lowerBound)
        (origin.content, origin.lastLine) = (source.lowerBound, last)
        reading.origins.set(origin, of: rest.node)
    }

    private func make(_ kind: MarkdownNode.Kind, _ node: MarkdownNode) -> MarkdownNode {
        tree.tableParts[node.node] = kind
        return node
    }

    /// - Parameter line: the first of the node's lines in the paragraph's content.
    private mutating func place(_ node: CNode, _ line: Range<Int>, to end: Range<Int>? = nil, of content: BlockContent)
    {
        let start = content.source(of: line.lowerBound).offset
        let last = content.source(of: (end ?? line).lowerBound).offset
        reading.origins.set(Origins.Origin(start: start, lastLine: tree.file.line(at: last)), of: node)
    }

    private mutating func section(
        _ name: String, _ kind: MarkdownNode.Kind, _ rows: [PipeTable.Row], _ table: PipeTable
    ) -> MarkdownNode {
        let section = make(kind, tree.makeCustomBlock(enter: Element.startTag(name), exit: Element.endTag(name)))
        if let first = rows.first, let last = rows.last {
            place(section.node, first.line, to: last.line, of: table.content)
        }
        for row in rows { section.append(self.row(row, table, isHeader: kind == .tableHead)) }
        return section
    }

    private mutating func row(_ row: PipeTable.Row, _ table: PipeTable, isHeader: Bool) -> MarkdownNode {
        let node = make(.tableRow, tree.makeCustomBlock(enter: Self.rowStart, exit: Self.rowEnd))
        place(node.node, row.line, of: table.content)
        let columns = table.alignments.count
        if row.cells.count > columns {
            findings.add(
                .error, "table-row", table.content.sourceRange(of: row.line),
                "\(row.cells.count) cells in a row of a table with \(columns) column\(columns == 1 ? "" : "s")",
                hint: "write '\\|' where a bar is meant as text")
        }
        let lineEnd = table.content.sourceRange(of: row.line).upperBound
        for column in 0..<max(columns, row.cells.count) {
            let alignment = column < columns ? table.alignments[column] : nil
            let cell = make(.tableCell(isHeader: isHeader), cell(isHeader: isHeader, alignment))
            node.append(cell)
            let content = column < row.cells.count ? row.cells[column] : BlockContent()
            let start = column < row.cells.count ? content.source(of: 0).offset : lineEnd
            var origin = Origins.Origin(start: start)
            (origin.content, origin.lastLine) = (start, tree.file.line(at: start))
            reading.origins.set(origin, of: cell.node)
            if !content.bytes.isEmpty, let inlines = parsed.popFirst() {
                move(from: inlines, to: cell.node)
                walk(cell.node, content)
            }
        }
        return node
    }

    private func cell(isHeader: Bool, _ alignment: PipeTable.Alignment?) -> MarkdownNode {
        let tags = isHeader ? Self.headerTags : Self.dataTags
        return tree.makeCustomInline(enter: tags[alignment] ?? [], exit: isHeader ? Self.headerEnd : Self.dataEnd)
    }

    // A table may have a hundred thousand cells: their tags are made once.
    private static let alignments: [PipeTable.Alignment?] = [nil, .left, .center, .right]
    private static let headerTags = tags { Element.startTag("th", ["scope": "col", "class": $0]) }
    private static let dataTags = tags { Element.startTag("td", ["class": $0]) }
    private static let headerEnd = Element.endTag("th")
    private static let dataEnd = Element.endTag("td")
    private static let rowStart = Element.startTag("tr")
    private static let rowEnd = Element.endTag("tr")

    private static func tags(_ tag: (_ style: String?) -> [UInt8]) -> [PipeTable.Alignment?: [UInt8]] {
        Dictionary(
            alignments.map { ($0, tag($0.map { "align-\($0.rawValue)" })) }, uniquingKeysWith: { first, _ in first })
    }

    /// Fills a paragraph with what was parsed of lines around a table.
    private mutating func fill(_ paragraph: CNode, with lines: [Range<Int>], of content: BlockContent) {
        guard let inlines = parsed.popFirst(), let first = lines.first, let last = lines.last else { return }
        // The word before them, and the break behind it.
        inlines.firstChild?.free()
        inlines.firstChild?.free()
        move(from: inlines, to: paragraph)
        var part = BlockContent()
        part.append(first.lowerBound..<last.upperBound, of: content)
        walk(paragraph, part)
        guard var origin = reading.origins[paragraph] else { return }
        origin.lastLine = tree.file.line(at: content.source(of: last.lowerBound).offset)
        reading.origins.set(origin, of: paragraph)
    }

    private func move(from source: CNode, to target: CNode) {
        while let child = source.firstChild {
            guard target.append(child) else { return child.free() }
        }
    }

    private mutating func walk(_ block: CNode, _ content: BlockContent) {
        var walker = InlineWalker(content, fallback: content.source(of: 0).offset)
        for (isEntered, node) in Walk(block) where node != block {
            walker.step(node, isEntered: isEntered, origins: &reading.origins, entities: &reading.entities)
        }
        reading.usedLabels.formUnion(walker.usedLabels)
        reading.lostLinks += walker.lostLinks
    }
}
