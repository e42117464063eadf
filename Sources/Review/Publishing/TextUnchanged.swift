internal import Diagnostics
internal import Legal

/// `text-unchanged`: there is nothing new to publish.
enum TextUnchanged {
    static let rule = Rule(
        "text-unchanged", .error, "there is nothing new to publish", isWaivable: false,
        asks: "An edition that is published differs from the last one that was. One that was withdrawn does not count.",
        why: "Two editions of one text are two answers to the question which one somebody agreed to.",
        example: Rule.Example(
            before: "2.1 begun with `edict draft` and published as it was",
            after: "2.1 with the change it was begun for"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard reviewed.terms != nil, let last = reviewed.standingPredecessor, reviewed.text.digest == last.text else {
            return []
        }
        return [
            reviewed.finding(
                on: "version", "the text is that of \(last.version): there is nothing to publish",
                hint: "write what is new; what is to be said of an edition goes into `edict note`")
        ]
    }
}
