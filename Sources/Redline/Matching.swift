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
        growAnchors()
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

    /// The pairs that stand in order, in order; all others moved: as few words as can be.
    func inPlace() -> [(old: Int, new: Int)] {
        let links = newOf.enumerated().compactMap { oldIndex, newIndex in
            newIndex.map {
                Chain.Link(
                    old: oldIndex, new: $0,
                    weight: Double(2 + old[oldIndex].tokens.count + new[$0].tokens.count))
            }
        }
        return Chain.heaviest(links).map { (links[$0].old, links[$0].new) }
    }

    /// The stretches between the pairs that stand in order, and those between two pairs that are neighbours on both sides: within
    /// what has moved as a whole.
    func gaps() -> [(old: Range<Int>, new: Range<Int>)] {
        let inPlace = [(old: -1, new: -1)] + inPlace() + [(old: old.count, new: new.count)]
        let matchedOld = old.indices.filter { newOf[$0] != nil }
        let matchedNew = new.indices.filter { oldOf[$0] != nil }
        let followingNew = Dictionary(uniqueKeysWithValues: zip(matchedNew, matchedNew.dropFirst()))
        let moved = zip(matchedOld, matchedOld.dropFirst()).compactMap { first, second -> [(old: Int, new: Int)]? in
            guard let start = newOf[first], let end = newOf[second], followingNew[start] == end else { return nil }
            return [(first, start), (second, end)]
        }
        return (zip(inPlace, inPlace.dropFirst()).map { [$0, $1] } + moved).compactMap { pairs in
            let (start, end) = (pairs[0], pairs[1])
            guard end.old - start.old > 1, end.new - start.new > 1 else { return nil }
            return (start.old + 1..<end.old, start.new + 1..<end.new)
        }
    }
}
