internal import Diagnostics
internal import Legal

/// `unknown-clause-reference`: a reference to a clause that is not there.
enum UnknownClauseReference {
    static let rule = Rule(
        "unknown-clause-reference", .error, "a clause is named that is not there",
        asks: """
            Where the text names a clause, a section or an annex of its own ("п. 5.4", "пп. 3.1–3.3", "пунктами 2.1 и 2.4", \
            "[порядок](#5.4)", "clause 5.4"), it is there. What belongs to a law or to another document is left alone, and so is \
            what stands in a quotation.
            """,
        why: "A reference that leads nowhere takes away what it refers to: a right, a term, an exception.",
        example: Rule.Example(
            before: "Срок установлен п. 5.4.    (section 5 ends with 5.3)", after: "Срок установлен п. 5.3."),
        check: .edition(findings))

    /// A hint is looked for among all provisions: past this many findings it would take too long.
    private static let mostHints = 50

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let ids = reviewed.text.clauses.compactMap(\.id)
        return reviewed.text.unknownReferences.enumerated().map { index, reference in
            let name = reference.name
            return reviewed.finding(
                at: reference.source,
                reference.isAnnex ? "there is no annex \(name) here" : "there is no clause \(name) here",
                hint: index < mostHints ? suggestion(for: reference.isAnnex ? "annex-\(name)" : name, in: ids) : nil)
        }
    }
}
