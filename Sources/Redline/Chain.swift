/// The heaviest chain of pairs that increases on both sides: a longest increasing subsequence with weights (M. L. Fredman, 1975),
/// by a Fenwick tree of maxima. O(n log n).
enum Chain {
    struct Link {
        let old: Int
        let new: Int
        let weight: Double
    }

    /// The places in `links` of those that make the chain, in order. Where two chains weigh the same, the first one found.
    static func heaviest(_ links: [Link]) -> [Int] {
        guard let last = links.map(\.new).max() else { return [] }
        let order = links.indices.sorted {
            (links[$0].old, -links[$0].new, $0) < (links[$1].old, -links[$1].new, $1)
        }
        var tree = [(weight: Double, link: Int)](repeating: (0, -1), count: last + 2)
        var totals = [Double](repeating: 0, count: links.count)
        var previous = [Int](repeating: -1, count: links.count)
        var best = -1
        for link in order {
            var found = (weight: 0.0, link: -1)
            var index = links[link].new
            while index > 0 {
                if tree[index].weight > found.weight { found = tree[index] }
                index &= index - 1
            }
            totals[link] = found.weight + links[link].weight
            previous[link] = found.link
            if best < 0 || totals[link] > totals[best] { best = link }
            index = links[link].new + 1
            while index < tree.count {
                if totals[link] > tree[index].weight { tree[index] = (totals[link], link) }
                index += index & -index
            }
        }
        var chain: [Int] = []
        while best >= 0 {
            chain.append(best)
            best = previous[best]
        }
        return chain.reversed()
    }
}
