internal import Diagnostics
internal import Legal
internal import Source

/// `version-order`: a version, or a day of publication, that does not come after those of the edition before.
enum VersionOrder {
    static func findings(_ reviewed: ReviewedEdition) -> [Diagnostic] {
        guard let last = reviewed.predecessor else { return [] }
        var findings: [Diagnostic] = []
        if reviewed.edition.version <= last.version {
            findings.append(
                reviewed.finding(
                    .error, "version-order", on: "version",
                    "version \(reviewed.edition.version) is not higher than \(last.version), which is published",
                    hint: "give the new edition a higher version"))
        }
        if let terms = reviewed.terms, terms.published < last.published {
            findings.append(
                reviewed.finding(
                    .error, "version-order", on: "version",
                    "published \(terms.published), before \(last.version), which was on \(last.published)"))
        }
        return findings
    }
}
