import Diagnostics
import Foundation
import Source
import Testing

@testable import Project

@Suite struct ProjectLoaderTests {
    @Test func `two files of one version are an error`() async throws {
        let project = try await load([
            "content/legal/privacy/document.yml": "title: T\nkind: policy\n",
            "content/legal/privacy/2.0.md": edition("2.0"), "content/legal/privacy/2.0.0.md": edition("2.0.0"),
        ])
        #expect(project.diagnostics.map(\.rule) == ["duplicate-edition"])
        #expect(project.diagnostics.first?.location.path == "content/legal/privacy/2.0.md")
    }

    @Test func `what belongs to nothing is an error`() async throws {
        let project = try await load([
            "content/legal/notes.txt": "", "content/legal/Privacy/document.yml": "",
            "content/legal/dpa/1.0.md": edition("1.0"),
            "content/legal/dpa/picture.png": "", "content/legal/dpa/final.md": edition("1.0"),
            "content/legal/ledger.jsonl": "{}\n",
            "content/specialists/Anna.md": "", "content/specialists/index.md": "", "content/specialists/a.txt": "",
        ])
        #expect(
            project.diagnostics.inOrder().map { "\($0.location.path) \($0.rule)" } == [
                "content/legal/Privacy invalid-name", "content/legal/dpa missing-file",
                "content/legal/dpa/final.md invalid-name", "content/legal/dpa/picture.png foreign-file",
                "content/legal/ledger.jsonl ledger-chain", "content/legal/notes.txt foreign-file",
                "content/specialists/Anna.md invalid-name",
                "content/specialists/a.txt foreign-file", "content/specialists/index.md invalid-name",
            ])
    }

    @Test(arguments: [
        ("https://example.org", "https://example.org", "/"), ("http://localhost:8080/", "http://localhost:8080", "/"),
        ("https://example.org/docs", "https://example.org", "/docs/"),
        ("https://example.org//a//b/", "https://example.org", "/a/b/"),
    ])
    func `an address is an origin and a path`(text: String, origin: String, path: String) {
        #expect(SiteURL(text)?.origin == origin)
        #expect(SiteURL(text)?.path == path)
    }

    @Test(arguments: [
        "", "example.org", "ftp://example.org", "https://", "https:///a", "https://a@b", "https://example.org/?a",
        "https://example.org/#a", "https://example.org/../a", "https://example.org/a b", "https://пример.рф",
        "https://example.org/%2e", "HTTPS://example.org",
    ])
    func `what is no address of a site is refused`(text: String) {
        #expect(SiteURL(text) == nil)
    }

    private func edition(_ version: String) -> String {
        "---\nversion: \"\(version)\"\ndate: 2026-01-01\neffective: 2026-01-01\nsummary: s\n---\nText.\n"
    }

    private func load(_ files: [String: String]) async throws -> Project {
        let root = FileManager.default.temporaryDirectory.appending(path: "edict-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in files {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: false, encoding: .utf8)
        }
        var found: [Diagnostic] = []
        let settings = "title: T\nurl: https://example.org\n"
        let configuration = try #require(
            Configuration.parse(SourceFile(path: "edict.yml", bytes: Array(settings.utf8)), &found))
        return try await Project.load(Folder(root.path()), configuration)
    }
}
