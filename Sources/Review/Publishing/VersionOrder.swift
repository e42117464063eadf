internal import Diagnostics
internal import Legal
internal import Source

/// `version-order`: a version, or a day of publication, that does not come after those of the edition before.
enum VersionOrder {
    static let rule = Rule(
        "version-order", .error, "not after the edition before it", isWaivable: false,
        asks:
            "The version is higher than that of every published edition, and the day of publication is not before theirs.",
        why: "The ledger is a row: what was true on a day must not be changed by a line that is added later.",
        example: Rule.Example(before: "version: \"2.0.1\"    (2.1 is published)", after: "version: \"2.1.1\""),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard let last = reviewed.predecessor else { return [] }
        var findings: [Finding] = []
        if reviewed.edition.version <= last.version {
            findings.append(
                reviewed.finding(
                    on: "version",
                    "version \(reviewed.edition.version) is not higher than \(last.version), which is published",
                    hint: "give the new edition a higher version"))
        }
        if let terms = reviewed.terms, terms.published < last.published {
            findings.append(
                reviewed.finding(
                    on: "version",
                    "published \(terms.published), before \(last.version), which was on \(last.published)",
                    hint: "record editions in the order in which they were published"))
        }
        return findings
    }
}
