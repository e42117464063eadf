package import Diagnostics
package import Legal
internal import Source

extension SitePlan {
    /// The links of a text that lead to a provision which the other text does not have. The texts they lead to are read again.
    ///
    /// - Parameter severity: how bad that is.
    package func missingAnchors(of text: LegalText, in edition: Edition, _ severity: Severity) -> [Diagnostic] {
        var anchors: [Address: Set<String>] = [:]
        return text.outwardAnchors.compactMap { link in
            guard let (address, title, target) = legalText(of: link.link, from: edition.file.path) else { return nil }
            let ids = anchors[address] ?? target.anchors(title: title)
            anchors[address] = ids
            if ids.contains(link.anchor) { return nil }
            return Diagnostic(
                severity, "unknown-link-target", at: link.location,
                "there is no clause '\(link.anchor)' in \(address)", hint: suggestion(for: link.anchor, in: ids))
        }
    }
}
