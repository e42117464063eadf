internal import HTML
internal import Templates

/// The rows of a redline on a page: what changed stands in two columns where there is room for them and in one, with both texts
/// in each other, where there is not.
struct Columns {
    private let redline: Redline
    private let strings: Strings
    private let words: Redline.Words
    private let outline: (old: Outline, new: Outline)
    /// The id of the place that each pair that moved came to.
    private var destinations: [Int: String] = [:]
    private(set) var rows: [Row] = []

    enum Row {
        case still(Still)
        case changed(Changed)
    }

    struct Changed {
        let element: Element
        /// Whether it begins in the middle of a provision, whose beginning is then needed to understand it.
        let isInside: Bool
    }

    /// A block of which nothing but its number changed, or a table in which nothing changed.
    struct Still {
        /// The first of a table.
        let block: Block
        let oldLabel: String?
        let headingLevel: Int?
        /// Whether a provision begins with it.
        let isHead: Bool
        let runs: [[Run]]
        /// The rows of a table behind its first.
        var further: [(block: Block, runs: [[Run]])] = []

        var isRenumbered: Bool { oldLabel != block.label?.name }
    }

    init(_ redline: Redline, _ strings: Strings) {
        (self.redline, self.strings, words) = (redline, strings, Redline.Words(strings: strings))
        outline = (Outline(redline.old), Outline(redline.new))
        for (place, step) in redline.steps.enumerated() {
            if case .moveTo(let pair) = step { destinations[pair] = redline.anchors[place] }
        }
        var start = 0
        while start < redline.steps.count {
            let end = endOfRow(at: start)
            switch redline.steps[start] {
            case let step where isOfTable(step): addTable(start..<end)
            case .pair(let pair): add(pair, at: start)
            default: addGap(start..<end)
            }
            start = end
        }
    }

    /// One step, or as many as are shown together: the rows of a table, and what came and went between two blocks that stayed.
    private func endOfRow(at start: Int) -> Int {
        let rest = redline.steps[start...].dropFirst()
        let end =
            switch redline.steps[start] {
            case let step where isOfTable(step): rest.firstIndex { !isOfTable($0) }
            case .pair: start + 1
            default: rest.firstIndex { step in if case .pair = step { true } else { isOfTable(step) } }
            }
        return end ?? redline.steps.count
    }

    private func isOfTable(_ step: Redline.Step) -> Bool {
        switch step {
        case .delete(let index): redline.old[index].kind.isRow
        case .insert(let index): redline.new[index].kind.isRow
        case .moveFrom(let pair): redline.old[redline.pairs[pair].old[0]].kind.isRow
        case .pair(let pair), .moveTo(let pair): redline.new[redline.pairs[pair].new[0]].kind.isRow
        }
    }

    /// A heading of the text stands below those of the page; a section of the native form is a heading, too.
    private func headingLevel(_ block: Block, _ level: Outline.Level) -> Int? {
        switch block.kind {
        case .heading(let level): min(6, max(3, level + 1))
        case .paragraph where Outline.isSection(level): 3
        default: nil
        }
    }

    private func oldHeading(_ index: Int) -> Int? {
        headingLevel(redline.old[index], outline.old.heads[index] == index ? outline.old.level(ofHead: index) : .clause)
    }

    private func newHeading(_ index: Int) -> Int? {
        headingLevel(redline.new[index], outline.new.heads[index] == index ? outline.new.level(ofHead: index) : .clause)
    }

    // MARK: Blocks that stayed

    func isStill(_ pair: Int) -> Bool { redline.kinds[pair, default: []].isSubset(of: [.renumber]) }

    private mutating func add(_ index: Int, at step: Int) {
        let pair = redline.pairs[index]
        if isStill(index) {
            let place = pair.new[0]
            return rows.append(
                .still(
                    Still(
                        block: redline.new[place], oldLabel: redline.old[pair.old[0]].label?.name,
                        headingLevel: newHeading(place), isHead: outline.new.heads[place] == place,
                        runs: redline.runs(of: index, words))))
        }
        let cells = pair.isRewritten ? rewritten(pair, at: step) : edited(pair, index, at: step)
        let isQuiet = redline.kinds[index, default: []].isSubset(of: [.renumber, .referenceFollows])
        add(cells, pair.isRewritten ? "change rewrite" : isQuiet ? "change quiet" : "change", at: step)
    }

    /// So little stayed that the old stands beside the new.
    private func rewritten(_ pair: Pair, at step: Int) -> [Element] {
        let (oldPlace, newPlace) = (pair.old[0], pair.new[0])
        let change = (name: "data-change", value: Optional("rewrite"))
        var (was, now) = (BlockList(strings: strings), BlockList(strings: strings))
        was.add(
            redline.old[oldPlace], redline.runs(of: redline.old[oldPlace], .delete), [change],
            headingLevel: oldHeading(oldPlace))
        now.add(tag("redline-rewritten"))
        now.add(
            redline.new[newPlace], redline.runs(of: redline.new[newPlace], .insert),
            [("id", redline.anchors[step]), change], headingLevel: newHeading(newPlace))
        return [.element("div", [("class", "was")], was.elements), .element("div", [("class", "now")], now.elements)]
    }

    /// Both texts in each other, and for a second column the new one again.
    private func edited(_ pair: Pair, _ index: Int, at step: Int) -> [Element] {
        let change = (name: "data-change", value: pair.hasEdits ? Optional("modify") : nil)
        var (was, now) = (BlockList(strings: strings), BlockList(strings: strings))
        if pair.new.count > 1 { was.add(tag("redline-split")) }
        if pair.old.count > 1 { was.add(tag("redline-merged")) }
        for (order, (place, runs)) in zip(pair.new, redline.runs(of: index, words)).enumerated() {
            let (block, level) = (redline.new[place], newHeading(place))
            was.add(
                block, [runs], order == 0 ? [("id", redline.anchors[step]), change] : [change], headingLevel: level)
            now.add(block, [runs.filter { $0.mark.isOfNew || $0.mark == .note }], [], headingLevel: level)
        }
        return [
            .element("div", [("class", "was both")], was.elements),
            .element("div", [("class", "now"), ("data-note", "")], now.elements),
        ]
    }

    mutating func add(_ cells: [Element], _ classes: String, at step: Int) {
        rows.append(
            .changed(Changed(element: .element("div", [("class", classes)], cells), isInside: !beginsProvision(step))))
    }

    private func beginsProvision(_ step: Int) -> Bool {
        switch redline.steps[step] {
        case .delete(let index): outline.old.heads[index] == index
        case .insert(let index): outline.new.heads[index] == index
        case .moveFrom(let pair): outline.old.heads[redline.pairs[pair].old[0]] == redline.pairs[pair].old[0]
        case .pair(let pair), .moveTo(let pair):
            outline.new.heads[redline.pairs[pair].new[0]] == redline.pairs[pair].new[0]
        }
    }

    func tag(_ key: String) -> Element { tag([.text(strings[key])]) }

    /// What happened, before the blocks that it happened to.
    private func tag(_ content: [Element]) -> Element { .element("p", [("class", "tag"), ("data-note", "")], content) }

    // MARK: What came, went or moved

    private mutating func addGap(_ places: Range<Int>) {
        let cells = [("was", cell(places, ofOld: true)), ("now", cell(places, ofOld: false))]
        add(
            cells.filter { !$1.isEmpty }.map { .element("div", [("class", $0)], $1) }, "change gap",
            at: places.lowerBound)
    }

    /// What stands in a gap of one of the texts; blocks that had one fate together have one tag.
    private func cell(_ places: Range<Int>, ofOld isOld: Bool) -> [Element] {
        var cell = BlockList(strings: strings, isSpoken: false)
        var last: Redline.Step?
        for place in places where isOfOld(redline.steps[place]) == isOld {
            let step = redline.steps[place]
            if !(last.map { continues(step, $0) } ?? false) { cell.add(tag(of: step)) }
            add(step, redline.anchors[place], to: &cell)
            last = step
        }
        return cell.elements
    }

    private func isOfOld(_ step: Redline.Step) -> Bool {
        switch step {
        case .delete, .moveFrom: true
        case .insert, .moveTo, .pair: false
        }
    }

    private func continues(_ step: Redline.Step, _ last: Redline.Step) -> Bool {
        switch (last, step) {
        case (.delete, .delete), (.insert, .insert): return true
        case (.moveFrom(let first), .moveFrom(let second)), (.moveTo(let first), .moveTo(let second)):
            let (first, second) = (redline.pairs[first], redline.pairs[second])
            return first.old[first.old.count - 1] + 1 == second.old[0]
                && first.new[first.new.count - 1] + 1 == second.new[0]
        default: return false
        }
    }

    private func tag(of step: Redline.Step) -> Element {
        switch step {
        case .delete: return tag("redline-tag-deleted")
        case .insert, .pair: return tag("redline-tag-inserted")
        case .moveFrom(let pair):
            let label = redline.new[redline.pairs[pair].new[0]].label?.name
            return tag(
                label.map { strings["redline-tag-moved-to", ["label": $0]] } ?? strings["redline-tag-moved-away"],
                to: destinations[pair])
        case .moveTo(let pair):
            let label = redline.old[redline.pairs[pair].old[0]].label?.name
            return tag(
                label.map { strings["redline-tag-moved-from", ["label": $0]] } ?? strings["redline-tag-moved-here"],
                to: destinations[pair].map(Self.origin))
        }
    }

    private func tag(_ text: String, to id: String?) -> Element {
        tag([id.map { .element("a", [("href", "#\($0)")], [.text(text)]) } ?? .text(text)])
    }

    /// The id of the place that what is at another has left.
    private static func origin(_ destination: String) -> String { destination + "-from" }

    private func add(_ step: Redline.Step, _ id: String?, to cell: inout BlockList) {
        let id = (name: "id", value: id)
        switch step {
        case .delete(let index):
            let block = redline.old[index]
            cell.add(
                block, redline.runs(of: block, .delete), [id, ("data-change", "delete")],
                headingLevel: oldHeading(index))
        case .insert(let index):
            let block = redline.new[index]
            cell.add(
                block, redline.runs(of: block, .insert), [id, ("data-change", "insert")],
                headingLevel: newHeading(index))
        case .moveFrom(let index):
            let pair = redline.pairs[index]
            let runs = Array(redline.runs(of: index, as: .old, words).joined())
            cell.add(
                redline.old[pair.old[0]], [runs],
                [("id", destinations[index].map(Self.origin)), ("data-moved", "from")],
                headingLevel: oldHeading(pair.old[0]))
        case .moveTo(let index):
            for (order, runs) in redline.runs(of: index, as: .new, words).enumerated() {
                let block = redline.pairs[index].new[order]
                cell.add(
                    redline.new[block], [runs], (order == 0 ? [id] : []) + [("data-moved", "to")],
                    headingLevel: newHeading(block))
            }
        case .pair: break
        }
    }

    // MARK: Tables

    private mutating func addTable(_ places: Range<Int>) {
        let pairs = places.compactMap { place -> Int? in
            if case .pair(let pair) = redline.steps[place], isStill(pair) { pair } else { nil }
        }
        if pairs.count == places.count {
            let all = pairs.map { (redline.new[redline.pairs[$0].new[0]], redline.runs(of: $0, words)) }
            guard let first = all.first else { return }
            return rows.append(
                .still(
                    Still(
                        block: first.0, oldLabel: nil, headingLevel: nil, isHead: false, runs: first.1,
                        further: Array(all.dropFirst()))))
        }
        var table = BlockList(strings: strings)
        for place in places { addRow(at: place, to: &table) }
        // Two columns of a table in each of two columns are more than a page has room for.
        let attributes: [BlockList.Attribute] = [
            ("class", "table-scroll"), ("role", "group"), ("aria-label", strings["table"]), ("tabindex", "0"),
        ]
        add([.element("div", attributes, table.elements)], "change table", at: places.lowerBound)
    }

    private func addRow(at place: Int, to table: inout BlockList) {
        let id = (name: "id", value: redline.anchors[place])
        func note(_ text: String, behind runs: [[Run]]) -> [[Run]] {
            guard let last = runs.last else { return runs }
            return runs.dropLast() + [last + [Run(mark: .note, text: " " + text, style: Block.Style())]]
        }
        switch redline.steps[place] {
        case .delete(let index):
            let row = redline.old[index]
            table.add(row, redline.runs(of: row, .delete), [id, ("data-change", "delete")])
        case .insert(let index):
            let row = redline.new[index]
            table.add(row, redline.runs(of: row, .insert), [id, ("data-change", "insert")])
        case .pair(let index):
            let pair = redline.pairs[index]
            table.add(
                redline.new[pair.new[0]], redline.runs(of: index, words),
                [id, ("data-change", pair.hasEdits ? "modify" : nil)])
        case .moveFrom(let index):
            table.add(
                redline.old[redline.pairs[index].old[0]],
                note(words.movedTo(nil), behind: redline.runs(of: index, as: .old, words)), [("data-moved", "from")])
        case .moveTo(let index):
            table.add(
                redline.new[redline.pairs[index].new[0]],
                note(words.movedFrom(nil), behind: redline.runs(of: index, as: .new, words)),
                [id, ("data-moved", "to")])
        }
    }
}
