internal import Diagnostics
internal import Legal
internal import Source

/// `effective-before-publication`: in force before anybody could read it.
enum EffectiveBeforePublication {
    static let rule = Rule(
        "effective-before-publication", .error, "in force before it is published",
        asks: """
            The day an edition takes effect is not before the day it is published. An edition that was published before \
            Edict came is recorded with `--published-on`, and then only told of.
            """,
        why: "Nobody is bound by a text that could not be read yet.",
        example: Rule.Example(
            before: "effective: 2026-11-01    (published on 2026-11-23)",
            after: "effective: 2026-12-04"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard let terms = reviewed.terms, !terms.isRecordedLater, let effective = reviewed.edition.effective,
            effective < terms.published
        else { return [] }
        return [
            reviewed.finding(
                on: "effective", "effective \(effective) is before the day of publication \(terms.published)",
                hint: "publish with --effective, or record an edition that was published before with --published-on")
        ]
    }
}
