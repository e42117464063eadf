internal import Legal
package import Templates

/// A section, clause or annex in which something changed: what a list of the changes names and leads to.
package struct ChangedProvision: Sendable {
    package enum Fate: String, Sendable, CaseIterable {
        case modified, added, removed, moved, split, merged, renumbered, formatted
        /// A reference in it names a number that its clause no longer has.
        case stale
    }

    let level: Outline.Level
    /// Its number in the new text, or in the old one where it is gone: `5.2`; nil where it has none.
    package let label: String?
    /// What a section is called; of a provision without a number its first words.
    package let title: String
    /// The first line of it in the new text, or in the old one where it is gone.
    package let line: Int
    /// Whether it has nothing but the number of the one it took the place of.
    package let isReplacement: Bool
    package fileprivate(set) var fates: Set<Fate> = []
    /// The `id` of the first of its blocks in the redline that changed; nil where only its number did.
    package fileprivate(set) var anchor: String?
    /// Whether it was added, removed or moved with the section it is in.
    package fileprivate(set) var isPartOfSection = false

    /// What a reader is to be shown of it beside the redline itself: not a new number alone.
    package var isWorthListing: Bool { !isPartOfSection && !fates.subtracting([.renumbered]).isEmpty }

    /// `пункт 5.2`, `раздел «Контакты»`.
    package func name(_ strings: Strings) -> String {
        switch level {
        case .preamble: strings["redline-preamble"]
        case .annex: title
        case .paragraph: strings["redline-paragraph", ["title": title]]
        case .section where label == nil: strings["redline-section-titled", ["title": title]]
        case .section: strings["redline-section", ["label": label ?? ""]]
        case .clause: strings["redline-clause", ["label": label ?? ""]]
        }
    }
}

extension Redline {
    /// The provisions that changed, in the order of the redline, and the ids of the blocks where their changes begin, by step.
    static func provisions(
        _ steps: [Step], _ pairs: [Pair], old: [Block], new: [Block], findings: ChangeList
    ) -> (provisions: [ChangedProvision], anchors: [Int: String]) {
        var list = ProvisionList(old: old, new: new, pairs: pairs)
        list.findReplacements(steps)
        for (index, step) in steps.enumerated() { list.add(step, at: index, findings) }
        list.foldSections()
        return (list.provisions.filter { !$0.fates.isEmpty }, list.anchors)
    }
}

private struct ProvisionList {
    private let old: [Block]
    private let new: [Block]
    private let pairs: [Pair]
    private let oldOutline: Outline
    private let newOutline: Outline
    /// What each old head has become, or what stands under its number in its place.
    private var newHeads: [Int: Int] = [:]
    /// The new heads that have nothing but the number of an old one, and its place.
    private var replacements: Set<Int> = []
    /// All, in the order of the redline, changed or not.
    private(set) var provisions: [ChangedProvision] = []
    private(set) var anchors: [Int: String] = [:]
    private var places: [Head: Int] = [:]

    /// With which block of which text a provision begins.
    private enum Head: Hashable {
        case old(Int), new(Int), preamble
    }

    init(old: [Block], new: [Block], pairs: [Pair]) {
        (self.old, self.new, self.pairs) = (old, new, pairs)
        (oldOutline, newOutline) = (Outline(old), Outline(new))
        for pair in pairs { newHeads[pair.old[0]] = pair.new[0] }
    }

    /// A clause that is gone, and one that came in its place under its number, are one to a reader, who looks for the number;
    /// not so where the whole section came or went.
    mutating func findReplacements(_ steps: [Redline.Step]) {
        var gone: [String: Int] = [:]
        var isInKeptSection = true
        for step in steps {
            switch step {
            case .delete(let block) where oldOutline.heads[block] == block:
                if oldOutline.level(ofHead: block) != .clause { isInKeptSection = false }
                if let label = old[block].label, isInKeptSection { gone[label.name] = block }
            case .insert(let block) where newOutline.heads[block] == block:
                if newOutline.level(ofHead: block) != .clause { isInKeptSection = false }
                guard isInKeptSection, let label = new[block].label, let source = gone.removeValue(forKey: label.name)
                else { continue }
                newHeads[source] = block
                replacements.insert(block)
            case .pair(let pair):
                gone = [:]
                if Outline.isSection(newOutline.level(ofHead: pairs[pair].new[0])) { isInKeptSection = true }
            default: continue
            }
        }
    }

    mutating func add(_ step: Redline.Step, at index: Int, _ findings: ChangeList) {
        switch step {
        case .insert(let block):
            let head = newOutline.heads[block]
            let isNew = head == block && !replacements.contains(block)
            add(head.map(Head.new) ?? .preamble, [isNew ? .added : .modified], at: index)
        case .delete(let block):
            let head = oldOutline.heads[block]
            let isGone = head == block && newHeads[block] == nil
            // What is left of a provision that is gone belongs to it, what a living one lost is a change of that.
            let place = head.map { newHeads[$0].map(Head.new) ?? .old($0) } ?? .preamble
            add(place, [isGone ? .removed : .modified], at: index)
        case .pair(let pair), .moveTo(let pair):
            let head = newOutline.heads[pairs[pair].new[0]]
            let isHead = head == pairs[pair].new[0]
            let fates = Set(findings.kinds[pair, default: []].compactMap { $0.fate(ofHead: isHead) })
            add(head.map(Head.new) ?? .preamble, fates, at: index)
        case .moveFrom: break
        }
    }

    private mutating func add(_ head: Head, _ fates: Set<ChangedProvision.Fate>, at step: Int) {
        let place = places[head] ?? provisions.count
        if place == provisions.count {
            places[head] = place
            provisions.append(provision(head))
        }
        guard !fates.isEmpty else { return }
        // What is in a provision that came or went came or went with it.
        let isWhole = !provisions[place].fates.isDisjoint(with: [.added, .removed])
        provisions[place].fates.formUnion(isWhole ? fates.subtracting([.modified]) : fates)
        if fates == [.renumbered] || provisions[place].anchor != nil { return }
        let anchor = "change-\(anchors.count + 1)"
        provisions[place].anchor = anchor
        anchors[step] = anchor
    }

    private func provision(_ head: Head) -> ChangedProvision {
        switch head {
        case .preamble: ChangedProvision(level: .preamble, label: nil, title: "", line: 1, isReplacement: false)
        case .old(let index): provision(old[index], oldOutline.level(ofHead: index))
        case .new(let index):
            provision(new[index], newOutline.level(ofHead: index), isReplacement: replacements.contains(index))
        }
    }

    private func provision(_ block: Block, _ level: Outline.Level, isReplacement: Bool = false) -> ChangedProvision {
        let label = block.label.flatMap { $0.isNumber ? $0.name : nil }
        let title = level == .annex ? block.annexName : block.title(wordCount: level == .section ? 24 : 6)
        return ChangedProvision(
            level: level, label: label, title: title, line: block.line, isReplacement: isReplacement)
    }

    /// Marks what came, went or moved with the whole section that it is in.
    mutating func foldSections() {
        var section: ChangedProvision?
        for index in provisions.indices {
            let provision = provisions[index]
            if Outline.isSection(provision.level) {
                section = provision
            } else if let section, provision.level == .clause {
                let together: Set<ChangedProvision.Fate> = [.added, .removed, .moved]
                let isInside = section.label.map { provision.label?.hasPrefix($0 + ".") ?? false } ?? true
                let fate = provision.fates.intersection(together)
                provisions[index].isPartOfSection =
                    isInside && !fate.isEmpty && fate == section.fates.intersection(together)
                    && provision.fates.subtracting(together).isSubset(of: [.renumbered])
            }
        }
    }
}

extension Change.Kind {
    /// What it means for the provision it is in.
    fileprivate func fate(ofHead isHead: Bool) -> ChangedProvision.Fate? {
        switch self {
        case .insert, .delete, .modify: .modified
        case .move: isHead ? .moved : .modified
        case .renumber: isHead ? .renumbered : nil
        case .split: isHead ? .split : .modified
        case .merge: isHead ? .merged : .modified
        case .format: .formatted
        case .referenceFollows: nil
        case .referenceStale: .stale
        }
    }
}

extension Block {
    /// The first words behind its number.
    fileprivate func title(wordCount: Int) -> String {
        let words = tokens[body].prefix(wordCount)
        guard let first = words.first, let last = words.last else { return "" }
        return string(first.range.lowerBound..<last.range.upperBound) + (words.endIndex < body.upperBound ? "…" : "")
    }

    /// `Приложение № 1`.
    fileprivate var annexName: String { string(0..<(AnnexLabel(line: text)?.byteCount ?? text.count)) }
}
