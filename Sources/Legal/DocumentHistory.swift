package import Diagnostics
package import Source

/// A document with the files of its editions and everything the ledger records of them.
package struct DocumentHistory: Sendable {
    package let document: Document
    /// The files, published or not, in ascending order of their versions.
    package let editions: [Edition]
    /// In the order of the ledger.
    package let publications: [Publication]
    package let withdrawals: [Withdrawal]
    package let notes: [Note]
    private let editionOfVersion: [EditionVersion: Edition]
    private let publicationOfVersion: [EditionVersion: Publication]

    /// - Parameter entries: the ledger's, in its order; those of other documents are left out.
    package init(document: Document, editions: [Edition], entries: [LedgerEntry]) {
        self.document = document
        self.editions = editions.sorted { $0.version < $1.version }
        var publications: [Publication] = []
        var withdrawals: [Withdrawal] = []
        var notes: [Note] = []
        for entry in entries where entry.document == document.id {
            switch entry {
            case .publish(let publication): publications.append(publication)
            case .withdraw(let withdrawal): withdrawals.append(withdrawal)
            case .note(let note): notes.append(note)
            }
        }
        (self.publications, self.withdrawals, self.notes) = (publications, withdrawals, notes)
        editionOfVersion = Dictionary(editions.map { ($0.version, $0) }, uniquingKeysWith: { first, _ in first })
        publicationOfVersion = Dictionary(
            publications.map { ($0.version, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private var entries: [LedgerEntry] {
        publications.map(LedgerEntry.publish) + withdrawals.map(LedgerEntry.withdraw) + notes.map(LedgerEntry.note)
    }

    /// The history with one more entry at its end.
    package func adding(_ entry: LedgerEntry) -> DocumentHistory {
        DocumentHistory(document: document, editions: editions, entries: entries + [entry])
    }

    /// The history with the files of its drafts mended; `mends` has those of each file by its path.
    package func mending(_ mends: [String: [Mend]]) -> DocumentHistory {
        let editions = editions.map { edition in
            guard let mends = mends[edition.file.path], publication(of: edition.version) == nil else { return edition }
            return edition.mending(mends)
        }
        return DocumentHistory(document: document, editions: editions, entries: entries)
    }

    // MARK: Files

    /// The file of an edition, relative to the project.
    package func path(of version: EditionVersion) -> String { "content/legal/\(document.id)/\(version).md" }

    /// The files of editions that are not in the ledger.
    package var drafts: [Edition] {
        editions.filter { publicationOfVersion[$0.version] == nil }
    }

    package func edition(_ version: EditionVersion) -> Edition? {
        editionOfVersion[version]
    }

    package func publication(of version: EditionVersion) -> Publication? {
        publicationOfVersion[version]
    }

    /// The published editions that are known on a day and whose files are there, in the order of the ledger.
    package func published(by day: Day) -> [PublishedEdition] {
        publications.filter { $0.published <= day }.compactMap(published)
    }

    /// A publication with its file; nil where that is gone.
    package func published(_ publication: Publication) -> PublishedEdition? {
        edition(publication.version).map { PublishedEdition(edition: $0, publication: publication) }
    }

    // MARK: Time

    /// The edition in force on a day: published and effective by then, not withdrawn; of several the latest to take effect, of
    /// equal ones the later line.
    package func inForce(on day: Day) -> Publication? {
        inForce(on: day, knownOn: day)
    }

    /// The edition that is in force on a day by what is known on another.
    package func inForce(on day: Day, knownOn known: Day) -> Publication? {
        publications.enumerated()
            .filter { _, publication in
                publication.published <= known && publication.start <= day
                    && !(withdrawal(of: publication.version, knownOn: known).map { $0.from <= day } ?? false)
            }
            .max { ($0.element.effective, $0.offset) < ($1.element.effective, $1.offset) }?.element
    }

    /// The first withdrawal of an edition that is known on a day.
    package func withdrawal(of version: EditionVersion, knownOn day: Day) -> Withdrawal? {
        withdrawals.filter { $0.version == version && $0.recorded <= day }.min { $0.from < $1.from }
    }

    /// The times in which an edition is in force, one after the other without a gap between two of them, by what is known on a
    /// day.
    package func periods(knownOn known: Day) -> [Period] {
        let withdrawals = withdrawals.filter { $0.recorded <= known }
        let ends = Dictionary(withdrawals.map { ($0.version, $0.from) }, uniquingKeysWith: min)
        // Of two that could be in force it is the one that stands later here.
        let ranked = publications.filter { $0.published <= known }.enumerated()
            .sorted { ($0.element.effective, $0.offset) < ($1.element.effective, $1.offset) }.map(\.element)
        var waiting = ranked.indices.sorted { ranked[$0].start < ranked[$1].start }[...]
        var running: [Int] = []
        var periods: [Period] = []
        for day in Set(ranked.map(\.start) + ends.values).sorted() {
            while let rank = waiting.first, ranked[rank].start <= day {
                running.insert(rank, at: running.lastIndex { $0 < rank }.map { $0 + 1 } ?? 0)
                waiting.removeFirst()
            }
            while let rank = running.last, let end = ends[ranked[rank].version], end <= day { running.removeLast() }
            let version = running.last.map { ranked[$0].version }
            if let last = periods.last, last.until == nil {
                if last.version == version { continue }
                periods[periods.count - 1].until = day
            }
            if let version { periods.append(Period(version: version, from: day, until: nil)) }
        }
        return periods
    }

    /// Where a published edition stands on a day.
    package func status(of version: EditionVersion, on day: Day) -> EditionStatus {
        guard let publication = publication(of: version) else { return .draft }
        return status(
            of: publication, on: day, current: inForce(on: day)?.version, periods: periods(knownOn: day))
    }

    /// Where each published edition stands on a day.
    package func statuses(on day: Day) -> [EditionVersion: EditionStatus] {
        let (current, periods) = (inForce(on: day)?.version, periods(knownOn: day))
        return publicationOfVersion.mapValues { status(of: $0, on: day, current: current, periods: periods) }
    }

    private func status(
        of publication: Publication, on day: Day, current: EditionVersion?, periods: @autoclosure () -> [Period]
    ) -> EditionStatus {
        let withdrawal = withdrawal(of: publication.version, knownOn: day)
        if let withdrawal, withdrawal.from <= day { return .withdrawn }
        if publication.start > day {
            if periods().contains(where: { $0.version == publication.version }) { return .upcoming }
            // Something that was published since will take its place before it ever takes effect.
            return withdrawal == nil ? .superseded : .withdrawn
        }
        return current == publication.version ? .inForce : .superseded
    }
}

/// A file and what the ledger says of it.
package struct PublishedEdition: Sendable {
    package let edition: Edition
    package let publication: Publication

    package init(edition: Edition, publication: Publication) {
        self.edition = edition
        self.publication = publication
    }
}

/// A time in which one edition is in force.
package struct Period: Sendable, Equatable {
    package let version: EditionVersion
    /// The first day.
    package let from: Day
    /// The first day after it; nil where no end is known.
    package var until: Day?

    package func contains(_ day: Day) -> Bool {
        from <= day && until.map { day < $0 } ?? true
    }
}

/// Where an edition stands on a given day.
package enum EditionStatus: String, Sendable, Equatable {
    case draft, upcoming, superseded, withdrawn
    case inForce = "in-force"
}

extension Publication {
    /// The first day on which the edition can be in force.
    package var start: Day { max(effective, published) }
}
