internal import HTML
internal import Templates

/// Elements of blocks, with those of lists, tables and quotes gathered into one.
struct BlockList {
    typealias Attribute = (name: String, value: String?)

    private enum Group: Equatable { case none, list, table }

    private let strings: Strings
    /// Whether a screen reader is told of every part that came or went.
    private let isSpoken: Bool
    private var finished: [Element] = []
    private var open: [Element] = []
    private var group = Group.none
    private var isQuoted = false

    init(strings: Strings, isSpoken: Bool = true) { (self.strings, self.isSpoken) = (strings, isSpoken) }

    var elements: [Element] {
        var list = self
        list.close()
        return list.finished
    }

    /// - Parameters:
    ///   - runs: of a row one list for each cell, else one.
    ///   - headingLevel: that of a block that is shown as a heading; nil for the block's own.
    mutating func add(_ block: Block, _ runs: [[Run]], _ attributes: [Attribute], headingLevel: Int? = nil) {
        let group: Group = block.kind.isRow ? .table : block.kind.isItem ? .list : .none
        if group != self.group || block.isQuoted != isQuoted { close() }
        (self.group, isQuoted) = (group, block.isQuoted)
        let content = runs.first.map(inlines) ?? []
        if let headingLevel { return open.append(.element("h\(headingLevel)", attributes, content)) }
        switch block.kind {
        case .heading(let level): open.append(.element("h\(level)", attributes, content))
        case .paragraph, .source: open.append(.element("p", attributes, content))
        case .item(let depth):
            let marker = block.label == nil ? [] : [(name: "class", value: Optional("labelled"))]
            open.append(.element("li", [("data-depth", "\(depth)")] + marker + attributes, content))
        case .row(let isHeader):
            let cells = runs.map { Element.element(isHeader ? "th" : "td", [], inlines($0)) }
            open.append(.element("tr", attributes, cells))
        case .code: open.append(.element("pre", attributes, content))
        case .rule: open.append(.element("hr", attributes, []))
        }
    }

    /// Something of the redline's own, between blocks.
    mutating func add(_ element: Element) {
        close()
        finished.append(element)
    }

    private mutating func close() {
        guard !open.isEmpty else { return }
        var elements = open
        switch group {
        case .none: break
        case .list: elements = [.element("ul", [], elements)]
        case .table: elements = [.element("table", [], [.element("tbody", [], elements)])]
        }
        finished += isQuoted ? [.element("blockquote", [], elements)] : elements
        open = []
    }

    private func inlines(_ runs: [Run]) -> [Element] {
        var elements: [Element] = []
        var rest = runs[...]
        while let first = rest.first {
            let same = rest.prefix { $0.mark == first.mark && $0.isLabel == first.isLabel }
            rest = rest.dropFirst(same.count)
            let content = same.map(Self.styled)
            let label: [Attribute] = first.isLabel ? [("data-label", "")] : []
            switch first.mark {
            case .keep: elements += content
            case .delete: elements.append(.element("del", label, spoken("redline-deleted") + content))
            case .insert: elements.append(.element("ins", label, spoken("redline-inserted") + content))
            case .format: elements.append(.element("span", [("data-format", "")], content))
            case .typographicDelete: elements.append(.element("del", [("data-typographic", "")], content))
            case .typographicInsert: elements.append(.element("ins", [("data-typographic", "")], content))
            case .note: elements.append(.element("span", [("data-note", "")], content))
            }
        }
        return elements
    }

    /// What a screen reader says before a part, for most of them pass over `<del>` and `<ins>` in silence.
    private func spoken(_ key: String) -> [Element] {
        isSpoken ? [.element("span", [("class", "spoken"), ("data-note", "")], [.text(strings[key] + ": ")])] : []
    }

    private static func styled(_ run: Run) -> Element {
        var element = Element.text(run.text)
        if run.style.isCode { element = .element("code", [], [element]) }
        if run.style.isEmphasis { element = .element("em", [], [element]) }
        if run.style.isStrong { element = .element("strong", [], [element]) }
        // No link: where it led may be an outsider's address. What it was is told, not followed.
        if let link = run.style.link { element = .element("span", [("class", "link"), ("title", link)], [element]) }
        return element
    }
}
