internal import Diagnostics
internal import Legal
internal import Templates

/// `term-before-definition`: a defined term is used before the text says what it means.
enum TermBeforeDefinition {
    static let rule = Rule(
        "term-before-definition", .warning, "a defined term stands before its definition", languages: [.ru],
        asks: """
            A term with a capital letter is defined where it first stands, or earlier. The sentence of the definition itself may use \
            it. A word at the beginning of a sentence, in a heading or in quotation marks is no use of a term, \
            nor is one in another definition of the same section.
            """,
        why: "Who reads from the beginning can't know that the word means more than it says.",
        example: Rule.Example(
            before:
                "1.1. Настоящий документ принимает Пользователь.\n\n2.1. Пользователь — лицо, зарегистрированное в сервисе.",
            after: """
                1.1. Настоящий документ принимает лицо, зарегистрированное в сервисе (далее — «Пользователь»).
                """),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let terms = reviewed.capitalisedTerms
        // The entries of one list of terms may use one another: their order is that of the alphabet.
        let entries = Set(reviewed.definitions.filter { $0.form == .entry }.map(\.passage))
        return terms.compactMap { definition in
            for (index, prose) in reviewed.prose[...definition.passage].enumerated() where prose.holdsRunningText {
                for words in prose.occurrences(of: definition.stems) {
                    let range = prose.range(ofWords: words)
                    if isDefining(range, definition, prose, reviewed) { return nil }
                    let place = reviewed.passages[definition.passage]
                    guard isUse(words, of: definition, in: prose, terms),
                        !(entries.contains(index) && prose.passage.section == place.section)
                    else { continue }
                    return reviewed.finding(
                        in: prose.passage, range,
                        "'\(prose.text.string(range))' stands before its definition in line "
                            + "\(reviewed.line(of: definition.range, in: place))",
                        hint: "define it here, or say here what it stands for")
                }
            }
            return nil
        }
    }

    /// Whether the words stand in the sentence of the definition, or behind it.
    private static func isDefining(
        _ range: Range<Int>, _ definition: Definition, _ prose: Prose, _ reviewed: ReviewedEdition
    ) -> Bool {
        guard prose.passage.source(of: range) != reviewed.passages[definition.passage].source(of: definition.range),
            let own = reviewed.prose[definition.passage].sentence(at: definition.range.lowerBound)
        else { return true }
        let start = reviewed.passages[definition.passage].source(of: own).lowerBound
        return prose.passage.source(of: range).lowerBound >= start
    }

    private static func isUse(_ words: Range<Int>, of definition: Definition, in prose: Prose, _ terms: [Definition])
        -> Bool
    {
        let first = prose.words[words.lowerBound]
        let range = prose.range(ofWords: words)
        guard first.isCapitalised, !first.isAllCapitals || definition.isAbbreviation, !prose.isFirstInSentence(first),
            !prose.isQuoted(range), !prose.passage.isLinked(range)
        else { return false }
        // "в настоящей Оферте": the text itself, whatever it is called.
        if prose.words[..<words.lowerBound].last?.lowered.hasPrefix("настоящ") ?? false { return false }
        // "Закон Российской Федерации": a part of a longer name.
        return ![words.lowerBound - 1, words.upperBound].contains { index in
            guard prose.words.indices.contains(index), prose.words[index].isCapitalised, isAdjacent(index, words, prose)
            else { return false }
            let stem = prose.words[index].stem
            return !prose.isFirstInSentence(prose.words[index]) && !terms.contains { $0.stems.contains(stem) }
        }
    }

    private static func isAdjacent(_ index: Int, _ words: Range<Int>, _ prose: Prose) -> Bool {
        let gap =
            index < words.lowerBound
            ? prose.words[index].range.upperBound..<prose.words[words.lowerBound].range.lowerBound
            : prose.words[words.upperBound - 1].range.upperBound..<prose.words[index].range.lowerBound
        return gap.allSatisfy { prose.text.isSpace($0) }
    }
}
