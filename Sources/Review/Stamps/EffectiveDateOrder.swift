internal import Diagnostics
internal import Legal
internal import Source

/// `effective-date-order`: in force before its own date, or before the edition that it follows.
enum EffectiveDateOrder {
    static let rule = Rule(
        "effective-date-order", .error, "in force before its own date, or before the edition it follows",
        isWaivable: false,
        asks: """
            The day an edition takes effect is not before the edition's own date, nor before that of the edition before it, unless \
            that was withdrawn before its day. Of an edition that is recorded with `--published-on` its own date is only told of.
            """,
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
                    on: "effective", "effective \(effective) is before the edition's own date \(date)",
                    hint: "set `effective` to \(date) or later, or mend `date`",
                    // What was published before Edict came can't be mended, and it makes no day's answer uncertain.
                    severity: reviewed.terms?.isRecordedLater ?? false ? .note : nil))
        }
        if let last = reviewed.lastToTakeEffect, effective < last.effective {
            findings.append(
                reviewed.finding(
                    on: "effective",
                    "effective \(effective) is before \(last.effective), when \(last.version) takes effect",
                    hint: "set `effective` to \(last.effective) or later: before that day it would never be in force"))
        }
        return findings
    }
}

extension ReviewedEdition {
    /// The edition that takes effect last of those before; one that was withdrawn before it took effect never does.
    fileprivate var lastToTakeEffect: Publication? {
        guard predecessor != nil else { return nil }
        return history.publications.filter { publication in
            !history.withdrawals.contains { $0.version == publication.version && $0.from <= publication.start }
        }.max { $0.effective < $1.effective }
    }
}
