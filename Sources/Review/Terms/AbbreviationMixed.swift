internal import Diagnostics
internal import Legal
internal import Templates

/// `abbreviation-mixed`: the full form where the text has an abbreviation for it.
enum AbbreviationMixed {
    static let rule = Rule(
        "abbreviation-mixed", .note, "the full form stands after its abbreviation was introduced", languages: [.ru],
        asks: """
            Once an abbreviation is introduced ("Персональные данные (ПДн)"), the text keeps to it. Headings, quotations, links, \
            definitions and the names that the law gives ("субъект персональных данных", "законодательство о персональных данных") \
            may have the full form.
            """,
        why: "Two names for one thing make a reader look for the difference.",
        example: Rule.Example(
            before:
                "2.1. Персональные данные (ПДн) — …\n\n8. Хранение\n\n8.1. Срок хранения персональных данных — 3 года.",
            after: "2.1. Персональные данные (ПДн) — …\n\n8. Хранение\n\n8.1. Срок хранения ПДн — 3 года."),
        check: .edition(findings))

    private struct Abbreviation {
        let definition: Definition
        let full: [String]
    }

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        var seen: Set<String> = []
        let abbreviations = reviewed.definitions.compactMap { abbreviation($0, reviewed) }
            .filter { seen.insert($0.definition.name).inserted }
        return abbreviations.flatMap { abbreviation in
            reviewed.prose[(abbreviation.definition.passage + 1)...].indices.compactMap {
                finding(abbreviation, reviewed.prose[$0], reviewed)
            }
        }
    }

    /// The first place of a passage that has the full form.
    private static func finding(
        _ abbreviation: Abbreviation, _ prose: Prose, _ reviewed: ReviewedEdition
    ) -> Finding? {
        guard prose.holdsRunningText else { return nil }
        let name = abbreviation.definition.name
        for words in prose.occurrences(of: abbreviation.full) {
            let range = prose.range(ofWords: words)
            guard !prose.isQuoted(range), !prose.passage.isLinked(range), !isInName(words.lowerBound, prose),
                !isHead(range, prose, reviewed)
            else { continue }
            let place = reviewed.passages[abbreviation.definition.passage]
            return reviewed.finding(
                in: prose.passage, range,
                "'\(prose.text.string(range))' where line \(reviewed.line(of: abbreviation.definition.range, in: place)) "
                    + "introduces '\(name)'", hint: "write '\(name)'")
        }
        return nil
    }

    /// What the law calls so: "оператор персональных данных", "законодательство о персональных данных".
    private static let names = Set(["оператор", "субъект", "база", "уполномоченный", "закон"].map(Stemmer.stem))

    private static func isInName(_ index: Int, _ prose: Prose) -> Bool {
        guard let before = prose.word(before: index) else { return false }
        return names.contains(before.stem) || ["о", "об", "про"].contains(before.lowered)
    }

    /// Whether some scalars are the term that an entry defines.
    private static func isHead(_ range: Range<Int>, _ prose: Prose, _ reviewed: ReviewedEdition) -> Bool {
        reviewed.definitions.contains {
            $0.range.overlaps(range)
                && reviewed.passages[$0.passage].source(of: $0.range) == prose.passage.source(of: $0.range)
        }
    }

    /// The abbreviation that a definition introduces, with the stems of what it is short for: the words before it that begin
    /// with its letters.
    private static func abbreviation(_ definition: Definition, _ reviewed: ReviewedEdition) -> Abbreviation? {
        guard definition.isAbbreviation, definition.stems.count == 1 else { return nil }
        let prose = reviewed.prose[definition.passage]
        let letters = definition.name.unicodeScalars.filter { $0.isCapital }
        let before = prose.words[..<prose.index(ofWordAt: definition.range.lowerBound)]
        let words = before.suffix(letters.count + 2).filter { !["далее", "именуемые"].contains($0.lowered) }
            .suffix(letters.count)
        guard letters.count >= 2, words.count == letters.count else { return nil }
        for (letter, word) in zip(letters, words)
        where !word.lowered.hasPrefix(String(Character(letter)).lowercased()) {
            return nil
        }
        return Abbreviation(definition: definition, full: words.map(\.stem))
    }
}
