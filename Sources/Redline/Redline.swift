package import Source
package import Templates

/// The comparison of two texts: what was said, what is said now, and how the one became the other.
///
/// The same two texts always give the same redline. Near linear in their length.
package struct Redline: Sendable {
    /// A part of the redline, in the order it is read.
    enum Step: Sendable {
        case pair(Int)
        case delete(Int)
        case insert(Int)
        case moveFrom(Int)
        case moveTo(Int)
    }

    let old: [Block]
    let new: [Block]
    let pairs: [Pair]
    let steps: [Step]
    /// Behind which edit of which pair a note stands: what the number of a stale reference should be, nil where that clause is gone.
    let staleReferences: [Int: [EditPlace: String?]]
    /// The `id` of the block of a step, where a list of the changes leads to it.
    let anchors: [Int: String]
    /// That of the new text.
    package let language: Language
    package let changes: [Change]
    /// How each pair changed.
    let kinds: [Int: Set<Change.Kind>]
    /// The provisions in which something changed, in the order of the redline.
    package let provisions: [ChangedProvision]
    /// How many tokens differ in nothing but quotation marks, dashes, ё or spaces inside them.
    package let typographicCount: Int

    /// Whether nothing changed but typography.
    package var isSame: Bool { changes.isEmpty }

    package init(old oldFile: SourceFile, new newFile: SourceFile) {
        self.init(old: ComparedText(oldFile), new: ComparedText(newFile))
    }

    package init(old oldText: ComparedText, new newText: ComparedText) {
        var reader = TextReader()
        let old = reader.blocks(of: oldText)
        let new = reader.blocks(of: newText)
        self.init(old, new, language: newText.language ?? oldText.language)
    }

    /// Compares blocks that one reader read.
    ///
    /// - Parameter language: nil for that of the words.
    init(_ old: [Block], _ new: [Block], language: Language?) {
        let matching = Matching(old, new)
        let comparison = PairComparison(old: old, new: new)
        var order = Order(matching)
        for index in order.pairs.indices { comparison.compare(&order.pairs[index]) }
        let references = References(old, new, order.pairs)
        (self.old, self.new, pairs, steps) = (old, new, order.pairs, order.steps)
        self.language = language ?? Language(ofMost: new.isEmpty ? old : new)
        staleReferences = references.findings.mapValues { found in
            Dictionary(found.filter(\.isStale).map { ($0.place, $0.new) }, uniquingKeysWith: { $1 })
        }
        var findings = ChangeList(old: old, new: new, pairs: order.pairs, references: references)
        findings.add(order.steps)
        (changes, kinds) = (findings.changes, findings.kinds.mapValues(Set.init))
        typographicCount = findings.typographicCount
        (provisions, anchors) = Self.provisions(order.steps, order.pairs, old: old, new: new, findings: findings)
    }
}

/// The pairs of a matching, and the order in which a redline shows them.
private struct Order {
    var pairs: [Pair] = []
    private(set) var steps: [Redline.Step] = []

    init(_ matching: Matching) {
        let inPlace = matching.inPlace()
        let placed = Set(inPlace.map(\.old))
        var pairOfOld: [Int: Int] = [:]
        var pairOfNew: [Int: Int] = [:]
        for (oldIndex, place) in matching.newOf.enumerated() {
            guard let newIndex = place else { continue }
            let pair = Pair(
                old: ([oldIndex] + (matching.merges[newIndex] ?? [])).sorted(),
                new: ([newIndex] + (matching.splits[oldIndex] ?? [])).sorted(), isMoved: !placed.contains(oldIndex))
            for index in pair.old { pairOfOld[index] = pairs.count }
            for index in pair.new { pairOfNew[index] = pairs.count }
            pairs.append(pair)
        }
        var (i, j) = (0, 0)
        func show(upToOld oldEnd: Int, new newEnd: Int) {
            while i < oldEnd {
                if let pair = pairOfOld[i] {
                    if pairs[pair].isMoved, pairs[pair].old[0] == i { steps.append(.moveFrom(pair)) }
                } else {
                    steps.append(.delete(i))
                }
                i += 1
            }
            while j < newEnd {
                if let pair = pairOfNew[j] {
                    if pairs[pair].isMoved, pairs[pair].new[0] == j { steps.append(.moveTo(pair)) }
                } else {
                    steps.append(.insert(j))
                }
                j += 1
            }
        }
        for link in inPlace {
            guard let pair = pairOfOld[link.old] else { continue }
            show(upToOld: pairs[pair].old[0], new: pairs[pair].new[0])
            steps.append(.pair(pair))
            (i, j) = (
                max(i, pairs[pair].old[pairs[pair].old.count - 1] + 1),
                max(j, pairs[pair].new[pairs[pair].new.count - 1] + 1)
            )
        }
        show(upToOld: matching.old.count, new: matching.new.count)
    }
}
