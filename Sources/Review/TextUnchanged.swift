internal import Diagnostics
internal import Legal

/// `text-unchanged`: there is nothing new to publish.
enum TextUnchanged {
    static func findings(_ reviewed: ReviewedEdition) -> [Diagnostic] {
        guard reviewed.terms != nil, let last = reviewed.standingPredecessor, reviewed.text.digest == last.text else {
            return []
        }
        return [
            reviewed.finding(
                .error, "text-unchanged", on: "version",
                "the text is that of \(last.version): there is nothing to publish")
        ]
    }
}
