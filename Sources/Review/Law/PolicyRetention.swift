internal import Diagnostics
internal import Legal
internal import Templates

/// `policy-retention`: "until the purposes are reached" says no term.
enum PolicyRetention {
    static let rule = Rule(
        "policy-retention", .warning, "how long data are stored is told without a term", kinds: [.policy],
        languages: [.ru],
        asks: """
            A policy tells how long data are stored in days, months or years, or by an event that anybody can date. "До достижения \
            целей обработки" and "бессрочно" alone tell nothing. Silent where the text gives any term of storage as a number.
            """,
        why:
            "Data are stored no longer than the purpose needs; without a term nobody, the operator neither, can say when that is.",
        law: "152-ФЗ, ст. 5 ч. 7, ст. 18.1 ч. 1 п. 2",
        example: Rule.Example(
            before: "8.1. Срок хранения персональных данных — до достижения целей обработки.",
            after: "8.1. Учётная запись хранится до её удаления и 30 дней после него, данные о записях — 3 года."),
        check: .edition(findings))

    private static let empty: [Wording] = [
        "до достижени* ~ цел*", "до ~ достигнут* ~ цел*", "необходим* для ~ достижени* ~ цел*",
        "дольше ~ требу* ~ цел*", "дольше ~ необходим* ~ цел*", "требу* ~ цел* ~ обработк*",
        "срок* ~ необходим* ~ цел*", "столько ~ цел*", "определя* ~ достижени* ~ цел*",
        "хран* ~ бессрочно|неограниченн*|постоянно", "срок* ~ не ограничен*|неограничен*",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let sentences = reviewed.sentences
        guard !sentences.contains(where: { tellsTerm($0, reviewed) }) else { return [] }
        return sentences.compactMap { sentence -> Finding? in
            guard sentence.has("хран*", "срок*"), let words = sentence.first(empty) else { return nil }
            return reviewed.finding(
                in: sentence, words, "'\(sentence.string(words))' gives no term of storage",
                hint: "give a number of days, months or years for each kind of data")
        }.prefix(1).map(\.self)
    }

    /// Whether a sentence about storage gives a term as a number.
    private static func tellsTerm(_ sentence: Sentence, _ reviewed: ReviewedEdition) -> Bool {
        guard LengthOfTime.first(in: sentence) != nil else { return false }
        if sentence.has("хран*", "срок* ~ обработк*", "уничтож*", "удал*", "обрабатыва*") { return true }
        if sentence.prose.passage.cell != nil { return true }
        guard sentence.prose.passage.item != nil else { return false }
        return reviewed.heading(of: sentence.prose.passage).map { heading in
            ["хран", "уничтож", "срок"].contains { heading.text.string(heading.words).lowercased().contains($0) }
        } ?? false
    }
}
