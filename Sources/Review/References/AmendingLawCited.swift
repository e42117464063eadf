internal import Diagnostics
internal import Legal
internal import Templates

/// `amending-law-cited`: an act that amends another is named instead of the act it amends.
enum AmendingLawCited {
    static let rule = Rule(
        "amending-law-cited", .warning, "an amending act is named instead of the act itself",
        languages: [.ru],
        asks: """
            The text names the act whose provision holds, not the act by which that provision was put there: for the place \
            of databases 152-ФЗ ст. 18 ч. 5, not № 242-ФЗ. Told by the title ("О внесении изменений…"), or by the \
            number where neither date nor title says that another law of that number is meant. "В редакции Федерального закона …" \
            is fine.
            """,
        why: "An amending act holds nothing by itself: who looks it up finds instructions what to replace where.",
        law: "152-ФЗ, ст. 18 ч. 5 (as put there by № 242-ФЗ of 21 July 2014)",
        example: Rule.Example(before: "в соответствии с ФЗ-242", after: "в соответствии с ч. 5 ст. 18 Закона № 152-ФЗ"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let laws = reviewed.citedLaws
        let titles = Dictionary(laws.compactMap { law in law.citation.title.map { (law.citation.number, $0) } }) {
            first, _ in
            first
        }
        return laws.compactMap { law in
            let citation = law.citation
            let title = citation.title ?? titles[citation.number]
            let known = KnownLaw.numbered(citation.number).flatMap { known in
                citation.date.map { $0 == known.date } ?? true ? known : nil
            }
            let isAmending = title.map { $0.lowercased().hasPrefix("о внесении изменени") } ?? (known?.amends != nil)
            guard isAmending, !law.isNamedForItsAmendments else { return nil }
            return reviewed.finding(
                in: law.passage, citation.range, "'\(law.written)' only amends other acts",
                hint: known?.amends.map { "name the act itself: \($0)" }
                    ?? "name the act that it amends, and its provision")
        }
    }
}
