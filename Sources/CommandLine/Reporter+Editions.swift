internal import ArgumentParser
internal import Diagnostics
internal import Legal
internal import Project
internal import Source

extension Reporter {
    /// The document of a name; wrong usage where there is none, unless its file can't be read.
    func document(_ id: some StringProtocol, in project: Project) throws -> DocumentHistory {
        if let history = project.documents.first(where: { $0.document.id == id }) { return history }
        try report(project.diagnostics.filter { $0.location.path == "content/legal/\(id)/document.yml" }, to: .error)
        let hint = suggestion(for: String(id), in: project.documents.map(\.document.id))
        throw usage(
            "there is no document '\(id)': "
                + (hint
                    ?? "a new one is a folder content/legal/\(id)/ with document.yml and 1.0.md, see docs/writing.md"))
    }

    /// A published edition; an error where it is not published by a day.
    func published(
        _ name: EditionName, in project: Project, by day: Day
    ) throws -> (DocumentHistory, Publication) {
        let history = try document(name.document, in: project)
        if let publication = history.publication(of: name.version), publication.published <= day {
            return (history, publication)
        }
        let known = history.publications.filter { $0.published <= day }.map(\.version.description)
        let latest = (known.count > 5 ? ["…"] : []) + known.suffix(5)
        let isDraft = history.drafts.contains { $0.version == name.version }
        throw finding(
            "\(name) is \(isDraft ? "a draft" : "not published")"
                + (known.isEmpty ? "" : "; published: \(latest.joined(separator: ", "))"))
    }

    /// The published edition that `privacy@2.0`, `privacy@2026-03-03` or `privacy@in-force` names.
    func edition(
        _ name: String, in project: Project, on day: Day
    ) throws -> (DocumentHistory, Publication) {
        try failing(on: project.diagnostics.filter { $0.rule == "ledger-chain" })
        if let edition = EditionName(argument: name) { return try published(edition, in: project, by: day) }
        let parts = name.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw usage("'\(name)' is no edition; write privacy@2.0 or privacy@2026-03-03") }
        let history = try document(parts[0], in: project)
        guard let asked = parts[1] == "in-force" ? day : Day(parts[1]) else {
            throw usage("'\(parts[1])' is neither a version, a day nor 'in-force'")
        }
        guard let publication = history.inForce(on: asked, knownOn: min(asked, day)) else {
            throw finding("no edition of '\(parts[0])' was in force on \(asked)")
        }
        return (history, publication)
    }
}
