internal import Diagnostics
internal import Legal
internal import Source

/// `effective-before-publication`: in force before anybody could read it.
enum EffectiveBeforePublication {
    static func findings(_ reviewed: ReviewedEdition) -> [Diagnostic] {
        guard let terms = reviewed.terms, !terms.isRecordedLater, let effective = reviewed.edition.effective,
            effective < terms.published
        else { return [] }
        return [
            reviewed.finding(
                .error, "effective-before-publication", on: "effective",
                "effective \(effective) is before the day of publication \(terms.published)",
                hint: "publish with --effective, or record an edition that was published before with --published-on")
        ]
    }
}
