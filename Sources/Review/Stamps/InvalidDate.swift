internal import Diagnostics
internal import Legal

/// `invalid-date`: a date that the calendar does not have.
enum InvalidDate {
    static let rule = Rule(
        "invalid-date", .error, "a date that the calendar does not have",
        asks:
            "Every date in the text is one of the calendar, in words (\"30 февраля 2026 года\") and in digits (31.04.2026).",
        why: "A term that begins or ends on such a day can't be counted.",
        example: Rule.Example(before: "до 31.04.2026", after: "до 30.04.2026"), check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.passages.flatMap { passage in
            WrittenDay.all(in: passage.text, passage.words).filter { $0.day == nil }.map { written in
                reviewed.finding(
                    in: passage, written.range,
                    "'\(passage.text.string(written.range))' is no day of the calendar")
            }
        }
    }
}
