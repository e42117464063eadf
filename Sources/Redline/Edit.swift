/// What became of one token.
struct Edit: Sendable {
    enum Mark: Sendable { case keep, delete, insert }

    /// A token of one of the texts.
    struct Place: Equatable, Sendable {
        let block: Int
        let token: Int
    }

    let old: Place?
    let new: Place?

    var mark: Mark { old == nil ? .insert : new == nil ? .delete : .keep }
}

/// Blocks that are one another's: one and one; where a block was split or some were merged, one and several.
package struct Pair: Sendable {
    let old: [Int]
    let new: [Int]
    let isMoved: Bool
    /// The edits, a list for each new block; of a row, for each cell.
    var segments: [[Edit]] = []
    /// Whether so little stays that old and new are shown apart.
    var isRewritten = false
    /// Whether one block is the other, to the byte: nothing is to be asked of its edits.
    var isUntouched = false

    var hasEdits: Bool { segments.contains { $0.contains { $0.mark != .keep } } }
}
