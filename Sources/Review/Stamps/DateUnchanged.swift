internal import Diagnostics
internal import Legal
internal import Source

/// `date-unchanged`: the text changed against the last published edition, and the edition's date did not.
enum DateUnchanged {
    static let rule = Rule(
        "date-unchanged", .error, "the text changed and the edition's date did not",
        asks: """
            An edition whose text differs from that of the last published edition has a date of its own. An edition that \
            was withdrawn does not count.
            """,
        why: """
            Two texts of one date are taken for one edition: who agreed to "the edition of 1 February" can't tell which of \
            them it was.
            """,
        example: Rule.Example(before: "date: 2026-02-01    (as in 2.0)", after: "date: 2026-12-01"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard let last = reviewed.standingPredecessor, let date = reviewed.edition.date, date == last.date,
            reviewed.text.digest != last.text
        else { return [] }
        return [
            reviewed.finding(
                on: "date", "the text differs from \(last.version), and the date is still \(date)",
                hint: "set `date` to the day of the new edition, which is after that one")
        ]
    }
}
