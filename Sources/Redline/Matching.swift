/// Which block of the old text is which of the new one.
struct Matching {
    let old: [Block]
    let new: [Block]
    let similarity: Similarity
    /// For each old block the new one it became, and the other way.
    private(set) var newOf: [Int?]
    private(set) var oldOf: [Int?]
    /// Further new blocks an old one was split into, and further old ones merged into a new one, next to the first.
    var splits: [Int: [Int]] = [:]
    var merges: [Int: [Int]] = [:]
    var isInSplitOrMerge: (old: Set<Int>, new: Set<Int>) = ([], [])

    init(_ old: [Block], _ new: [Block]) {
        (self.old, self.new) = (old, new)
        similarity = Similarity(old, new)
        newOf = Array(repeating: nil, count: old.count)
        oldOf = Array(repeating: nil, count: new.count)
        matchNames()
        matchAnchors()
        growAnchors()
        alignGaps()
        growAnchors()
        matchMoved()
        alignGaps()
        findSplitsAndMerges()
    }

    mutating func match(_ oldIndex: Int, _ newIndex: Int) {
        newOf[oldIndex] = newIndex
        oldOf[newIndex] = oldIndex
    }

    mutating func unmatch(_ oldIndex: Int, _ newIndex: Int) {
        newOf[oldIndex] = nil
        oldOf[newIndex] = nil
    }

    /// Whether nothing is known yet of either.
    func isFree(_ oldIndex: Int, _ newIndex: Int) -> Bool {
        old.indices.contains(oldIndex) && new.indices.contains(newIndex) && newOf[oldIndex] == nil
            && oldOf[newIndex] == nil
    }

    /// Whether blocks of these kinds can become one another: a row only a row, a rule only a rule.
    func areComparable(_ oldIndex: Int, _ newIndex: Int) -> Bool {
        old[oldIndex].kind.isRow == new[newIndex].kind.isRow
            && (old[oldIndex].kind == .rule) == (new[newIndex].kind == .rule)
    }

    /// The pairs that stand in order, in order; all others moved.
    func inPlace() -> [(old: Int, new: Int)] {
        let links = newOf.enumerated().compactMap { oldIndex, newIndex in
            newIndex.map {
                Chain.Link(
                    old: oldIndex, new: $0,
                    weight: 1 + similarity.weight(ofOld: oldIndex) + similarity.weight(ofNew: $0))
            }
        }
        return Chain.heaviest(links).map { (links[$0].old, links[$0].new) }
    }

    /// The stretches between the pairs that stand in order.
    func gaps() -> [(old: Range<Int>, new: Range<Int>)] {
        var gaps: [(Range<Int>, Range<Int>)] = []
        var (oldStart, newStart) = (0, 0)
        for pair in inPlace() + [(old.count, new.count)] {
            if pair.old > oldStart, pair.new > newStart { gaps.append((oldStart..<pair.old, newStart..<pair.new)) }
            (oldStart, newStart) = (pair.old + 1, pair.new + 1)
        }
        return gaps
    }
}
