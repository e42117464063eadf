internal import Diagnostics
internal import Legal
internal import Source

/// `effective-date-order`: in force before its own date, or before the edition that it follows.
enum EffectiveDateOrder {
    static let rule = Rule(
        "effective-date-order", .error, "in force before its own date, or before the edition it follows",
        asks:
            "The day an edition takes effect is not before the edition's own date, nor before that of the edition before it.",
        why: """
            An edition that takes effect before the one it replaces never is in force: readers would agree to a text that \
            does not hold.
            """,
        example: Rule.Example(
            before: "date: 2026-12-01\neffective: 2026-11-01",
            after: "date: 2026-12-01\neffective: 2026-12-11"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard let effective = reviewed.edition.effective else { return [] }
        var findings: [Finding] = []
        if let date = reviewed.edition.date, effective < date {
            findings.append(
                reviewed.finding(
                    on: "effective", "effective \(effective) is before the edition's own date \(date)"))
        }
        if let last = reviewed.predecessor, effective < last.effective {
            findings.append(
                reviewed.finding(
                    on: "effective",
                    "effective \(effective) is before \(last.effective), when \(last.version) takes effect"))
        }
        return findings
    }
}
