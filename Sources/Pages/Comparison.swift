package import Legal
internal import Source

/// Two editions of a document, of which a page shows what changed from the one to the other.
package struct Comparison: Sendable {
    package enum Kind: Sendable {
        /// What a published edition changed in the one before it.
        case edition
        /// What changed from an edition that is no longer in force to the one that is.
        case sinceEdition
        /// What a draft changes in the edition before it.
        case draft
    }

    package let kind: Kind
    package let old: PublishedEdition
    package let new: Edition
    /// What the ledger says of the new edition; nil of a draft.
    package let publication: Publication?

    private init(_ kind: Kind, _ old: PublishedEdition, _ new: PublishedEdition) {
        (self.kind, self.old, self.new, publication) = (kind, old, new.edition, new.publication)
    }

    private init(draft: Edition, after old: PublishedEdition) {
        (kind, self.old, new, publication) = (.draft, old, draft, nil)
    }

    /// The comparisons that the site shows on a day: of each edition with the one before it, of each that is no longer in force
    /// with the one that is, and of each draft. Two for an edition, however many there are.
    static func all(of history: DocumentHistory, on day: Day, showsDrafts: Bool) -> [Comparison] {
        let published = history.published(by: day)
        let ascending = published.sorted { $0.edition.version < $1.edition.version }
        var comparisons = zip(ascending, ascending.dropFirst()).map { Comparison(.edition, $0, $1) }
        if let version = history.inForce(on: day)?.version,
            let current = published.first(where: { $0.edition.version == version })
        {
            comparisons += published.filter {
                let status = history.status(of: $0.edition.version, on: day)
                return status == .superseded || status == .withdrawn
            }.map { Comparison(.sinceEdition, $0, current) }
        }
        guard showsDrafts else { return comparisons }
        return comparisons
            + history.drafts.compactMap { draft in
                ascending.last { $0.edition.version < draft.version }.map { Comparison(draft: draft, after: $0) }
            }
    }

    package func address(in document: Document) -> Address {
        switch kind {
        case .edition: document.changesAddress(of: new.version)
        case .sinceEdition: document.changesAddress(since: old.edition.version)
        case .draft: document.draftChangesAddress(of: new.version)
        }
    }
}

extension Document {
    /// `/legal/privacy/2.1/changes/`: what an edition changed in the one before it, for ever.
    package func changesAddress(of version: EditionVersion) -> Address { address(of: version).page("changes") }

    /// `/drafts/privacy/2.1/changes/`.
    package func draftChangesAddress(of version: EditionVersion) -> Address {
        draftAddress(of: version).page("changes")
    }

    /// `/legal/privacy/changes/1.0/`: what changed since an edition, up to the one in force on the day of the build.
    package func changesAddress(since version: EditionVersion) -> Address {
        address.page("changes").page(version.description)
    }
}
