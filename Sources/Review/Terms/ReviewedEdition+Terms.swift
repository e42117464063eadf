internal import Legal
internal import Source

extension ReviewedEdition {
    /// The first definition of each term that is written with a capital letter.
    var capitalisedTerms: [Definition] {
        var seen: Set<[String]> = []
        return definitions.filter { definition in
            definition.name.unicodeScalars.first?.isCapital ?? false && !definition.stems.isEmpty
                && seen.insert(definition.stems).inserted
        }
    }

    /// Whether a term whose only word has this stem is defined.
    func defines(_ stem: String) -> Bool {
        definitions.contains { $0.stems == [stem] }
    }

    /// Whether the sentence that holds some scalars of a passage, as an index, defines a term with this stem.
    func isDefining(_ stem: String, at range: Range<Int>, inPassage index: Int) -> Bool {
        let sentence = prose[index].sentence(at: range.lowerBound)
        return definitions.contains { definition in
            definition.passage == index && definition.stems.contains(stem)
                && (sentence?.contains(definition.range.lowerBound) ?? true || definition.form != .brackets)
        }
    }
}

extension Prose {
    /// Whether it is a sentence or a part of one, not a title or a heading. A short line without a mark at its end, with nothing
    /// around it, reads as a heading too.
    var holdsRunningText: Bool {
        switch passage.kind {
        case .title, .heading, .field: return false
        case .item, .cell: return true
        case .paragraph:
            guard words.count <= 8, let last = text.scalars.last else { return true }
            return ".;:,!?…)»".unicodeScalars.contains(last)
        }
    }

    /// The word behind another with nothing but white space between.
    func word(after index: Int) -> Word? {
        guard index + 1 < words.count else { return nil }
        let gap = words[index].range.upperBound..<words[index + 1].range.lowerBound
        return gap.allSatisfy { text.isSpace($0) } ? words[index + 1] : nil
    }

    /// The word before another with nothing but white space between.
    func word(before index: Int) -> Word? {
        guard index > 0 else { return nil }
        let gap = words[index - 1].range.upperBound..<words[index].range.lowerBound
        return gap.allSatisfy { text.isSpace($0) } ? words[index - 1] : nil
    }
}
