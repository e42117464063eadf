internal import Diagnostics
internal import Legal
internal import Source

/// `effective-date-order`: in force before its own date, or before the edition that it follows.
enum EffectiveDateOrder {
    static func findings(_ reviewed: ReviewedEdition) -> [Diagnostic] {
        guard let effective = reviewed.edition.effective else { return [] }
        var findings: [Diagnostic] = []
        if let date = reviewed.edition.date, effective < date {
            findings.append(
                reviewed.finding(
                    .error, "effective-date-order", on: "effective",
                    "effective \(effective) is before the edition's own date \(date)"))
        }
        if let last = reviewed.predecessor, effective < last.effective {
            findings.append(
                reviewed.finding(
                    .error, "effective-date-order", on: "effective",
                    "effective \(effective) is before \(last.effective), when \(last.version) takes effect"))
        }
        return findings
    }
}
