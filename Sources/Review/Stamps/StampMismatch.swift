internal import Diagnostics
internal import Legal
internal import Source
internal import Templates

/// `stamp-mismatch`: a version or a date that the text gives as its own differs from the front matter.
enum StampMismatch {
    static let rule = Rule(
        "stamp-mismatch", .error, "a version or a date in the text is not that of the edition",
        asks: """
            Where a line of the text gives the edition's own version, date or day of effect ("Версия: 2.0", "редакция от \
            1 февраля 2026 года", "Effective date: …"), it is that of the front matter.
            """,
        why: "A text that says it is another edition than the one that was published proves nothing in a dispute.",
        example: Rule.Example(
            before: "version: \"2.1\"\n…\nВерсия: 2.0", after: "version: \"2.1\"\n…\nВерсия: {{VERSION}}"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        Stamp.all(in: reviewed.edition).compactMap { stamp in
            guard let expected = mismatch(stamp, reviewed), !isOfEarlierEdition(stamp, reviewed) else { return nil }
            return reviewed.finding(
                at: stamp.range, "'\(stamp.typed)' where the front matter says \(expected)",
                hint: "write {{\(stamp.field.placeholder)}}, which is always right")
        }
    }

    /// Whether a stamp stands in a list of what held before: behind "Прежние редакции:", or below such a heading.
    private static func isOfEarlierEdition(_ stamp: Stamp, _ reviewed: ReviewedEdition) -> Bool {
        guard let own = reviewed.passages.last(where: { $0.source(of: 0..<1).lowerBound <= stamp.range.lowerBound })
        else { return false }
        return reviewed.passages.contains { passage in
            let isAround = own.heading != nil && passage.heading == own.heading && passage.clause == own.clause
            return isAround
                && passage.text.words(in: passage.words).contains { word in
                    earlier.contains { word.lowered.hasPrefix($0) }
                }
        }
    }

    private static let earlier = ["прежн", "предыдущ", "архив", "истори", "previous", "earlier", "history", "archive"]

    /// What the front matter says, where it differs.
    private static func mismatch(_ stamp: Stamp, _ reviewed: ReviewedEdition) -> String? {
        let edition = reviewed.edition
        if stamp.field == .version {
            guard let version = EditionVersion(stamp.typed), version != edition.version else { return nil }
            return edition.version.description
        }
        guard let expected = stamp.field == .date ? edition.date : edition.effective,
            let day = WrittenDay.day(stamp.typed), day != expected
        else { return nil }
        return reviewed.document.language.longDate(expected)
    }
}
