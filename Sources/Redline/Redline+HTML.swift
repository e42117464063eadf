package import HTML
package import Templates

extension Redline {
    /// The redline as one element with `data-redline`, its own words taken from `strings`.
    ///
    /// `<del>` and `<ins>` hold phrasing content only, whole blocks are marked by `data-change`, what moved by `data-moved`; the redline's
    /// own words have `data-note`. The first changed block of each of `provisions` has its anchor as its `id`.
    package func html(_ strings: Strings) -> Element {
        let words = Words(strings: strings)
        var blocks = BlockList(strings: strings)
        for (place, step) in steps.enumerated() {
            let id = (name: "id", value: anchors[place])
            switch step {
            case .delete(let index):
                blocks.add(old[index], runs(of: old[index], .delete), [id, ("data-change", "delete")])
            case .insert(let index):
                blocks.add(new[index], runs(of: new[index], .insert), [id, ("data-change", "insert")])
            case .pair(let index): add(index, id, words, to: &blocks)
            case .moveFrom(let index):
                let pair = pairs[index]
                let whole = runs(of: index, as: .old, words)
                let parts = pair.isRewritten || old[pair.old[0]].kind.isRow ? whole : [Array(whole.joined())]
                add(
                    parts, note: words.movedTo(new[pair.new[0]].label?.name), [old[pair.old[0]]],
                    [("data-moved", "from")], to: &blocks)
            case .moveTo(let index):
                let pair = pairs[index]
                add(
                    runs(of: index, as: .new, words), note: words.movedFrom(old[pair.old[0]].label?.name),
                    pair.new.map { new[$0] }, [id, ("data-moved", "to")], to: &blocks)
            }
        }
        return .element("div", [("class", "redline"), ("data-redline", "")], blocks.elements)
    }

    private func add(_ index: Int, _ id: BlockList.Attribute, _ words: Words, to blocks: inout BlockList) {
        let pair = pairs[index]
        if pair.isRewritten {
            let attributes = [("data-change", Optional("rewrite"))]
            blocks.add(old[pair.old[0]], runs(of: index, as: .old, words), [id] + attributes)
            blocks.add(new[pair.new[0]], runs(of: index, as: .new, words), attributes)
            return
        }
        let change = pair.hasEdits ? "modify" : nil
        let runs = runs(of: index, words)
        let attributes = [("data-change", change)]
        if new[pair.new[0]].kind.isRow { return blocks.add(new[pair.new[0]], runs, [id] + attributes) }
        for (order, (block, runs)) in zip(pair.new, runs).enumerated() {
            blocks.add(new[block], [runs], order == 0 ? [id] + attributes : attributes)
        }
    }

    private func add(
        _ runs: [[Run]], note: String, _ shown: [Block], _ attributes: [BlockList.Attribute], to blocks: inout BlockList
    ) {
        var runs = runs
        if !runs.isEmpty { runs[runs.count - 1].append(Run(mark: .note, text: " " + note, style: Block.Style())) }
        if shown[0].kind.isRow { return blocks.add(shown[0], runs, attributes) }
        for (order, (block, runs)) in zip(shown, runs).enumerated() {
            blocks.add(block, [runs], order == 0 ? attributes : attributes.filter { $0.name != "id" })
        }
    }
}

/// Elements of blocks, with those of lists, tables and quotes gathered into one.
private struct BlockList {
    typealias Attribute = (name: String, value: String?)

    private enum Group: Equatable { case none, list, table }

    private let strings: Strings
    private var finished: [Element] = []
    private var open: [Element] = []
    private var group = Group.none
    private var isQuoted = false

    init(strings: Strings) { self.strings = strings }

    var elements: [Element] {
        var list = self
        list.close()
        return list.finished
    }

    mutating func add(_ block: Block, _ runs: [[Run]], _ attributes: [Attribute]) {
        let group: Group = block.kind.isRow ? .table : block.kind.isItem ? .list : .none
        if group != self.group || block.isQuoted != isQuoted { close() }
        (self.group, isQuoted) = (group, block.isQuoted)
        let content = runs.first.map(inlines) ?? []
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
        for (mark, runs) in runs.stretches {
            let content = runs.map(Self.styled)
            switch mark {
            case .keep: elements += content
            case .delete: elements.append(.element("del", [], [spoken("redline-deleted")] + content))
            case .insert: elements.append(.element("ins", [], [spoken("redline-inserted")] + content))
            case .format: elements.append(.element("span", [("data-format", "")], content))
            case .typographicDelete: elements.append(.element("del", [("data-typographic", "")], content))
            case .typographicInsert: elements.append(.element("ins", [("data-typographic", "")], content))
            case .note: elements.append(.element("span", [("data-note", "")], content))
            }
        }
        return elements
    }

    /// What a screen reader says before a part, for most of them pass over `<del>` and `<ins>` in silence.
    private func spoken(_ key: String) -> Element {
        .element("span", [("class", "spoken"), ("data-note", "")], [.text(strings[key] + ": ")])
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
