package import Diagnostics
package import Legal
package import Source

/// What a rule looks at: an edition, its text, and the editions before it.
package struct ReviewedEdition: Sendable {
    package let edition: Edition
    package let text: LegalText
    package let history: DocumentHistory
    /// Set while the edition is being published.
    package let terms: Terms?

    /// When an edition is published, and how many days of notice its readers were promised.
    package struct Terms: Sendable {
        package let published: Day
        /// Whether it was published before Edict came and is only recorded now.
        package let isRecordedLater: Bool
        package let noticeDays: Int

        package init(published: Day, isRecordedLater: Bool, noticeDays: Int) {
            self.published = published
            self.isRecordedLater = isRecordedLater
            self.noticeDays = noticeDays
        }
    }

    package init(edition: Edition, text: LegalText, history: DocumentHistory, terms: Terms? = nil) {
        self.edition = edition
        self.text = text
        self.history = history
        self.terms = terms
    }

    /// The published edition that this one follows; nil for the first, and for a published one itself.
    var predecessor: Publication? {
        history.publication(of: edition.version) == nil ? history.publications.last : nil
    }

    /// The last published edition that nobody has withdrawn: what was withdrawn may come again with a new day.
    var standingPredecessor: Publication? {
        guard predecessor != nil else { return nil }
        return history.publications.last { publication in
            !history.withdrawals.contains { $0.version == publication.version }
        }
    }

    /// A finding about a field of the front matter.
    func finding(
        _ severity: Severity, _ rule: String, on field: String, _ message: String, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(severity, rule, at: edition.location(of: field), message, hint: hint)
    }
}

/// The rules, each in a file of its own.
package enum Review {
    private static let rules: [@Sendable (ReviewedEdition) -> [Diagnostic]] = [
        StampMismatch.findings, EffectiveDateOrder.findings, EffectiveBeforePublication.findings,
        VersionOrder.findings, DateUnchanged.findings, TextUnchanged.findings, ShortNotice.findings,
    ]

    /// Everything the rules find.
    ///
    /// What is wrong with a published edition can't be mended: it is told as a note. In a draft that is not ready an error is told
    /// as a warning.
    package static func findings(_ reviewed: ReviewedEdition, standing: Rendition.Standing) -> [Diagnostic] {
        rules.flatMap { $0(reviewed) }.map { finding in
            var finding = finding
            switch standing {
            case .published: finding.severity = .note
            case .draft: finding.severity = min(finding.severity, .warning)
            case .ready: break
            }
            return finding
        }
    }
}
