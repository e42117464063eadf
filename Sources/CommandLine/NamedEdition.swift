internal import Diagnostics
internal import Legal
internal import Pages
internal import Project
internal import Redline
internal import Source

/// An edition that was asked for: `privacy@2.0`, `privacy@draft`, `privacy@in-force`, `privacy@2026-03-03`.
struct NamedEdition {
    let history: DocumentHistory
    let edition: Edition
    /// Nil for a draft.
    let publication: Publication?

    /// `privacy@2.0`.
    var description: String { "\(history.document.id)@\(edition.version)" }

    /// What is wrong with a name, and what was meant perhaps.
    struct Failure: Error {
        let message: String
        var hint: String?
    }

    /// - Parameter day: what is in force on it is `in-force`.
    init(_ name: String, in project: Project, on day: Day) throws(Failure) {
        let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let history = try Self.history(parts[0], in: project)
        guard parts.count == 2 else { throw Failure(message: "'\(name)' names no edition", hint: Self.forms(parts[0])) }
        try self.init(parts[1], of: history, on: day)
    }

    static func history(_ id: String, in project: Project) throws(Failure) -> DocumentHistory {
        let ids = project.documents.map(\.document.id)
        guard let history = project.documents.first(where: { $0.document.id == id }) else {
            let known =
                ids.isEmpty ? "there are no documents here" : "the documents here: \(ids.joined(separator: ", "))"
            throw Failure(message: "there is no document '\(id)'", hint: suggestion(for: id, in: ids) ?? known)
        }
        return history
    }

    private init(_ name: String, of history: DocumentHistory, on day: Day) throws(Failure) {
        let id = history.document.id
        if let version = EditionVersion(name) {
            try self.init(version, of: history)
        } else if name == "draft" {
            self.init(history, try Self.onlyDraft(of: history), publication: nil)
        } else if name == "in-force" {
            try self.init(of: history, inForceOn: day, knownOn: day)
        } else if let asked = Day(name) {
            try self.init(of: history, inForceOn: asked, knownOn: min(asked, day))
        } else {
            throw Failure(
                message: "'\(name)' is neither a version, a day, 'in-force' nor 'draft'",
                hint: suggestion(for: name, in: ["in-force", "draft"]).map { "\($0) Or: \(Self.forms(id))" }
                    ?? Self.forms(id))
        }
    }

    private init(_ version: EditionVersion, of history: DocumentHistory) throws(Failure) {
        guard let edition = history.edition(version) else {
            let versions = history.editions.map(\.version.description)
            throw Failure(
                message: "there is no edition \(version) of '\(history.document.id)'",
                hint: versions.isEmpty ? nil : "its editions: \(versions.joined(separator: ", "))")
        }
        self.init(history, edition, publication: history.publication(of: version))
    }

    private init(of history: DocumentHistory, inForceOn asked: Day, knownOn known: Day) throws(Failure) {
        let id = history.document.id
        guard let publication = history.inForce(on: asked, knownOn: known) else {
            let first = history.publications.map(\.start).min()
            throw Failure(
                message: "no edition of '\(id)' was in force on \(asked)",
                hint: first.map { "the first took effect on \($0)" } ?? "none is published yet")
        }
        try self.init(publication.version, of: history)
    }

    private init(_ history: DocumentHistory, _ edition: Edition, publication: Publication?) {
        (self.history, self.edition, self.publication) = (history, edition, publication)
    }

    private static func onlyDraft(of history: DocumentHistory) throws(Failure) -> Edition {
        let drafts = history.drafts
        guard let draft = drafts.last else {
            throw Failure(
                message: "'\(history.document.id)' has no draft",
                hint: history.publications.last.map { "its latest edition is \($0.version)" })
        }
        guard drafts.count == 1 else {
            let names = drafts.map { "\(history.document.id)@\($0.version)" }
            throw Failure(
                message: "'\(history.document.id)' has \(drafts.count) drafts",
                hint: "name one: \(names.joined(separator: ", "))")
        }
        return draft
    }

    private static func forms(_ id: String) -> String {
        "write \(id)@2.0, \(id)@draft, \(id)@in-force or \(id)@2026-03-03"
    }

    // MARK: Its neighbours

    /// The newest edition of a document: its draft with the highest version, or what was published last.
    init(newestOf history: DocumentHistory) throws(Failure) {
        if let draft = history.drafts.last {
            self.init(history, draft, publication: nil)
        } else if let last = history.publications.last {
            try self.init(last.version, of: history)
        } else {
            throw Failure(message: "'\(history.document.id)' has no editions")
        }
    }

    /// The edition that it follows: the one published before it, or last.
    func predecessor() throws(Failure) -> NamedEdition {
        let before = history.publications.prefix { $0.version != edition.version }
        guard let last = before.last else {
            throw Failure(
                message: "\(description) is the first edition: there is nothing to compare it with",
                hint: "name two editions, or an edition and a file")
        }
        return try NamedEdition(last.version, of: history)
    }

    /// All editions of its document: those published in their order, then the drafts; at least this one.
    func editions() -> [NamedEdition] {
        let published = history.publications.compactMap { publication in
            history.edition(publication.version).map { NamedEdition(history, $0, publication: publication) }
        }
        return published + history.drafts.map { NamedEdition(history, $0, publication: nil) }
    }

    /// The text as its readers see it: of a published edition with what was frozen with it.
    func comparedText(in project: Project, on day: Day) -> ComparedText {
        if let publication { return PublishedEdition(edition: edition, publication: publication).comparedText }
        let rendition = project.plan(on: day, showsDrafts: true)
            .draftRendition(of: edition, history.document, resolveLink: { .address($0) })
        return ComparedText(edition, rendition)
    }
}
