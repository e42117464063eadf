internal import Legal
package import Pages
internal import Profiles
internal import Project
internal import Source
internal import Templates

extension SitePlan.Content {
    /// The name of the template that makes the page.
    var template: String {
        switch self {
        case .home: "home"
        case .legalIndex: "legal-index"
        case .specialistsIndex: "specialists"
        case .notFound: "not-found"
        case .current, .permanent, .draft: "edition"
        case .noEdition: "no-edition"
        case .history: "history"
        case .changes: "changes"
        case .specialist: "specialist"
        }
    }
}

extension SitePlan {
    /// What `edict explain ADDRESS` prints: the files, the values and the template that a page is made from.
    package func explanation(of page: Page) -> String {
        let facts =
            [("page", describe(page.content)), ("file", page.address.file)] + sources(of: page.content)
            + [("template", template(of: page.content))]
        let width = facts.map { $0.0.utf8.count }.max() ?? 0
        return facts.map { name, value in
            name + String(repeating: " ", count: width - name.utf8.count + 2) + value + "\n"
        }.joined()
    }

    private func describe(_ content: Content) -> String {
        switch content {
        case .home: "where readers come to first"
        case .legalIndex: "the documents, and the edition of each that is in force"
        case .specialistsIndex: "the specialists"
        case .notFound: "what is shown where there is no page"
        case .current(let history, let published):
            "\(history.document.id)@\(published.edition.version), in force on \(day)"
        case .noEdition(let history): "\(history.document.id), of which no edition is in force on \(day)"
        case .permanent(let history, let published):
            "\(history.document.id)@\(published.edition.version), for ever"
                + " (\(history.status(of: published.edition.version, on: day).rawValue) on \(day))"
        case .history(let history): "all editions of \(history.document.id)"
        case .changes(let history, let comparison):
            "what changed from \(history.document.id)@\(comparison.old.edition.version)"
                + " to \(history.document.id)@\(comparison.new.version)"
        case .draft(let history, let edition): "\(history.document.id)@\(edition.version), a draft"
        case .specialist(let profile): profile.name
        }
    }

    private func sources(of content: Content) -> [(String, String)] {
        switch content {
        case .current(let history, let published), .permanent(let history, let published):
            let publication = published.publication
            return [
                ("text", published.edition.file.path),
                ("title, kind", "as the ledger recorded them on \(publication.published): \(publication.title)"),
                ("values", list(publication.values, "as the ledger recorded them")),
                ("built in", list(publication.builtIn, "as the ledger recorded them")),
            ]
                + history.notes.filter { $0.version == publication.version && $0.recorded <= day }.map {
                    ("note", $0.text)
                }
        case .draft(let history, let edition):
            let text = edition.render(draftRendition(of: edition, history.document) { .address($0) })
            return [
                ("text", edition.file.path),
                ("title, kind", "content/legal/\(history.document.id)/document.yml"),
                ("values", list(text.usedValues, "from content/values.yml and the front matter")),
                ("gaps", text.gaps.isEmpty ? "none" : text.gaps.joined(separator: ", ")),
            ]
        case .noEdition(let history), .history(let history):
            return [
                ("title, kind", "content/legal/\(history.document.id)/document.yml"),
                ("editions", history.publications.map(\.version.description).joined(separator: ", ")),
                ("ledger", Ledger.path),
            ]
        case .changes(_, let comparison):
            return [("texts", "\(comparison.old.edition.file.path), \(comparison.new.file.path)")]
        case .legalIndex: return [("ledger", Ledger.path)]
        case .specialist(let profile): return [("text", profile.file.path)]
        case .specialistsIndex: return [("texts", profiles.map(\.file.path).joined(separator: ", "))]
        case .home, .notFound: return [("title", Configuration.fileName)]
        }
    }

    private func list(_ values: [String: String], _ source: String) -> String {
        if values.isEmpty { return "none" }
        return source + ": "
            + values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
    }

    private func template(of content: Content) -> String {
        let path = "templates/\(content.template).mustache"
        return project.templates.isOverridden(content.template) ? path : "\(path) (built in)"
    }
}
