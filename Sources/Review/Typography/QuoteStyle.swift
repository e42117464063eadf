internal import Diagnostics
internal import Legal
internal import Templates

/// `quote-style`: quotation marks that are not those of the language.
enum QuoteStyle {
    static let rule = Rule(
        "quote-style", .warning, "quotation marks are not the Russian ones", languages: [.ru],
        asks: """
            A Russian text quotes with «…», and inside of them with „…“. Looked at are straight and English marks around Cyrillic \
            words, or between them. One finding a paragraph.
            """,
        why: "Mixed marks look like words that were pasted from elsewhere, and make quotations hard to tell apart.",
        law: "ГОСТ Р 7.0.97-2025 leaves it to the rules of Russian spelling and punctuation of 1956, § 194",
        example: Rule.Example(before: "далее — \"Политика\"", after: "далее — «Политика»"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.passages.compactMap { passage in
            let marks = passage.text.foreignQuotations()
            guard let first = marks.first else { return nil }
            let range = first.opening..<first.closing + 1
            let written = passage.text.string(range)
            let more = Finding.others(marks.count - 1, of: " of the paragraph")
            let right =
                "\(first.marks.opening)\(passage.text.string(first.opening + 1..<first.closing))\(first.marks.closing)"
            return reviewed.finding(
                in: passage, range, "\(written) has not the Russian quotation marks\(more)", hint: "write \(right)",
                mends: marks.flatMap { mends(of: $0, in: passage, reviewed) })
        }
    }

    /// Both marks or none.
    private static func mends(
        of quotation: ForeignQuotation, in passage: Passage, _ reviewed: ReviewedEdition
    ) -> [Mend] {
        let mends = [(quotation.opening, quotation.marks.opening), (quotation.closing, quotation.marks.closing)]
            .compactMap { reviewed.mend(in: passage, $0..<$0 + 1, with: String($1)) }
        return mends.count == 2 ? mends : []
    }
}
