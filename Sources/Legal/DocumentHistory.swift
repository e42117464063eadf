package import Source

/// A document with all its editions, drafts too, and what is known of their publication.
package struct DocumentHistory: Sendable {
    package let document: Document
    /// In ascending order of their versions.
    package let editions: [Edition]
    /// The day on which each published edition was published.
    package let publishedOn: [EditionVersion: Day]

    package init(document: Document, editions: [Edition], publishedOn: [EditionVersion: Day]) {
        self.document = document
        self.editions = editions.sorted { $0.version < $1.version }
        self.publishedOn = publishedOn
    }

    /// The published editions that are known on a day, in ascending order.
    package func published(by day: Day) -> [Edition] {
        editions.filter { publishedOn[$0.version].map { $0 <= day } ?? false }
    }

    package var drafts: [Edition] {
        editions.filter { publishedOn[$0.version] == nil }
    }

    /// The edition in force on a day: of those that have taken effect the latest.
    package func inForce(on day: Day) -> Edition? {
        published(by: day).filter { $0.effective <= day }.max {
            ($0.effective, $0.version) < ($1.effective, $1.version)
        }
    }

    /// The edition that takes the place of another: the next one to take effect.
    package func successor(of edition: Edition, on day: Day) -> Edition? {
        published(by: day).filter { ($0.effective, $0.version) > (edition.effective, edition.version) }
            .min { ($0.effective, $0.version) < ($1.effective, $1.version) }
    }

    /// Where an edition stands on a day.
    package func status(of edition: Edition, on day: Day) -> EditionStatus {
        guard let published = publishedOn[edition.version], published <= day else { return .draft }
        if edition.effective > day { return .upcoming }
        return inForce(on: day)?.version == edition.version ? .inForce : .superseded
    }
}

/// Where an edition stands on a given day.
package enum EditionStatus: Sendable, Equatable {
    case draft, upcoming, inForce, superseded
}
