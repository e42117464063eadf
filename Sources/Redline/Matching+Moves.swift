extension Matching {
    /// Among what is left over on both sides: blocks that moved and were edited, the most alike first.
    ///
    /// A block that resembles one which has its match already is an insertion, not a move.
    mutating func matchMoved() {
        let oldFree = old.indices.filter { newOf[$0] == nil && old[$0].stems.count >= 2 }
        let newFree = new.indices.filter { oldOf[$0] == nil && new[$0].stems.count >= 2 }
        let scored = candidates(oldFree, newFree).filter { areComparable($0.old, $0.new) }
            .map { (pair: $0, score: similarity.dice($0.old, $0.new)) }
            .filter { $0.score >= 0.45 }
            .sorted { ($1.score, $0.pair.old, $0.pair.new) < ($0.score, $1.pair.old, $1.pair.new) }
        for (pair, score) in scored where score >= 0.65 && isFree(pair.old, pair.new) {
            if min(old[pair.old].stems.count, new[pair.new].stems.count) < 3, score < 0.95 { continue }
            match(pair.old, pair.new)
        }
        for (pair, _) in scored where isFree(pair.old, pair.new) && hasMatchedNeighbour(pair.old, pair.new) {
            match(pair.old, pair.new)
        }
    }

    /// A block that is left over beside one that has its match, and says what that match said too, is a part of it.
    mutating func findSplitsAndMerges() {
        for place in new.indices where oldOf[place] == nil && isText(new[place]) {
            for neighbour in [place - 1, place + 1] {
                guard new.indices.contains(neighbour), let source = oldOf[neighbour], isText(old[source]),
                    isText(new[neighbour]), splits[source] == nil, !isInSplitOrMerge.new.contains(place),
                    similarity.coverage(of: new[place].stems, by: old[source].stems, beside: new[neighbour].stems)
                        >= 0.6
                else { continue }
                splits[source] = [place]
                isInSplitOrMerge.new.formUnion([place, neighbour])
                isInSplitOrMerge.old.insert(source)
                break
            }
        }
        for index in old.indices where newOf[index] == nil && isText(old[index]) {
            for neighbour in [index - 1, index + 1] {
                guard old.indices.contains(neighbour), let target = newOf[neighbour], isText(new[target]),
                    isText(old[neighbour]), merges[target] == nil, !isInSplitOrMerge.old.contains(neighbour),
                    !isInSplitOrMerge.old.contains(index), !isInSplitOrMerge.new.contains(target),
                    similarity.coverage(of: old[index].stems, by: new[target].stems, beside: old[neighbour].stems)
                        >= 0.6
                else { continue }
                merges[target] = [index]
                isInSplitOrMerge.old.formUnion([index, neighbour])
                isInSplitOrMerge.new.insert(target)
                break
            }
        }
    }

    private func isText(_ block: Block) -> Bool {
        if block.stems.count < 3 { return false }
        switch block.kind {
        case .paragraph, .item: return true
        default: return false
        }
    }
}
