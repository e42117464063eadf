package import HTML
package import Templates

extension Redline {
    /// The redline as a page shows it, as one element with `data-redline`.
    ///
    /// What changed stands in two columns where there is room for them (`was`, `now`), and where there is not in one: then a block that
    /// was edited is shown with both texts in each other (`both`), and its `now` is not. What did not change is folded away, but for
    /// the headings of sections in which something did.
    package func columns(_ strings: Strings) -> Element {
        var page = FoldedPage(strings)
        for row in Columns(self, strings).rows {
            switch row {
            case .still(let still): page.add(still)
            case .changed(let change): page.add(change)
            }
        }
        return .element("div", [("class", "redline"), ("data-redline", "")], page.elements)
    }
}

/// Rows, with what did not change between them folded.
private struct FoldedPage {
    private let strings: Strings
    private var finished: [Element] = []
    private var waiting: [Columns.Still] = []

    init(_ strings: Strings) { self.strings = strings }

    var elements: [Element] {
        var page = self
        page.fold(page.waiting[...])
        return page.finished
    }

    mutating func add(_ still: Columns.Still) { waiting.append(still) }

    mutating func add(_ change: Columns.Changed) {
        var start = 0
        for index in context(of: change) {
            fold(waiting[start..<index])
            var list = BlockList(strings: strings)
            Self.add(waiting[index], to: &list)
            finished += list.elements
            start = index + 1
        }
        fold(waiting[start...])
        waiting = []
        finished.append(change.element)
    }

    /// The headings that a change stands under, and the beginning of the provision that it is in the middle of.
    private func context(of change: Columns.Changed) -> [Int] {
        var found: [Int] = []
        var level = change.isInside ? Int.max : 7
        for (index, still) in waiting.enumerated().reversed() where still.isHead {
            let own = still.headingLevel ?? 7
            // The title of the text is not needed: the page has it.
            if own >= level || still.block.kind == .heading(level: 1) { continue }
            found.append(index)
            level = own
        }
        return found.reversed()
    }

    /// Folds blocks that did not change; those that changed their number alone apart.
    private mutating func fold(_ blocks: ArraySlice<Columns.Still>) {
        var rest = blocks
        while let first = rest.first {
            let isRenumbered = first.isRenumbered
            let group = rest.prefix { $0.isRenumbered == isRenumbered || $0.block.label == nil }
            rest = rest.dropFirst(group.count)
            var list = BlockList(strings: strings)
            for still in group { Self.add(still, to: &list) }
            let summary = Element.element("summary", [("data-note", "")], [.text(self.summary(of: group))])
            finished.append(
                .element(
                    "details", [("class", isRenumbered ? "still renumbered" : "still")], [summary] + list.elements))
        }
    }

    private func summary(of group: ArraySlice<Columns.Still>) -> String {
        let numbered = group.filter { $0.block.label?.isNumber ?? false }
        let new = range(numbered.compactMap { $0.block.label?.name })
        if group.first?.isRenumbered ?? false {
            return strings[
                "redline-only-renumbered", ["old": range(numbered.compactMap(\.oldLabel)) ?? "", "new": new ?? ""]]
        }
        return new.map { strings["redline-unchanged-labels", ["labels": $0]] } ?? strings["redline-unchanged"]
    }

    /// `7.1–7.4`.
    private func range(_ labels: [String]) -> String? {
        guard let first = labels.first, let last = labels.last else { return nil }
        return labels.count == 1 ? first : "\(first)–\(last)"
    }

    private static func add(_ still: Columns.Still, to list: inout BlockList) {
        list.add(still.block, still.runs, [], headingLevel: still.headingLevel)
        for row in still.further { list.add(row.block, row.runs, []) }
    }
}
