internal import Diagnostics
internal import Legal
internal import Templates

/// `law-reference-incomplete`: a law is named first without its date or its title.
enum LawReferenceIncomplete {
    static let rule = Rule(
        "law-reference-incomplete", .warning, "a law is named first without its date or its title",
        languages: [.ru],
        asks: """
            Where a law is named for the first time, its date, its number and its whole title stand together; not its number \
            alone, nor its title alone. Later its number is enough. Laws that are named only as having changed another ("в \
            редакции законов …") need no title.
            """,
        why: "Numbers come again every year: \"№ 242-ФЗ\" alone is a law on genomes as well as one on personal data.",
        example: Rule.Example(
            before: "Федерального закона № 152-ФЗ",
            after: "Федерального закона от 27 июля 2006 года № 152-ФЗ «О персональных данных»"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        numbered(reviewed) + namedByTitle(reviewed)
    }

    /// A title alone, where no law with that title was named by its number before.
    private static func namedByTitle(_ reviewed: ReviewedEdition) -> [Finding] {
        var seen: Set<[String]> = []
        return reviewed.passages.filter { !$0.isQuoted }.flatMap { passage -> [Finding] in
            let laws = passage.text.lawCitations()
            let titles = passage.text.lawsNamedByTitle().filter { named in
                !laws.contains { $0.phrase.overlaps(named.phrase) }
            }
            let places =
                (laws.map { ($0.phrase, $0.title.map { Prose.stems(of: $0) }, true) }
                + titles.map { ($0.phrase, Prose.stems(of: passage.text.string($0.title)), false) })
                .sorted { $0.0.lowerBound < $1.0.lowerBound }
            return places.compactMap { phrase, title, isNumbered in
                guard let title, seen.insert(title).inserted, !isNumbered else { return nil }
                let known = KnownLaw.titled(title)
                return reviewed.finding(
                    in: passage, phrase,
                    "'\(passage.text.string(phrase))' is named first without its date and its number",
                    hint: known.map { "write \($0.name)" } ?? "write its date and its number before the title")
            }
        }
    }

    private static func numbered(_ reviewed: ReviewedEdition) -> [Finding] {
        var seen: Set<String> = []
        return reviewed.citedLaws.compactMap { law in
            let citation = law.citation
            guard !law.isNamedForItsAmendments, seen.insert(citation.number).inserted, let lack = lack(of: citation)
            else { return nil }
            return reviewed.finding(
                in: law.passage, citation.range, "'\(law.written)' is named first \(lack)", hint: hint(for: citation))
        }
    }

    private static func lack(of citation: LawCitation) -> String? {
        switch (citation.hasDate, citation.title) {
        case (false, nil): "without its date and its title"
        case (false, _): citation.isTitleCut ? "without its date, and its title is cut short" : "without its date"
        case (true, nil): "without its title"
        case (true, _): citation.isTitleCut ? "with its title cut short" : nil
        }
    }

    private static func hint(for citation: LawCitation) -> String {
        guard let known = KnownLaw.numbered(citation.number), citation.date.map({ $0 == known.date }) ?? true else {
            return "write its date before the number and its whole title behind it"
        }
        return "write \(known.name)"
    }
}
