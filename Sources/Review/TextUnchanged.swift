internal import Diagnostics
internal import Legal

/// `text-unchanged`: there is nothing new to publish.
enum TextUnchanged {
    static func findings(_ reviewed: ReviewedEdition) -> [Diagnostic] {
        // What was withdrawn may come again with a new day: a postponed edition has the text of the withdrawn one.
        guard let terms = reviewed.terms,
            let last = reviewed.history.publications.last(where: {
                reviewed.history.withdrawal(of: $0.version, knownOn: terms.published) == nil
            }), reviewed.text.digest == last.text
        else { return [] }
        return [
            reviewed.finding(
                .error, "text-unchanged", on: "version",
                "the text is that of \(last.version): there is nothing to publish")
        ]
    }
}
