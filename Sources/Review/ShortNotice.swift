internal import Diagnostics
internal import Legal
internal import Source

/// `short-notice`: in force fewer days after its publication than readers were promised. No law sets a number.
enum ShortNotice {
    static func findings(_ reviewed: ReviewedEdition) -> [Diagnostic] {
        guard let terms = reviewed.terms, !terms.isRecordedLater, reviewed.predecessor != nil,
            let effective = reviewed.edition.effective
        else { return [] }
        let given = terms.published.days(until: effective)
        guard given >= 0, given < terms.noticeDays else { return [] }
        return [
            reviewed.finding(
                .warning, "short-notice", on: "effective",
                "\(given) days from publication to effect, and \(terms.noticeDays) are promised",
                hint: "set `effective` to \(terms.published.adding(days: terms.noticeDays)) or later")
        ]
    }
}
