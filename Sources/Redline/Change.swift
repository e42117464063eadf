/// One thing that changed.
package struct Change: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case insert, delete, modify, move, renumber, split, merge, format
        /// A reference that follows a clause to its new number.
        case referenceFollows = "xref-follow"
        /// A reference to a number that its clause no longer has.
        case referenceStale = "xref-stale"
    }

    /// A place in one of the texts.
    package struct Side: Sendable {
        /// Without its final full stop.
        package let label: String?
        package let line: Int
        package let text: String
    }

    package let kind: Kind
    package let old: Side?
    package let new: Side?
    /// Of a reference: the number it had, and the one it has or should have.
    package var reference: (old: String, new: String?)?
    /// The words that went and those that came, without labels and without references that followed.
    package var words: (deleted: [String], inserted: [String]) = ([], [])
}

/// Gathers the changes out of the parts of a redline.
struct ChangeList {
    let old: [Block]
    let new: [Block]
    let pairs: [Pair]
    let references: References
    private(set) var changes: [Change] = []
    private(set) var typographicCount = 0
    /// How each pair changed, in the order of its changes.
    private(set) var kinds: [Int: [Change.Kind]] = [:]

    init(old: [Block], new: [Block], pairs: [Pair], references: References) {
        (self.old, self.new, self.pairs, self.references) = (old, new, pairs, references)
    }

    mutating func add(_ steps: [Redline.Step]) {
        for step in steps {
            switch step {
            case .delete(let index): changes.append(Change(kind: .delete, old: side(old[index]), new: nil))
            case .insert(let index): changes.append(Change(kind: .insert, old: nil, new: side(new[index])))
            case .pair(let index), .moveTo(let index): add(pairs[index], index)
            case .moveFrom: break
            }
        }
    }

    private func side(_ block: Block) -> Change.Side {
        Change.Side(label: block.label?.name, line: block.line, text: String(decoding: block.text, as: UTF8.self))
    }

    private mutating func add(_ pair: Pair, _ index: Int) {
        let (oldBlock, newBlock) = (old[pair.old[0]], new[pair.new[0]])
        func add(_ kind: Change.Kind, _ reference: (String, String?)? = nil) {
            kinds[index, default: []].append(kind)
            var change = Change(kind: kind, old: side(oldBlock), new: side(newBlock), reference: reference)
            switch kind {
            case .modify, .split, .merge: change.words = words(of: pair, index)
            default: break
            }
            changes.append(change)
        }
        if pair.isMoved { add(.move) }
        let found = references.findings[index] ?? []
        if !pair.isUntouched {
            if let oldLabel = oldBlock.label, let newLabel = newBlock.label, oldLabel.name != newLabel.name {
                add(.renumber)
            }
            if pair.new.count > 1 { add(.split) }
            if pair.old.count > 1 { add(.merge) }
            if pair.new.count + pair.old.count == 2, hasOtherEdits(pair, found) { add(.modify) }
            if looksDifferent(pair) || kindsDiffer(oldBlock, newBlock) { add(.format) }
            typographicCount += typography(of: pair)
        }
        for finding in found {
            add(finding.isStale ? .referenceStale : .referenceFollows, (finding.old, finding.new))
        }
    }

    private func words(of pair: Pair, _ index: Int) -> (deleted: [String], inserted: [String]) {
        let following = (references.findings[index] ?? []).filter { !$0.isStale }
        var words: (deleted: [String], inserted: [String]) = ([], [])
        for edit in pair.segments.joined() {
            switch edit.mark {
            case .keep: continue
            case .delete: if let place = edit.old, !isLabel(place, old) { words.deleted.append(word(place, old)) }
            case .insert: if let place = edit.new, !isLabel(place, new) { words.inserted.append(word(place, new)) }
            }
        }
        for reference in following {
            if let place = words.deleted.firstIndex(of: reference.old) { words.deleted.remove(at: place) }
            if let place = words.inserted.firstIndex(where: { $0 == reference.new }) {
                words.inserted.remove(at: place)
            }
        }
        return words
    }

    private func word(_ place: Edit.Place, _ blocks: [Block]) -> String {
        blocks[place.block].string(blocks[place.block].tokens[place.token].range)
    }

    /// Whether words changed beside the label and the references that follow.
    private func hasOtherEdits(_ pair: Pair, _ found: [References.Finding]) -> Bool {
        let following = found.count { !$0.isStale }
        var edits = (delete: 0, insert: 0)
        for edit in pair.segments.joined() {
            switch edit.mark {
            case .delete: edits.delete += isLabel(edit.old, old) || isItemEnd(edit.old, old) ? 0 : 1
            case .insert: edits.insert += isLabel(edit.new, new) || isItemEnd(edit.new, new) ? 0 : 1
            case .keep: break
            }
        }
        let (oldLabel, newLabel) = (old[pair.old[0]].label, new[pair.new[0]].label)
        if (oldLabel == nil) != (newLabel == nil) { return true }
        return edits.delete > following || edits.insert > following
            || (old[pair.old[0]].kind.isRow && old[pair.old[0]].cells.count != new[pair.new[0]].cells.count)
    }

    private func isLabel(_ place: Edit.Place?, _ blocks: [Block]) -> Bool {
        place.map { $0.token < blocks[$0.block].labelTokenCount } ?? false
    }

    private func isItemEnd(_ place: Edit.Place?, _ blocks: [Block]) -> Bool {
        place.map { blocks[$0.block].isItemEnd($0.token) } ?? false
    }

    private func looksDifferent(_ pair: Pair) -> Bool {
        pair.segments.joined().contains { edit in
            guard let left = edit.old, let right = edit.new, !isLabel(left, old) else { return false }
            return old[left.block].styles(of: old[left.block].tokens[left.token])
                != new[right.block].styles(of: new[right.block].tokens[right.token])
        }
    }

    /// A numbered heading and a numbered paragraph are two ways to write the same.
    private func kindsDiffer(_ left: Block, _ right: Block) -> Bool {
        switch (left.kind, right.kind) {
        case (.heading, .heading), (.row, .row), (.item, .item): return false
        case (.heading, .paragraph), (.paragraph, .heading): return left.label == nil || right.label == nil
        default: return left.kind != right.kind
        }
    }

    private func typography(of pair: Pair) -> Int {
        pair.segments.joined().count { edit in
            guard let left = edit.old, let right = edit.new else {
                return isItemEnd(edit.old, old) || isItemEnd(edit.new, new)
            }
            return old[left.block].text[old[left.block].tokens[left.token].range]
                != new[right.block].text[new[right.block].tokens[right.token].range]
        }
    }
}
