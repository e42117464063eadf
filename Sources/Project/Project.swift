package import Diagnostics
package import Legal
package import Profiles
package import Source
package import Templates

/// A project as it stands in its folder, with everything read and nothing rendered.
package struct Project: Sendable {
    package let folder: Folder
    package let configuration: Configuration
    package let ledger: Ledger
    /// Sorted by their ids.
    package let documents: [DocumentHistory]
    /// Sorted by their addresses.
    package let profiles: [Profile]
    package let values: Values
    package let templates: TemplateLibrary
    /// What is wrong in the files as such.
    package let diagnostics: [Diagnostic]
    /// The files of editions that are not published: what is wrong in them stops no build that does not show them.
    package let draftPaths: Set<String>

    /// Reads the project in a folder. Throws where the machine fails; what is wrong in the files is in `diagnostics`.
    ///
    /// - Parameter readsLegal: whether to read the documents even where the site does not show them.
    package static func load(
        _ folder: Folder, _ configuration: Configuration, readsLegal: Bool = false
    ) async throws(FileError) -> Project {
        var loader = ProjectLoader(folder: folder, configuration: configuration)
        let values = try loader.values()
        let readsLegal = readsLegal || configuration.parts.contains(.legal)
        let ledger = readsLegal ? try loader.ledger() : Ledger()
        let documents = readsLegal ? try loader.documents(ledger) : []
        var profileLoader = ProfileLoader(folder: folder, configuration: configuration)
        let profiles = configuration.parts.contains(.specialists) ? try await profileLoader.load() : []
        let templates = try loader.templates()
        return Project(
            folder: folder, configuration: configuration, ledger: ledger, documents: documents, profiles: profiles,
            values: values,
            templates: templates, diagnostics: loader.diagnostics + profileLoader.diagnostics,
            draftPaths: loader.draftPaths)
    }

    /// The project with its drafts as some diagnostics mend them.
    package func mending(_ diagnostics: [Diagnostic]) -> Project {
        let mends = Dictionary(grouping: diagnostics, by: \.location.path).mapValues { $0.flatMap(\.mends) }
        return Project(
            folder: folder, configuration: configuration, ledger: ledger,
            documents: documents.map { $0.mending(mends) },
            profiles: profiles, values: values, templates: templates, diagnostics: self.diagnostics,
            draftPaths: draftPaths)
    }
}
