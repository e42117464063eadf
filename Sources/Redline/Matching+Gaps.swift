extension Matching {
    /// Aligns what is left between the pairs that stand in order: of all alignments of similar blocks the one with the greatest
    /// sum of similarities (dynamic programming over the pairs that come into question).
    mutating func alignGaps() {
        var isDivided = false
        for gap in gaps() {
            let oldFree = gap.old.filter { newOf[$0] == nil }
            let newFree = gap.new.filter { oldOf[$0] == nil }
            guard !oldFree.isEmpty, !newFree.isEmpty else { continue }
            if oldFree.count * newFree.count > Self.smallGap {
                // What says the same, in order, before what is only similar: many blocks of one text say the same.
                let same = WordDiff(
                    oldFree.map { old[$0].content ?? -1 - $0 }, newFree.map { new[$0].content ?? -1 - old.count - $0 })
                for pair in same.kept where areComparable(oldFree[pair.old], newFree[pair.new]) {
                    match(oldFree[pair.old], newFree[pair.new])
                }
                if same.kept.contains(where: { newOf[oldFree[$0.old]] == newFree[$0.new] }) {
                    isDivided = true
                    continue
                }
            }
            let isLone = oldFree.count == 1 && newFree.count == 1
            let links = candidates(oldFree, newFree).compactMap { pair -> Chain.Link? in
                let score = score(pair.old, pair.new, isLone: isLone)
                return score.map { Chain.Link(old: pair.old, new: pair.new, weight: $0) }
            }
            for index in Chain.heaviest(links) { match(links[index].old, links[index].new) }
        }
        if isDivided { alignGaps() }
    }

    /// The most pairs of a gap of which each is looked at.
    private static let smallGap = 4096

    /// How well a pair fits; nil where it does not.
    private func score(_ oldIndex: Int, _ newIndex: Int, isLone: Bool) -> Double? {
        guard areComparable(oldIndex, newIndex) else { return nil }
        let dice = similarity.dice(oldIndex, newIndex)
        let (oldLabel, newLabel) = (old[oldIndex].label?.name, new[newIndex].label?.name)
        let bonus = oldLabel != nil && oldLabel == newLabel ? 0.05 : 0
        let isContained =
            min(old[oldIndex].stems.count, new[newIndex].stems.count) >= 3
            && similarity.containment(oldIndex, newIndex) >= 0.8
        let isValueOfRow = old[oldIndex].kind.isRow && sameFirstCell(oldIndex, newIndex)
        let least = isLone ? 0.2 : 0.4
        guard dice + bonus >= least || isContained || isValueOfRow else { return nil }
        return dice + bonus + (isContained || isValueOfRow ? 0.1 : 0)
    }

    private func sameFirstCell(_ oldIndex: Int, _ newIndex: Int) -> Bool {
        guard let left = old[oldIndex].cells.first, let right = new[newIndex].cells.first, !left.isEmpty else {
            return false
        }
        return old[oldIndex].tokens[left].map(\.key) == new[newIndex].tokens[right].map(\.key)
    }

    /// The pairs that are looked at: all of a small gap; of a large one those that share rare stems.
    func candidates(_ oldFree: [Int], _ newFree: [Int]) -> [(old: Int, new: Int)] {
        if oldFree.count * newFree.count <= Self.smallGap {
            return oldFree.flatMap { oldIndex in newFree.map { (oldIndex, $0) } }
        }
        var places: [Int: [Int]] = [:]
        for newIndex in newFree {
            for stem in Set(new[newIndex].stems) { places[stem, default: []].append(newIndex) }
        }
        var pairs: [(Int, Int)] = []
        for oldIndex in oldFree {
            var shared: [Int: Double] = [:]
            for stem in Set(old[oldIndex].stems).sorted() {
                guard let found = places[stem], found.count <= 24 else { continue }
                for newIndex in found { shared[newIndex, default: 0] += similarity.weight(ofStem: stem) }
            }
            let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
            pairs += best.map { (oldIndex, $0.key) }
        }
        return pairs
    }
}
