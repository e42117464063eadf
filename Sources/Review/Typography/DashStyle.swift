internal import Diagnostics
internal import Legal
internal import Templates

/// `dash-style`: a hyphen or a short dash where a dash belongs.
enum DashStyle {
    static let rule = Rule(
        "dash-style", .warning, "a hyphen or a short dash stands where a dash belongs", languages: [.ru],
        asks: """
            Between words and between spaces stands a dash, "—", not a hyphen or the short dash of numbers. One finding a paragraph.
            """,
        why: "A definition hangs on its dash: a hyphen joins what the dash sets apart.",
        law: "rules of Russian spelling and punctuation of 1956, § 164–174",
        example: Rule.Example(before: "Клиент - физическое лицо", after: "Клиент — физическое лицо"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.passages.compactMap { passage in
            let signs = passage.text.wrongDashes()
            guard let first = signs.first else { return nil }
            let name = passage.text[first] == "-" ? "'-' is a hyphen" : "'–' is the dash of numbers"
            let more = Finding.others(signs.count - 1, of: " of the paragraph")
            return reviewed.finding(
                in: passage, first..<first + 1, "\(name), and a dash belongs between words\(more)", hint: "write '—'",
                mends: signs.compactMap { reviewed.mend(in: passage, $0..<$0 + 1, with: "—") })
        }
    }
}
