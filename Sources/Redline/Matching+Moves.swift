extension Matching {
    /// Among what is left over on both sides: blocks that moved and were edited, the most alike first.
    ///
    /// A block that resembles one which has its match already is an insertion, not a move.
    mutating func matchMoved() {
        let oldFree = old.indices.filter { newOf[$0] == nil && old[$0].stems.count >= 2 }
        let newFree = new.indices.filter { oldOf[$0] == nil && new[$0].stems.count >= 2 }
        let scored = candidates(oldFree, newFree).filter { areComparable($0.old, $0.new) }
            .map { (pair: $0, score: similarity.dice($0.old, $0.new)) }
            .filter { $0.score >= 0.2 }
            .sorted { ($1.score, $0.pair.old, $0.pair.new) < ($0.score, $1.pair.old, $1.pair.new) }
        let rivals = rivals(scored)
        for (pair, score) in scored where isFree(pair.old, pair.new) {
            let words = min(old[pair.old].stems.count, new[pair.new].stems.count)
            let isAlike = score >= (words < 3 ? 0.95 : 0.65)
            let isUnrivalled = words >= 5 && score >= 0.45 && score >= 2 * rivals(pair)
            if isAlike || isUnrivalled { match(pair.old, pair.new) }
        }
        for (pair, score) in scored
        where score >= 0.45 && isFree(pair.old, pair.new) && hasMatchedNeighbour(pair.old, pair.new) {
            match(pair.old, pair.new)
        }
    }

    /// For a pair, how alike the next best match of either of its blocks is: 0 where there is none.
    private func rivals(
        _ scored: [(pair: (old: Int, new: Int), score: Double)]
    ) -> ((old: Int, new: Int)) -> Double {
        var ofOld: [Int: [Double]] = [:]
        var ofNew: [Int: [Double]] = [:]
        for (pair, score) in scored {
            ofOld[pair.old, default: []].append(score)
            ofNew[pair.new, default: []].append(score)
        }
        return { pair in max(ofOld[pair.old]?.dropFirst().first ?? 0, ofNew[pair.new]?.dropFirst().first ?? 0) }
    }

    /// Blocks that are left over beside one that has its match, and say what that match said too, are parts of it.
    mutating func findSplitsAndMerges() {
        for place in new.indices {
            guard let source = oldOf[place], isText(old[source], atLeast: 3), isText(new[place], atLeast: 1) else {
                continue
            }
            let parts = parts(around: place, of: new, whole: old[source].stems) {
                oldOf[$0] == nil && !isInSplitOrMerge.new.contains($0)
            }
            if parts.isEmpty { continue }
            splits[source] = parts
            isInSplitOrMerge.new.formUnion(parts + [place])
            isInSplitOrMerge.old.insert(source)
        }
        for index in old.indices where !isInSplitOrMerge.old.contains(index) {
            guard let target = newOf[index], isText(new[target], atLeast: 3), isText(old[index], atLeast: 1) else {
                continue
            }
            let parts = parts(around: index, of: old, whole: new[target].stems) {
                newOf[$0] == nil && !isInSplitOrMerge.old.contains($0)
            }
            if parts.isEmpty { continue }
            merges[target] = parts
            isInSplitOrMerge.old.formUnion(parts + [index])
            isInSplitOrMerge.new.insert(target)
        }
    }

    /// The blocks next to one another around `place` that hold what `whole` says beside it.
    private func parts(around place: Int, of blocks: [Block], whole: [Int], isFree: (Int) -> Bool) -> [Int] {
        var parts: [Int] = []
        var covered = blocks[place].stems
        for step in [1, -1] {
            var next = place + step
            while blocks.indices.contains(next), isFree(next), isText(blocks[next], atLeast: 1) {
                let isSmall = blocks[next].stems.count < 3
                let coverage = similarity.coverage(of: blocks[next].stems, by: whole, beside: covered)
                guard coverage >= (isSmall ? 0.99 : 0.6), !isSmall || blocks[next].kind.isItem else { break }
                parts.append(next)
                covered = (covered + blocks[next].stems).sorted()
                next += step
            }
        }
        return parts
    }

    private func isText(_ block: Block, atLeast count: Int) -> Bool {
        if block.stems.count < count { return false }
        switch block.kind {
        case .paragraph, .item: return true
        default: return false
        }
    }
}
