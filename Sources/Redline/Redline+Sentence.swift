package import Templates

extension Redline {
    /// What changed, in a sentence for readers: "Изменено 4 пункта, добавлен раздел 9, 23 пункта перенумерованы".
    package func sentence(_ strings: Strings) -> String {
        let listed = provisions.filter { !$0.isPartOfSection }
        var parts: [String] = []
        for fate in [ChangedProvision.Fate.modified, .added, .removed, .moved, .split, .merged] {
            let found = listed.filter { $0.fates.contains(fate) }
            parts += [strings.phrase(fate.rawValue, found)].compactMap { $0 }
        }
        let renumbered = provisions.filter { $0.fates.contains(.renumbered) }
        if !renumbered.isEmpty {
            // A section is one more number among many.
            let noun = renumbered.allSatisfy { $0.level == .section } ? Noun.section : .clause
            parts.append(strings.phrase("renumbered", renumbered, as: noun))
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
    /// "изменено 4 пункта", "изменены раздел 3 и 4 пункта"; nil where there is nothing.
    fileprivate func phrase(_ fate: String, _ provisions: [ChangedProvision]) -> String? {
        let groups = Noun.allCases.map { noun in (noun: noun, provisions: provisions.filter { Noun($0.level) == noun })
        }
        .filter { !$0.provisions.isEmpty }
        guard let last = groups.last else { return nil }
        if groups.count == 1 { return phrase(fate, last.provisions, as: last.noun) }
        let names = groups.map { name(of: $0.provisions, as: $0.noun) }
        let what = self[
            "redline-and", ["list": names.dropLast().joined(separator: ", "), "last": names[names.count - 1]]]
        return self["redline-\(fate)-several", ["what": what]]
    }

    fileprivate func phrase(_ fate: String, _ provisions: [ChangedProvision], as noun: Noun) -> String {
        let form = language.pluralForm(provisions.count)
        let isNeuter = form == .one && (noun == .preamble || noun == .annex)
        let what = name(of: provisions, as: noun)
        return self["redline-\(fate)-\(isNeuter ? "neuter" : form.rawValue)", ["what": what]]
    }

    /// One is named, several are counted.
    private func name(of provisions: [ChangedProvision], as noun: Noun) -> String {
        if provisions.count == 1 { return provisions[0].name(self) }
        return plural("redline-\(noun.rawValue)", provisions.count)
    }
}
