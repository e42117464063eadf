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
            blocks.add(old[pair.old[0]], runs(of: old[pair.old[0]], .delete), [id] + attributes)
            blocks.add(new[pair.new[0]], runs(of: new[pair.new[0]], .insert), attributes)
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
