internal import Diagnostics
internal import Legal

/// `ambiguous-reference`: a reference that names its clause by where it stands.
enum AmbiguousReference {
    static let rule = Rule(
        "ambiguous-reference", .warning, "a clause is named by its place, not by its number",
        asks: """
            A clause is named by its number: not "указанный выше пункт", "предыдущий раздел", "the above clause". "Настоящий \
            пункт" means the clause it stands in, and stands in one.
            """,
        why: "What stands above changes with every edition; two readers find two clauses.",
        example: Rule.Example(
            before: "в порядке, установленном указанным выше пунктом", after: "в порядке, установленном п. 5.2"),
        check: .edition(findings))

    private static let provisions = ["пункт", "подпункт", "раздел", "подраздел"]
    private static let englishProvisions: Set = ["clause", "section", "subsection", "paragraph"]
    private static let above = ["вышеуказанн", "вышеупомянут", "вышеназванн", "предыдущ", "предшествующ"]
    private static let named = ["указанн", "названн", "упомянут", "приведенн", "приведённ", "изложенн"]
    private static let englishAbove: Set = ["above", "preceding", "foregoing", "aforementioned", "abovementioned"]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.prose.flatMap { prose -> [Finding] in
            let (passage, words) = (prose.passage, prose.words)
            guard !passage.isQuoted, passage.kind != .heading else { return [] }
            return words.indices.compactMap { index in
                guard let (range, isOwn) = reference(at: index, words, passage) else { return nil }
                if isOwn, isInsideOne(passage, reviewed, ofSection: words[index + 1].lowered.hasPrefix("раздел")) {
                    return nil
                }
                return reviewed.finding(
                    in: passage, range, isOwn ? outside(passage.text.string(range)) : vague(passage.text.string(range)),
                    hint: "name it by its number")
            }
        }
    }

    private static func vague(_ words: String) -> String {
        "'\(words)' does not say which one: what stands above changes"
    }

    private static func outside(_ words: String) -> String { "'\(words)' stands in none" }

    /// The words of a reference that begins at a word, and whether it means the clause it stands in.
    private static func reference(
        at index: Int, _ words: [Word], _ passage: Passage
    ) -> (range: Range<Int>, isOwn: Bool)? {
        func isProvision(_ place: Int) -> Bool {
            place < words.count && provisions.contains { words[place].lowered.utf8.starts(with: $0.utf8) }
                && !isNumbered(after: words[place], passage)
        }
        func range(to last: Int) -> Range<Int> { words[index].range.lowerBound..<words[last].range.upperBound }
        let word = words[index].lowered
        if above.contains(where: { word.utf8.starts(with: $0.utf8) }), isProvision(index + 1) {
            return (range(to: index + 1), false)
        }
        if named.contains(where: { word.utf8.starts(with: $0.utf8) }), index + 1 < words.count,
            words[index + 1].lowered == "выше",
            isProvision(index + 2)
        {
            return (range(to: index + 2), false)
        }
        if word.utf8.starts(with: "настоящ".utf8), isProvision(index + 1),
            !words[index + 1].lowered.hasPrefix("подраздел")
        {
            return (range(to: index + 1), true)
        }
        guard index + 1 < words.count, englishProvisions.contains(words[index + 1].lowered),
            !isNumbered(after: words[index + 1], passage)
        else { return nil }
        if englishAbove.contains(word) { return (range(to: index + 1), false) }
        return word == "this" && words[index + 1].lowered == "clause" ? (range(to: index + 1), true) : nil
    }

    private static func isNumbered(after word: Word, _ passage: Passage) -> Bool {
        let next = passage.text.skippingSpace(word.range.upperBound)
        return passage.text.isDigit(next) || passage.text[next] == "№"
    }

    /// Whether a passage is in a clause with a number, or in a section where that is asked.
    private static func isInsideOne(_ passage: Passage, _ reviewed: ReviewedEdition, ofSection: Bool) -> Bool {
        if ofSection { return passage.heading != nil || passage.section != nil }
        guard let clause = passage.clause else { return false }
        return reviewed.text.clauses[clause].kind == .clause || reviewed.text.clauses[clause].kind == .item
    }
}
