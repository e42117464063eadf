/// Compares the words of two blocks, or of one and those it was split into or merged from.
struct PairComparison {
    let old: [Block]
    let new: [Block]

    /// Works out the edits of a pair.
    func compare(_ pair: inout Pair) {
        if pair.old.count + pair.new.count == 2, old[pair.old[0]].isIdentical(to: new[pair.new[0]]) {
            pair.isUntouched = true
            pair.segments = keptSegments(pair.old[0], pair.new[0])
        } else {
            (pair.segments, pair.isRewritten) = segments(pair)
        }
    }

    private func keptSegments(_ oldIndex: Int, _ newIndex: Int) -> [[Edit]] {
        let block = old[oldIndex]
        return (block.kind.isRow ? block.cells : [block.tokens.indices]).map { tokens in
            tokens.map {
                Edit(old: Edit.Place(block: oldIndex, token: $0), new: Edit.Place(block: newIndex, token: $0))
            }
        }
    }

    private func segments(_ pair: Pair) -> (segments: [[Edit]], isRewritten: Bool) {
        if old[pair.old[0]].kind.isRow { return (cells(pair.old[0], pair.new[0]), false) }
        let oldPlaces = places(pair.old, old)
        let newPlaces = places(pair.new, new)
        let kept = keptTokens(oldPlaces, newPlaces)
        let isRewritten =
            pair.new.count + pair.old.count == 2
            && Cleanup.isRewritten(oldPlaces.map(oldToken), newPlaces.map(newToken), kept)
        var edits = labelEdits(pair.old[0], pair.new[0])
        edits += Self.edits(oldPlaces, newPlaces, isRewritten ? [] : kept)
        return (divided(edits, at: pair.new), isRewritten)
    }

    /// The tokens behind the first label; further blocks with theirs.
    private func places(_ indices: [Int], _ blocks: [Block]) -> [Edit.Place] {
        indices.enumerated().flatMap { order, block in
            (order == 0 ? blocks[block].body : blocks[block].tokens.indices).map { Edit.Place(block: block, token: $0) }
        }
    }

    private func oldToken(_ place: Edit.Place) -> Token { old[place.block].tokens[place.token] }
    private func newToken(_ place: Edit.Place) -> Token { new[place.block].tokens[place.token] }

    private func keptTokens(_ oldPlaces: [Edit.Place], _ newPlaces: [Edit.Place]) -> [(old: Int, new: Int)] {
        let oldTokens = oldPlaces.map(oldToken)
        let newTokens = newPlaces.map(newToken)
        let kept = WordDiff(oldTokens.map(\.key), newTokens.map(\.key)).kept
        return Cleanup.cleaned(kept, oldTokens, newTokens)
    }

    /// The name of a label goes and comes as a whole; its full stop or bracket stays where both have the same.
    private func labelEdits(_ oldIndex: Int, _ newIndex: Int) -> [Edit] {
        var oldPlaces = (0..<old[oldIndex].labelTokenCount).map { Edit.Place(block: oldIndex, token: $0) }
        var newPlaces = (0..<new[newIndex].labelTokenCount).map { Edit.Place(block: newIndex, token: $0) }
        var edits: [Edit] = []
        if !oldPlaces.isEmpty, !newPlaces.isEmpty, old[oldIndex].label?.name == new[newIndex].label?.name {
            edits.append(Edit(old: oldPlaces.removeFirst(), new: newPlaces.removeFirst()))
        }
        var stop: [Edit] = []
        if let left = oldPlaces.last, let right = newPlaces.last, left.token == 1, right.token == 1,
            oldToken(left).key == newToken(right).key
        {
            stop.append(Edit(old: oldPlaces.removeLast(), new: newPlaces.removeLast()))
        }
        edits += oldPlaces.map { Edit(old: $0, new: nil) } + newPlaces.map { Edit(old: nil, new: $0) }
        return edits + stop
    }

    /// In the order of both texts; where something was replaced, the old before the new.
    private static func edits(
        _ old: [Edit.Place], _ new: [Edit.Place], _ kept: [(old: Int, new: Int)]
    ) -> [Edit] {
        var edits: [Edit] = []
        var (i, j) = (0, 0)
        for pair in kept + [(old.count, new.count)] {
            while i < pair.old {
                edits.append(Edit(old: old[i], new: nil))
                i += 1
            }
            while j < pair.new {
                edits.append(Edit(old: nil, new: new[j]))
                j += 1
            }
            if i < old.count, j < new.count { edits.append(Edit(old: old[i], new: new[j])) }
            i += 1
            j += 1
        }
        return edits
    }

    /// Cuts the edits where a new block begins.
    private func divided(_ edits: [Edit], at blocks: [Int]) -> [[Edit]] {
        var segments: [[Edit]] = [[]]
        var remaining = blocks.dropFirst()
        for edit in edits {
            if let place = edit.new, place.block == remaining.first {
                segments.append([])
                remaining = remaining.dropFirst()
            }
            segments[segments.count - 1].append(edit)
        }
        return segments + remaining.map { _ in [] }
    }

    // MARK: Tables

    private func cells(_ oldIndex: Int, _ newIndex: Int) -> [[Edit]] {
        let (oldCells, newCells) = (old[oldIndex].cells, new[newIndex].cells)
        return alignment(oldIndex, newIndex).map { pair in
            let oldPlaces = (pair.old.map { oldCells[$0] } ?? 0..<0).map { Edit.Place(block: oldIndex, token: $0) }
            let newPlaces = (pair.new.map { newCells[$0] } ?? 0..<0).map { Edit.Place(block: newIndex, token: $0) }
            let kept = keptTokens(oldPlaces, newPlaces)
            return Self.edits(oldPlaces, newPlaces, kept)
        }
    }

    /// Which cell is which: one by one where there are as many, else by what they say.
    private func alignment(_ oldIndex: Int, _ newIndex: Int) -> [(old: Int?, new: Int?)] {
        let (oldCells, newCells) = (old[oldIndex].cells, new[newIndex].cells)
        if oldCells.count == newCells.count { return oldCells.indices.map { ($0, $0) } }
        let oldKeys = oldCells.map { old[oldIndex].tokens[$0].map(\.key) }
        let newKeys = newCells.map { new[newIndex].tokens[$0].map(\.key) }
        var links: [Chain.Link] = []
        for (i, left) in oldKeys.enumerated().prefix(200) {
            for (j, right) in newKeys.enumerated().prefix(200) {
                let shared = Set(left).intersection(right).count
                let weight = left == right ? 1 : Double(shared) / Double(max(1, left.count, right.count))
                if weight > 0.3 { links.append(Chain.Link(old: i, new: j, weight: weight)) }
            }
        }
        var result: [(Int?, Int?)] = []
        var (i, j) = (0, 0)
        for (left, right) in Chain.heaviest(links).map({ (links[$0].old, links[$0].new) }) + [
            (oldCells.count, newCells.count)
        ] {
            while i < left {
                result.append((i, nil))
                i += 1
            }
            while j < right {
                result.append((nil, j))
                j += 1
            }
            if i < oldCells.count, j < newCells.count { result.append((i, j)) }
            i += 1
            j += 1
        }
        return result
    }
}
