package import Diagnostics
package import Source

extension DocumentHistory {
    /// When and how an edition is to be published.
    package struct PublicationTerms: Sendable {
        /// The day of publication.
        package let published: Day
        /// The day of recording, where the edition was published before Edict came.
        package let recorded: Day?
        /// What is published with it at once.
        package let with: [String]

        package init(published: Day, recorded: Day?, with: [String]) {
            self.published = published
            self.recorded = recorded
            self.with = with
        }
    }

    /// The publication of a draft, and everything that speaks against it.
    ///
    /// - Parameters:
    ///   - text: the draft rendered as one that is ready.
    ///   - builtIn: the names and texts of built-in placeholders.
    package func publication(
        of edition: Edition, _ text: LegalText, builtIn: [String: String], _ terms: PublicationTerms
    ) -> (publication: Publication?, diagnostics: [Diagnostic]) {
        var open: [Diagnostic] = []
        func report(_ field: String, isOpen: Bool, _ rule: String, _ message: String, hint: String) {
            if isOpen { open.append(Diagnostic(.error, rule, at: edition.location(of: field), message, hint: hint)) }
        }
        report(
            "date", isOpen: edition.date == nil, "date-unset", "the edition's date is unset",
            hint: "set `date`, or publish with --effective +10d, which fills it in")
        report(
            "effective", isOpen: edition.effective == nil, "date-unset", "the day of its effect is unset",
            hint: "set `effective`, or publish with --effective +10d, which fills it in")
        report(
            "summary", isOpen: !edition.hasSummary, "summary-unset", "the summary is unset",
            hint: "say in a sentence what changed")
        guard let date = edition.date, let effective = edition.effective else { return (nil, open) }
        let publication = Publication(
            document: document.id, version: edition.version, date: date, effective: effective,
            change: edition.change, action: edition.action, summary: edition.summary, title: document.title,
            kind: document.kind, language: document.language, published: terms.published,
            recorded: terms.recorded == terms.published ? nil : terms.recorded, source: edition.sourceDigest,
            text: text.digest, label: edition.label.map { Digest(of: Array($0.utf8)) },
            values: text.usedValues.filter { builtIn[$0.key] == nil },
            builtIn: text.usedValues.filter { builtIn[$0.key] != nil },
            waivers: Dictionary(edition.waivers.map { ($0.rule, $0.reason) }, uniquingKeysWith: { $1 }),
            with: terms.with)
        return (publication, open)
    }
}
