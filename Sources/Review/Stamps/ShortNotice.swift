internal import Diagnostics
internal import Legal
internal import Source

/// `short-notice`: in force fewer days after its publication than readers were promised. No law sets a number.
enum ShortNotice {
    static let rule = Rule(
        "short-notice", .warning, "in force sooner after publication than readers were promised",
        asks: """
            Between the day of publication and the day of effect lie at least `notice_days` calendar days (`document.yml`, \
            else `edict.yml`, else 0). A first edition and one that is recorded afterwards owe none.
            """,
        why: """
            No law sets a number of days; ten is a good habit. A service that promised a notice and does not give it \
            can't rely on the new edition against those who had no time to read it.
            """,
        example: Rule.Example(
            before: "effective: 2026-11-28    (published on 2026-11-23, notice_days: 10)",
            after: "effective: 2026-12-03"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard let terms = reviewed.terms, !terms.isRecordedLater, reviewed.predecessor != nil,
            let effective = reviewed.edition.effective
        else { return [] }
        let given = terms.published.days(until: effective)
        guard given >= 0, given < terms.noticeDays else { return [] }
        return [
            reviewed.finding(
                on: "effective",
                "\(given) days from publication to effect, and \(terms.noticeDays) are promised",
                hint: "set `effective` to \(terms.published.adding(days: terms.noticeDays)) or later")
        ]
    }
}
