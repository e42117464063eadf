extension Matching {
    /// Matches the blocks that their author calls the same: whatever else became of them.
    mutating func matchNames() {
        var places: [String: Int] = [:]
        for (index, block) in new.enumerated() {
            if let name = block.name { places[name] = index }
        }
        for (index, block) in old.enumerated() {
            guard let place = block.name.flatMap({ places[$0] }), areComparable(index, place) else { continue }
            match(index, place)
        }
    }

    /// Matches the blocks that say the same and are alone in saying it, on both sides (P. Heckel, "A technique for isolating
    /// differences between files", CACM 21, 1978).
    mutating func matchAnchors() {
        var oldPlaces: [Int: Int?] = [:]
        var newPlaces: [Int: Int?] = [:]
        for (index, block) in old.enumerated() {
            if let content = block.content { oldPlaces[content] = .some(oldPlaces[content] == nil ? index : nil) }
        }
        for (index, block) in new.enumerated() {
            if let content = block.content { newPlaces[content] = .some(newPlaces[content] == nil ? index : nil) }
        }
        for (index, block) in old.enumerated() {
            guard let content = block.content, oldPlaces[content] == .some(index),
                case .some(.some(let place)) = newPlaces[content],
                isFree(index, place), areComparable(index, place)
            else { continue }
            match(index, place)
        }
        unmatchSmallTalk()
    }

    /// A block of one word far from where it was is no move but a coincidence.
    private mutating func unmatchSmallTalk() {
        let kept = Set(inPlace().map(\.old))
        for (index, place) in newOf.enumerated() {
            guard let place, !kept.contains(index), old[index].stems.count < 2, old[index].name == nil,
                !hasMatchedNeighbour(index, place)
            else { continue }
            unmatch(index, place)
        }
    }

    /// Whether the block before or behind has moved along.
    func hasMatchedNeighbour(_ oldIndex: Int, _ newIndex: Int) -> Bool {
        for step in [-1, 1] where old.indices.contains(oldIndex + step) {
            if newOf[oldIndex + step] == newIndex + step { return true }
        }
        return false
    }

    /// From every pair to the neighbours of both, as long as they say the same.
    mutating func growAnchors() {
        // The beginnings of both texts are a pair too, and their ends.
        for (oldStart, newStart, step) in [(0, 0, 1), (old.count - 1, new.count - 1, -1)] {
            var (index, place) = (oldStart, newStart)
            while isFree(index, place), areComparable(index, place), old[index].content == new[place].content {
                match(index, place)
                (index, place) = (index + step, place + step)
            }
        }
        for step in [1, -1] {
            let order = step > 0 ? Array(old.indices) : old.indices.reversed()
            for index in order {
                guard let place = newOf[index], isFree(index + step, place + step),
                    areComparable(index + step, place + step),
                    old[index + step].content == new[place + step].content
                else { continue }
                match(index + step, place + step)
            }
        }
    }
}
