package import Templates

extension Redline {
    /// What changed, in a sentence for readers: "Изменено 4 пункта, добавлен раздел 9, 23 пункта перенумерованы".
    package func sentence(_ strings: Strings) -> String {
        let listed = provisions.filter { !$0.isPartOfSection }
        var parts: [String] = []
        for fate in [ChangedProvision.Fate.modified, .added, .removed, .moved, .split, .merged] {
            let found = listed.filter { $0.fates.contains(fate) }
            parts += Noun.allCases.compactMap { noun in
                strings.phrase(fate.rawValue, found.filter { Noun($0.level) == noun }, noun)
            }
        }
        let renumbered = provisions.filter { $0.fates.contains(.renumbered) }
        if !renumbered.isEmpty {
            let isSections = renumbered.allSatisfy { $0.level == .section }
            parts += [strings.phrase("renumbered", renumbered, isSections ? .section : .clause)].compactMap { $0 }
        }
        let formatted = listed.filter { $0.fates == [.formatted] || $0.fates == [.formatted, .renumbered] }
        if !formatted.isEmpty { parts.append(strings.plural("redline-formatted", formatted.count)) }
        let stale = changes.count { $0.kind == .referenceStale }
        if stale > 0 { parts.append(strings.plural("redline-stale-references", stale)) }
        if parts.isEmpty { return strings[typographicCount > 0 ? "redline-typographic" : "redline-same"] }
        let sentence = parts.joined(separator: ", ")
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }
}

/// What provisions are counted as.
private enum Noun: String, CaseIterable {
    case preamble, section, clause, annex, paragraph

    init(_ level: Outline.Level) {
        switch level {
        case .preamble: self = .preamble
        case .section: self = .section
        case .clause: self = .clause
        case .annex: self = .annex
        case .paragraph: self = .paragraph
        }
    }
}

extension Strings {
    /// "изменено 4 пункта", "добавлен раздел 9": one is named, several are counted.
    fileprivate func phrase(_ fate: String, _ provisions: [ChangedProvision], _ noun: Noun) -> String? {
        guard let first = provisions.first else { return nil }
        let isNeuter = noun == .preamble || noun == .annex
        let form = language.pluralForm(provisions.count)
        let count = language.number(provisions.count)
        let what =
            provisions.count == 1
            ? first.name(self) : self["redline-\(noun.rawValue)-\(form.rawValue)", ["n": count]]
        return self["redline-\(fate)-\(form == .one && isNeuter ? "neuter" : form.rawValue)", ["what": what]]
    }
}
