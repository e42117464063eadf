internal import Diagnostics
internal import Legal
internal import Source

/// `date-unchanged`: the text changed against the last published edition, and the edition's date did not.
enum DateUnchanged {
    static func findings(_ reviewed: ReviewedEdition) -> [Diagnostic] {
        guard let last = reviewed.standingPredecessor, let date = reviewed.edition.date, date == last.date,
            reviewed.text.digest != last.text
        else { return [] }
        return [
            reviewed.finding(
                .error, "date-unchanged", on: "date",
                "the text differs from \(last.version), and the date is still \(date)",
                hint: "set `date` to that of the new edition")
        ]
    }
}
