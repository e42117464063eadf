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
        guard let date = edition.date, let effective = edition.effective else {
            let message = edition.date == nil ? "the edition's date is unset" : "the day of its effect is unset"
            return (
                nil,
                [
                    Diagnostic(
                        .error, "date-unset", at: edition.file.location(at: 0), message,
                        hint: "set it in the front matter, or publish with --effective +10d")
                ]
            )
        }
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
        return (publication, objections(to: publication, of: edition))
    }

    /// What is wrong with a publication beside its text: its place among the others, and its dates.
    private func objections(to publication: Publication, of edition: Edition) -> [Diagnostic] {
        func object(_ severity: Severity, _ rule: String, _ message: String, _ hint: String?) -> Diagnostic {
            Diagnostic(severity, rule, at: edition.file.location(at: 0), message, hint: hint)
        }
        var found: [Diagnostic] = []
        if publication.summary == Edition.openSummary {
            found.append(object(.error, "summary-unset", "the summary is unset", "say in a sentence what changed"))
        }
        if publication.effective < publication.date {
            found.append(
                object(
                    .error, "effective-date-order",
                    "effective \(publication.effective) is before the edition's own date \(publication.date)", nil))
        }
        if publication.effective < publication.published, publication.recorded == nil {
            found.append(
                object(
                    .error, "effective-before-publication",
                    "effective \(publication.effective) is before the day of publication \(publication.published)",
                    "set `effective`, or record an edition that was published before with --published-on"))
        }
        guard let last = publications.last else { return found }
        if publication.version <= last.version {
            found.append(
                object(
                    .error, "version-order",
                    "version \(publication.version) is not higher than \(last.version), which is published",
                    "give the new edition a higher version"))
        }
        if publication.effective < last.effective {
            found.append(
                object(
                    .error, "effective-date-order",
                    "effective \(publication.effective) is before \(last.effective), when \(last.version) takes effect",
                    nil))
        }
        if publication.published < last.published {
            found.append(
                object(
                    .error, "publication-order",
                    "published \(publication.published), before \(last.version), which was on \(last.published)", nil))
        }
        // What was withdrawn may come again with a new day: a postponed edition has the text of the withdrawn one.
        let standing = publications.last { withdrawal(of: $0.version, knownOn: publication.published) == nil }
        if let standing, publication.text == standing.text {
            found.append(
                object(
                    .error, "text-unchanged", "the text is that of \(standing.version): there is nothing to publish",
                    nil))
        } else if publication.text != last.text, publication.date == last.date {
            found.append(
                object(
                    .error, "date-unchanged",
                    "the text differs from \(last.version), and the date is still \(last.date)",
                    "set `date` to that of the new edition"))
        }
        return found
    }
}
