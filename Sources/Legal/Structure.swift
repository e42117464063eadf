internal import Diagnostics
internal import Markdown
internal import Source

/// Finds the sections, clauses and items of a legal text and rebuilds its tree around them.
///
/// The native form of a Russian legal text (`1. Общие положения` alone on its line, `1.1. Настоящая…`) and the Markdown form
/// (`## 1. Общие положения`) give the same structure. Numbers are part of the text: no ordered list is made of them.
struct Structure {
    /// A part of the text that is decided on by itself: a block, or one item of an ordered list.
    struct Unit {
        let node: MarkdownNode
        /// Of an item: its list, the number it is typed with, and whether it is the only one there.
        var item: (list: MarkdownNode, number: Int, isAlone: Bool)?
    }

    /// A provision whose element is open: what follows belongs into it.
    struct Provision {
        let node: MarkdownNode
        let depth: Int
        let id: String
        var itemLabel: ItemLabel?
    }

    /// A heading of the text, for its table of contents.
    struct Heading {
        let clause: Int
        let node: MarkdownNode
        /// How many bytes of its text are the label.
        let labelLength: Int
    }

    /// Where the permalink of a provision stands.
    struct Anchor {
        let clause: Int
        let leaf: MarkdownNode
    }

    /// The depth of items: below every clause.
    static let itemDepth = 100

    var edition: EditionTree
    var clauses: [Clause] = []
    var headings: [Heading] = []
    var anchors: [Anchor] = []
    /// Every id an element of the text has.
    var ids: Set<String> = []
    var hasTitle = false
    var diagnostics: [Diagnostic] = []

    /// What is still to be placed, the next one last.
    var pending: [Unit]
    var open: [Provision] = []
    /// The element of each provision, as an index into `clauses`.
    var provisions: [MarkdownNode: Int] = [:]
    /// The elements that were made around one item or one bullet.
    var itemElements: Set<MarkdownNode> = []
    /// The elements that were made around items and around bullets; what follows directly goes into the same one.
    var lists: Set<MarkdownNode> = []
    /// The elements of annexes, each with what stands before the ids in it.
    var annexes: [MarkdownNode: String] = [:]
    var annexPrefix = ""
    var previousSection = 0
    let hasLowerHeadings: Bool

    /// Rebuilds the tree.
    ///
    /// - Parameter title: the document's: a first line that says the same is the text's own title.
    init(_ edition: EditionTree, title: String) {
        self.edition = edition
        let root = edition.tree.root
        hasLowerHeadings = root.children.contains { $0.kind.headingLevel ?? 0 > 1 }
        pending = []
        push(units(of: root))
        for child in Array(root.children) { child.unlink() }
        takeTitle(title)
        while let unit = pending.popLast() { place(unit) }
    }

    /// Puts units before everything that is still to be placed.
    mutating func push(_ units: [Unit]) {
        pending += units.reversed()
    }

    private mutating func units(of parent: MarkdownNode) -> [Unit] {
        parent.children.flatMap { node -> [Unit] in
            guard node.kind == .list(ordered: true), node.listDelimiter == .period else { return [Unit(node: node)] }
            let items = Array(node.children)
            reportNumbers(of: items, in: node)
            return items.enumerated().map { index, item in
                Unit(node: item, item: (node, node.listStart + index, items.count == 1))
            }
        }
    }

    // MARK: The title

    private mutating func takeTitle(_ title: String) {
        guard let first = pending.last, first.item == nil else { return }
        let text = first.node.plainText
        guard NumberLabel(startOf: text) == nil else { return }
        switch first.node.kind {
        case .heading(level: 1): break
        case .paragraph where edition.lines(of: first.node).count <= 3:
            guard Self.isAllCapitals(text) || Self.folded(text) == Self.folded(Array(title.utf8)) else { return }
        default: return
        }
        pending.removeLast()
        let heading = withLevel(1, first.node)
        edition.tree.root.append(heading)
        takeAuthorsAnchor(of: heading)
        hasTitle = true
    }

    static func isAllCapitals(_ text: [UInt8]) -> Bool {
        let letters = String(decoding: text, as: UTF8.self).unicodeScalars.filter(\.isLetter)
        return letters.count > 2 && letters.allSatisfy(\.isCapital)
    }

    private static func folded(_ text: [UInt8]) -> [UInt8] {
        Array(String(decoding: text, as: UTF8.self).lowercased().utf8.filter { $0 > 0x20 })
    }

    // MARK: Placing

    private mutating func place(_ unit: Unit) {
        if unit.item != nil { return placeListItem(unit) }
        switch unit.node.kind {
        case .heading(let level): placeHeading(unit.node, level: level)
        case .paragraph: placeParagraph(unit)
        case .codeBlock:
            reportIndentedClause(unit.node)
            append(unit.node)
        case .list(ordered: true):
            let items = Array(unit.node.children)
            reportNumbers(of: items, in: unit.node)
            placeItems(items, of: unit.node)
        default: append(unit.node)
        }
    }

    /// Adds a block to the provision that is open. Only a list that an item's colon announces goes into that item.
    mutating func append(_ node: MarkdownNode) {
        if !isAnnounced(node) { close(to: Self.itemDepth) }
        container.append(node)
        convertOrderedLists(below: node)
        if node.kind == .paragraph { takeAuthorsAnchor(of: node) }
    }

    func isAnnounced(_ node: MarkdownNode) -> Bool {
        guard case .list = node.kind, let last = open.last, last.depth >= Self.itemDepth else { return false }
        return last.node.lastChild?.plainText.last == UInt8(ascii: ":")
    }

    var container: MarkdownNode { open.last?.node ?? edition.tree.root }

    /// Closes every open provision at `depth` or below it.
    mutating func close(to depth: Int) {
        while let last = open.last, last.depth >= depth { open.removeLast() }
    }

    private mutating func placeHeading(_ heading: MarkdownNode, level: Int) {
        let text = heading.plainText
        if let annex = AnnexLabel(line: text) {
            openAnnex(annex, heading)
        } else if let label = NumberLabel(startOf: text) {
            openNumbered(label, heading, isHeading: true, at: edition.offset(ofStart: heading))
        } else {
            let depth = max(1, level - 1)
            close(to: depth)
            let section = edition.blockElement("section")
            container.append(section)
            open.append(Provision(node: section, depth: depth, id: open.last?.id ?? ""))
            let heading = withLevel(max(2, level), heading)
            section.append(heading)
            takeAuthorsAnchor(of: heading)
        }
    }

    private mutating func placeParagraph(_ unit: Unit) {
        let lines = edition.lines(of: unit.node)
        let firstLine = lines[0].plainText
        if lines.count == 1, let annex = AnnexLabel(line: firstLine) { return openAnnex(annex, unit.node) }
        guard let label = NumberLabel(startOf: firstLine) else { return placeUnnumbered(unit.node, lines) }
        let offset = edition.offset(ofStart: unit.node)
        if label.depth > 1 {
            let (own, rest) = splitAtItems(unit.node, lines)
            openNumbered(label, own, isHeading: false, at: offset)
            reportHiddenProvisions(lines.dropFirst(), after: label)
            if let rest { push([Unit(node: rest)]) }
        } else if isSection(label.components[0], lines, unit, before: pending.last) {
            openSection(label, lines, at: offset)
        } else {
            placeTypedItem(unit.node, label: ItemLabel(number: label), at: offset)
        }
    }
}
