#if canImport(Glibc)
    private import Glibc
#endif

/// How alike two blocks are: Dice's coefficient (L. R. Dice, 1945) over the stems of their words, each weighted by how rare it is
/// (inverse document frequency; K. Spärck Jones, 1972): "ИНН" says more about a clause than "данных".
struct Similarity {
    private let weights: [Double]
    private let oldTotals: [Double]
    private let newTotals: [Double]
    private let old: [Block]
    private let new: [Block]

    init(_ old: [Block], _ new: [Block]) {
        let stemCount = (old + new).reduce(0) { max($0, ($1.stems.last ?? -1) + 1) }
        var frequency = [Int](repeating: 0, count: stemCount)
        for block in old + new {
            var last = -1
            for stem in block.stems where stem != last {
                frequency[stem] += 1
                last = stem
            }
        }
        let count = Double(max(1, old.count + new.count))
        let weights = frequency.map { $0 == 0 ? 0 : log(1 + count / Double($0)) }
        self.weights = weights
        oldTotals = old.map { $0.stems.reduce(0) { $0 + weights[$1] } }
        newTotals = new.map { $0.stems.reduce(0) { $0 + weights[$1] } }
        (self.old, self.new) = (old, new)
    }

    /// 0 where they share nothing, 1 where they say the same.
    func dice(_ oldIndex: Int, _ newIndex: Int) -> Double {
        let sum = oldTotals[oldIndex] + newTotals[newIndex]
        guard sum > 0 else { return old[oldIndex].content == new[newIndex].content ? 1 : 0 }
        return 2 * common(old[oldIndex].stems, new[newIndex].stems) / sum
    }

    /// How much of the smaller of the two the other holds.
    func containment(_ oldIndex: Int, _ newIndex: Int) -> Double {
        let smaller = min(oldTotals[oldIndex], newTotals[newIndex])
        guard smaller > 0 else { return 0 }
        return common(old[oldIndex].stems, new[newIndex].stems) / smaller
    }

    /// How much of `part` stands in `whole` beside what `other` has of it already.
    func coverage(of part: [Int], by whole: [Int], beside other: [Int]) -> Double {
        let total = part.reduce(0) { $0 + weights[$1] }
        guard total > 0 else { return 0 }
        return common(part, Self.difference(whole, other)) / total
    }

    /// The weight of what two sorted lists share.
    private func common(_ left: [Int], _ right: [Int]) -> Double {
        var (i, j, sum) = (0, 0, 0.0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                sum += weights[left[i]]
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }

    private static func difference(_ left: [Int], _ right: [Int]) -> [Int] {
        var rest: [Int] = []
        var j = 0
        for stem in left {
            while j < right.count, right[j] < stem { j += 1 }
            if j < right.count, right[j] == stem { j += 1 } else { rest.append(stem) }
        }
        return rest
    }

    func weight(ofStem stem: Int) -> Double { weights[stem] }
}
