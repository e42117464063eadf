internal import Diagnostics
internal import Legal
internal import Templates

/// `law-reference-style`: the number of one law is written in several ways.
enum LawReferenceStyle {
    static let rule = Rule(
        "law-reference-style", .warning, "one law, several spellings",
        languages: [.ru],
        asks: """
            A law is written as it was written first: "№ 152-ФЗ", "152-ФЗ" and "ФЗ-152" are three ways. A way that the text \
            itself defines ("далее — «152-ФЗ»") is right from then on.
            """,
        why: "A reader who is no lawyer takes two spellings for two laws.",
        example: Rule.Example(before: "№ 152-ФЗ … требований 152-ФЗ", after: "№ 152-ФЗ … требований Закона № 152-ФЗ"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let defined = Set(reviewed.text.terms.flatMap { styles(in: $0.name) })
        var first: [String: CitedLaw] = [:]
        return reviewed.citedLaws.compactMap { law in
            let citation = law.citation
            guard let model = first[citation.number] else {
                first[citation.number] = law
                return nil
            }
            guard citation.style != model.citation.style,
                !defined.contains(Spelling(number: citation.number, style: citation.style))
            else { return nil }
            return reviewed.finding(
                in: law.passage, citation.range,
                "'\(law.written)' where line \(reviewed.line(of: model)) writes '\(model.written)'",
                hint: "write \(model.written)")
        }
    }

    private struct Spelling: Hashable {
        let number: String
        let style: LawCitation.Style
    }

    /// The spellings in the name of a term: "Закон № 152-ФЗ".
    private static func styles(in name: String) -> [Spelling] {
        ScalarText(Array(name.utf8)).lawCitations().map { Spelling(number: $0.number, style: $0.style) }
    }
}
