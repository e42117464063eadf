import Diagnostics
import Foundation
import Pages
import Project
import Site
import Source
import TestSupport
import Testing

/// A project out of files, loaded, planned and rendered as `edict build --drafts` does it; what is wrong with it stops nothing.
struct RenderedProject {
    static let settings = """
        title: Сайт
        url: https://example.org/
        language: ru
        timezone: Europe/Moscow

        """
    /// A day that is no other test's.
    static let day = Day("2026-11-01")

    let files: [String: [UInt8]]
    let diagnostics: [Diagnostic]

    /// Throws where even `edict.yml` cannot be understood.
    init(_ folder: TemporaryFolder, showsDrafts: Bool = true) async throws {
        let project = Folder(folder.path)
        let settings = SourceFile(path: Configuration.fileName, bytes: try project.read(Configuration.fileName))
        var found: [Diagnostic] = []
        guard let configuration = Configuration.parse(settings, &found) else {
            files = [:]
            diagnostics = found
            return
        }
        let loaded = try await Project.load(project, configuration)
        let day = try #require(Self.day)
        let site = await Site.render(SitePlan(loaded, on: day, showsDrafts: showsDrafts))
        files = Dictionary(uniqueKeysWithValues: try site.files.map { ($0.path, try $0.read()) })
        diagnostics = loaded.diagnostics + site.diagnostics
    }

    init(files: [String: String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("edict.yml", Self.settings)
        for (path, text) in files { try folder.write(path, text) }
        try await self.init(folder)
    }

    init(files: [String: [UInt8]]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("edict.yml", Self.settings)
        for (path, bytes) in files { try folder.write(path, bytes) }
        try await self.init(folder)
    }

    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
