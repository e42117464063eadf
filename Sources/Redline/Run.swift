/// A stretch of text that is shown alike: what every output of a redline is made from.
struct Run {
    enum Mark {
        case keep, delete, insert
        /// Only how it looks has changed.
        case format
        /// The same but for typography: there for who takes the redline apart, not for the eye.
        case typographicDelete, typographicInsert
        /// Words of the redline itself.
        case note

        /// Whether an eye is to see it.
        var isShown: Bool { self != .keep && self != .typographicDelete && self != .typographicInsert }
        var isOfOld: Bool { self != .insert && self != .typographicInsert && self != .note }
        var isOfNew: Bool { self != .delete && self != .typographicDelete && self != .note }
    }

    let mark: Mark
    var text: String
    let style: Block.Style
    /// Whether it is the number that a provision had, or the one it has now.
    var isLabel = false
}

extension [Run] {
    /// Those that are marked alike, one after the other.
    var stretches: [(mark: Run.Mark, runs: ArraySlice<Run>)] {
        var stretches: [(Run.Mark, ArraySlice<Run>)] = []
        var rest = self[...]
        while let first = rest.first {
            let same = rest.prefix { $0.mark == first.mark }
            stretches.append((first.mark, same))
            rest = rest.dropFirst(same.count)
        }
        return stretches
    }
}

extension Redline {
    /// Which of the two texts is shown; nil for both at once.
    enum View { case old, new }

    /// A list of runs for every element that a pair is shown as.
    func runs(of index: Int, as view: View? = nil, _ words: Words) -> [[Run]] {
        let pair = pairs[index]
        if pair.isUntouched, staleReferences[index] == nil { return runs(of: new[pair.new[0]], .keep) }
        return pair.segments.enumerated().map { segment, edits in
            var runs = Runs(redline: self, pair: pair, view: view)
            for (place, edit) in edits.enumerated() {
                if view == nil, place == 0 || edits[place - 1].mark == .keep { runs.shareGap(of: edits[place...]) }
                runs.append(edit)
                if view != .old, let now = staleReferences[index]?[EditPlace(segment: segment, index: place)] {
                    runs.append(note: words.stale(now))
                }
            }
            return runs.runs
        }
    }

    /// A block that one of the texts does not have: a list of runs, of a row one for each cell.
    func runs(of block: Block, _ mark: Run.Mark) -> [[Run]] {
        let ranges = block.kind.isRow ? block.cells : [block.tokens.indices]
        return ranges.map { range in
            guard let first = block.tokens[range].first, let last = block.tokens[range].last else { return [] }
            return block.pieces(of: first.gap..<last.range.upperBound)
                .map { Run(mark: mark, text: $0.text, style: $0.style) }
        }
    }
}

private struct Runs {
    let redline: Redline
    let pair: Pair
    let view: Redline.View?
    private(set) var runs: [Run] = []
    /// The first tokens of a replacement, whose white space stands before both.
    private var shared: (old: Edit.Place, new: Edit.Place)?

    init(redline: Redline, pair: Pair, view: Redline.View?) {
        (self.redline, self.pair, self.view) = (redline, pair, view)
    }

    /// Where something is replaced, the white space before the old and the new is shown once, unpainted.
    mutating func shareGap(of edits: ArraySlice<Edit>) {
        shared = nil
        guard let old = edits.first?.old, edits.first?.mark == .delete else { return }
        guard let next = edits.first(where: { $0.mark != .delete }), next.mark == .insert, let new = next.new else {
            return
        }
        let (oldGap, newGap) = (gap(old, redline.old, pair.old), gap(new, redline.new, pair.new))
        guard !oldGap.text.isEmpty, !newGap.text.isEmpty else { return }
        appendGap(newGap, .keep)
        shared = (old, new)
    }

    mutating func append(note: String) { runs.append(Run(mark: .note, text: note, style: Block.Style())) }

    mutating func append(_ edit: Edit) {
        switch (edit.old, edit.new) {
        case (let old?, nil):
            if shared?.old != old { appendGap(gap(old, redline.old, pair.old), .delete) }
            append(old, redline.old, redline.old[old.block].isItemEnd(old.token) ? .typographicDelete : .delete)
        case (nil, let new?):
            if shared?.new != new { appendGap(gap(new, redline.new, pair.new), .insert) }
            append(new, redline.new, redline.new[new.block].isItemEnd(new.token) ? .typographicInsert : .insert)
        case (let old?, let new?): appendKept(old, new)
        case (nil, nil): break
        }
    }

    private mutating func appendKept(_ old: Edit.Place, _ new: Edit.Place) {
        let (oldGap, newGap) = (gap(old, redline.old, pair.old), gap(new, redline.new, pair.new))
        if view == .old {
            appendGap(oldGap, .keep)
            return append(old, redline.old, .keep)
        }
        let (oldBlock, newBlock) = (redline.old[old.block], redline.new[new.block])
        let (oldToken, newToken) = (oldBlock.tokens[old.token], newBlock.tokens[new.token])
        let isStyled = oldBlock.styles(of: oldToken) != newBlock.styles(of: newToken)
        if view == .new || oldGap.text.isEmpty == newGap.text.isEmpty {
            // Words that only look different make one stretch.
            appendGap(newGap, isStyled && runs.last?.mark == .format ? .format : .keep)
        } else {
            // White space that goes with a word before it goes as that word does.
            appendGap(oldGap, runs.last?.mark == .delete ? .delete : .typographicDelete)
            appendGap(newGap, runs.last?.mark == .insert ? .insert : .typographicInsert)
        }
        if view == nil, oldBlock.text[oldToken.range] != newBlock.text[newToken.range] {
            append(old, redline.old, .typographicDelete)
            append(new, redline.new, .typographicInsert)
        } else {
            append(new, redline.new, isStyled ? .format : .keep)
        }
    }

    /// The white space before a token; between two blocks that were joined there is some.
    private func gap(_ place: Edit.Place, _ blocks: [Block], _ shown: [Int]) -> (text: String, style: Block.Style) {
        let block = blocks[place.block]
        let token = block.tokens[place.token]
        if place.token == 0, place.block != shown[0] { return (" ", Block.Style()) }
        let range = token.gap..<token.range.lowerBound
        return (block.string(range), block.pieces(of: range).first?.style ?? Block.Style())
    }

    private mutating func appendGap(_ gap: (text: String, style: Block.Style), _ mark: Run.Mark) {
        if !gap.text.isEmpty { append(Run(mark: mark, text: gap.text, style: gap.style)) }
    }

    private mutating func append(_ place: Edit.Place, _ blocks: [Block], _ mark: Run.Mark) {
        let block = blocks[place.block]
        let isOfFirst = mark == .delete ? place.block == pair.old[0] : mark == .insert && place.block == pair.new[0]
        let isLabel = isOfFirst && place.token < block.labelTokenCount
        for piece in block.pieces(of: block.tokens[place.token].range) {
            append(Run(mark: mark, text: piece.text, style: piece.style, isLabel: isLabel))
        }
    }

    private mutating func append(_ run: Run) {
        if view == .old, !run.mark.isOfOld { return }
        if view == .new, !run.mark.isOfNew { return }
        if runs.isEmpty, run.text == " ", view != .old { return }
        if let last = runs.last, last.mark == run.mark, last.style == run.style, last.isLabel == run.isLabel {
            runs[runs.count - 1].text += run.text
        } else {
            runs.append(run)
        }
    }
}

/// Where an edit stands in its pair.
struct EditPlace: Hashable {
    let segment: Int
    let index: Int
}
