internal import Diagnostics
internal import Legal
internal import Redline
internal import Source
internal import Templates

/// `change-class`: an edition is declared a correction or an update, and changes more than that.
enum ChangeClass {
    static let rule = Rule(
        "change-class", .error, "the edition is declared a correction or an update, and changes more",
        asks: """
            An edition with `change: correction` or `change: update` adds and removes no clauses and changes no numbers, dates, \
            sums or requisites, and none of the words that oblige, allow or forbid. Its own version and dates do not count, nor \
            do clauses that only have another number.
            """,
        why: """
            Readers are told that nothing changed for them, and nobody is asked to agree anew. Where that is not so, the \
            edition binds no one to what it changed.
            """,
        example: Rule.Example(
            before: "change: correction\n…\n8.1. …в течение 30 дней    (10 in the edition before)",
            after: "change: edition"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let declared = reviewed.edition.change
        guard declared != .edition, let (before, redline) = reviewed.redline() else { return [] }
        let hint = "declare `change: edition`, or leave that to another edition"
        let provisions = redline.provisions.filter { !$0.isPartOfSection }.compactMap { provision -> Finding? in
            let fate: String
            switch provision {
            case _ where provision.isReplacement: fate = "replaced"
            case _ where provision.fates.contains(.added): fate = "added"
            case _ where provision.fates.contains(.removed): fate = "removed"
            default: return nil
            }
            let name = provision.name(TemplateLibrary.builtInStrings(in: .en))
            let message = "declared as \(declared.article), and \(name) is \(fate)"
            return fate == "removed"
                ? reviewed.finding(on: "change", "\(message) (of \(before.version))", hint: hint)
                : reviewed.finding(at: reviewed.place(ofLine: provision.line), message, hint: hint)
        }
        let stamps = Stamps(before, reviewed.edition, reviewed.document.language)
        let words = redline.changes.compactMap { change -> Finding? in
            guard let side = change.new, let what = stamps.meaning(of: change) else { return nil }
            let place = side.label.map { "\($0) changes" } ?? "this changes"
            return reviewed.finding(
                at: reviewed.place(ofLine: side.line), "declared as \(declared.article), and \(place) \(what)",
                hint: hint)
        }
        return provisions + words
    }
}

extension Edition.Change {
    fileprivate var article: String { self == .edition || self == .update ? "an \(rawValue)" : "a \(rawValue)" }
}

/// The versions and days that two editions give as their own, which are no change of what they say.
private struct Stamps {
    private let old: Set<String>
    private let new: Set<String>

    init(_ publication: Publication, _ edition: Edition, _ language: Language) {
        old = Self.words(publication.version, [publication.date, publication.effective], language)
        new = Self.words(edition.version, [edition.date, edition.effective].compactMap { $0 }, language)
    }

    /// As the redline cuts text into words: "1 февраля", "2026", "01.02.2026".
    private static func words(_ version: EditionVersion, _ days: [Day], _ language: Language) -> Set<String> {
        var words: Set = [version.description]
        for day in days {
            let parts = language.longDate(day).split(separator: " ").map(String.init)
            let iso = day.description
            let padded = day.day < 10 ? "0\(day.day)" : "\(day.day)"
            words.formUnion([
                "\(parts[0]) \(parts[1])", "\(padded) \(parts[1])", parts[2], iso,
                iso.split(separator: "-").reversed().joined(separator: "."),
            ])
        }
        return words
    }

    /// What of the words that went and came has a meaning in law; nil where none has.
    func meaning(of change: Change) -> String? {
        let deleted = change.words.deleted.filter { !old.contains($0) }
        let inserted = change.words.inserted.filter { !new.contains($0) }
        if let told = Self.difference(deleted, inserted, where: { $0.utf8.contains { (0x30...0x39).contains($0) } }) {
            return "a number: \(told)"
        }
        return Self.difference(deleted, inserted, where: Self.isModal).map { "what is obliged or allowed: \($0)" }
    }

    /// "'10' to '30'": the words of a sort that went and did not come again, and the other way; nil where there are none.
    private static func difference(
        _ deleted: [String], _ inserted: [String], where isOfSort: (String) -> Bool
    ) -> String? {
        var (went, came) = (deleted.filter(isOfSort), inserted.filter(isOfSort))
        for word in went {
            guard let there = came.firstIndex(where: { $0.lowercased() == word.lowercased() }) else { continue }
            came.remove(at: there)
            if let here = went.firstIndex(of: word) { went.remove(at: here) }
        }
        switch (went.first, came.first) {
        case (let old?, let new?): return "'\(old)' to '\(new)'"
        case (let old?, nil): return "'\(old)' is gone"
        case (nil, let new?): return "'\(new)' is new"
        case (nil, nil): return nil
        }
    }

    private static let beginnings = [
        "обязан", "обязу", "должен", "должн", "необходим", "запре", "допуска", "разреш", "могут", "может",
    ]
    private static let wholeWords: Set = [
        "не", "вправе", "нельзя", "можно", "must", "shall", "may", "not", "cannot", "should", "required", "entitled",
        "prohibited", "forbidden", "allowed", "permitted",
    ]

    /// Whether a word obliges, allows, forbids or negates.
    private static func isModal(_ word: String) -> Bool {
        let word = word.lowercased()
        return wholeWords.contains(word) || beginnings.contains { word.hasPrefix($0) }
    }
}
