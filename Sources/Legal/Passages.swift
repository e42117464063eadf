internal import Diagnostics
internal import Markdown
package import Source

/// Reads the passages of a text off its tree, before anything is filled in.
struct Passages {
    private(set) var list: [Passage] = []
    private let edition: EditionTree
    private let clauses: [Clause]
    private let provisions: [MarkdownNode: Int]
    private let itemElements: Set<MarkdownNode>

    /// Of each section's element, its heading in `list`.
    private var headings: [MarkdownNode: Int] = [:]
    private var lists: [MarkdownNode: (number: Int, count: Int)] = [:]
    /// The items of which a first block was read, each with its place.
    private var items: [MarkdownNode: Passage.Item] = [:]
    private var tables: [MarkdownNode: Int] = [:]
    private var row: (node: MarkdownNode, index: Int, column: Int)?

    /// The passages of an edition. Linear in its text where nothing is nested deeply.
    init(_ structure: Structure) {
        edition = structure.edition
        clauses = structure.clauses
        provisions = structure.provisions
        itemElements = structure.itemElements
        for leaf in edition.leaves { read(leaf, isTitle: structure.hasTitle && list.isEmpty) }
    }

    /// The passages of a Markdown text that has no provisions.
    init(_ tree: MarkdownTree) {
        edition = EditionTree(tree)
        (clauses, provisions, itemElements) = ([], [:], [])
        for leaf in edition.leaves { read(leaf, isTitle: false) }
    }

    // MARK: Where a block stands

    /// What is around a block, read from the inside out.
    private struct Surroundings {
        var clause: Int?
        var section: Int?
        var heading: Int?
        var item: MarkdownNode?
        var depth = 0
        var isQuoted = false
    }

    private func surroundings(of leaf: MarkdownNode) -> Surroundings {
        var found = Surroundings()
        var node = leaf.parent
        while let current = node {
            if let index = provisions[current] {
                if found.clause == nil { found.clause = index }
                if found.section == nil, clauses[index].kind == .section || clauses[index].kind == .annex {
                    found.section = index
                }
            }
            if found.heading == nil { found.heading = headings[current] }
            if current.kind == .item || itemElements.contains(current) {
                if found.item == nil { found.item = current }
                found.depth += 1
            }
            if current.kind == .blockQuote { found.isQuoted = true }
            node = current.parent
        }
        return found
    }

    private mutating func read(_ leaf: MarkdownNode, isTitle: Bool) {
        let around = surroundings(of: leaf)
        let inline = InlineText(of: leaf)
        let text = ScalarText(inline.bytes)
        var kind = Passage.Kind.paragraph
        var item: Passage.Item?
        if let element = around.item {
            let isFirst = items[element] == nil
            item = place(of: element, depth: around.depth)
            if isFirst { kind = .item }
        }
        let cell = cell(of: leaf)
        if cell != nil { kind = .cell }
        if case .heading = leaf.kind {
            kind = isTitle ? .title : .heading
            if !isTitle, let section = leaf.parent, headings[section] == nil { headings[section] = list.count }
        }
        list.append(
            Passage(
                kind, text, start: start(of: leaf, text, in: around.clause), clause: around.clause,
                section: around.section,
                heading: around.heading, item: item, cell: cell, isQuoted: around.isQuoted,
                links: links(in: inline, text), runs: runs(of: inline)))
    }

    /// Where the words begin: behind the label of the block's provision and the space after it.
    private func start(of leaf: MarkdownNode, _ text: ScalarText, in clause: Int?) -> Int {
        guard let first = leaf.firstChild, first.kind == .customInline, first.firstChild?.kind == .text else {
            return emphasisedLabel(of: clause, text)
        }
        return text.skippingSpace(ScalarText(first.plainText).scalars.count)
    }

    /// Behind a label that is set off together with what follows it: "**1.1. Организатор.** ООО …".
    private func emphasisedLabel(of clause: Int?, _ text: ScalarText) -> Int {
        guard let label = clause.map({ Array(clauses[$0].label.unicodeScalars) }), !label.isEmpty,
            text.scalars.starts(with: label)
        else { return 0 }
        let end = text[label.count] == "." ? label.count + 1 : label.count
        return text.isSpace(end) ? text.skippingSpace(end) : 0
    }

    private mutating func place(of element: MarkdownNode, depth: Int) -> Passage.Item? {
        if let known = items[element] { return known }
        guard let parent = element.parent else { return nil }
        let list = lists[parent] ?? (lists.count, 0)
        lists[parent] = (list.number, list.count + 1)
        let item = Passage.Item(list: list.number, index: list.count, depth: depth)
        items[element] = item
        return item
    }

    private mutating func cell(of leaf: MarkdownNode) -> Passage.Cell? {
        guard case .tableCell(let isHeader) = leaf.kind, let row = leaf.parent else { return nil }
        var node: MarkdownNode? = row
        while let current = node, current.kind != .table { node = current.parent }
        guard let table = node else { return nil }
        let number = tables[table] ?? tables.count
        if self.row?.node != row {
            let index = isHeader || tables[table] == nil ? 0 : (self.row?.index ?? 0) + 1
            self.row = (row, index, 0)
        } else {
            self.row?.column += 1
        }
        tables[table] = number
        return self.row.map { Passage.Cell(table: number, row: $0.index, column: $0.column) }
    }

    // MARK: Where its words stand

    private func runs(of inline: InlineText) -> [Passage.Run] {
        inline.pieces.map { piece in
            guard let (map, base) = edition.origin(of: piece.node) else {
                let offset = piece.node.startOffset
                return Passage.Run(start: piece.start) { _ in offset..<offset + 1 }
            }
            return Passage.Run(start: piece.start) { map.sourceRange(of: base + $0..<base + $0 + 1) }
        }
    }

    private func links(in inline: InlineText, _ text: ScalarText) -> [Passage.Link] {
        var links: [(node: MarkdownNode, bytes: Range<Int>)] = []
        for piece in inline.pieces where piece.isLinked {
            guard let link = Self.link(around: piece.node) else { continue }
            let end = piece.start + piece.count
            if let last = links.last, last.node == link {
                links[links.count - 1].bytes = last.bytes.lowerBound..<end
            } else {
                links.append((link, piece.start..<end))
            }
        }
        return links.map { node, bytes in
            Passage.Link(
                range: text.scalars(bytes), destination: String(decoding: node.destination, as: UTF8.self))
        }
    }

    private static func link(around node: MarkdownNode) -> MarkdownNode? {
        var node = node.parent
        while let current = node, current.kind != .link { node = current.parent }
        return node
    }
}

extension Passage {
    /// The passages of a Markdown text that has no provisions: that of a profile.
    package static func all(in body: Range<Int>, of file: SourceFile) -> [Passage] {
        Passages(MarkdownTree(file, body: body)).list
    }

    /// The texts of a file's fields, each a passage that bears the name of its field.
    package static func fields(_ mapping: YAML.Mapping, of file: SourceFile) -> [Passage] {
        mapping.entries.flatMap { fields(of: $0.value, named: $0.key.text, file) }
    }

    private static func fields(of value: YAML, named name: String, _ file: SourceFile) -> [Passage] {
        switch value {
        case .scalar(let scalar): [field(scalar, named: name, file)]
        case .sequence(let values, _): values.flatMap { fields(of: $0, named: name, file) }
        case .mapping(let mapping):
            mapping.entries.flatMap { fields(of: $0.value, named: "\(name).\($0.key.text)", file) }
        }
    }

    private static func field(_ scalar: YAML.Scalar, named name: String, _ file: SourceFile) -> Passage {
        let (bytes, range) = (Array(scalar.text.utf8), scalar.range)
        // Of a text that is folded or escaped, only its beginning is known.
        let start = [range.lowerBound, range.lowerBound + 1].first {
            $0 + bytes.count <= range.upperBound && file.bytes[$0..<$0 + bytes.count].elementsEqual(bytes)
        }
        let run = Run(start: 0) { byte in start.map { $0 + byte..<$0 + byte + 1 } ?? range }
        return Passage(.field(name), ScalarText(bytes), runs: [run])
    }
}
