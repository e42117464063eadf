import Foundation
import TestSupport
import Testing

/// A project whose whole site is looked at, and where its `url` puts it.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let project: URL
    let origin: String
    let mount: String
    var testDescription: String { name }

    static let all = [
        Sample(name: "this repository", project: Repository.root, origin: "https://cmpas.ru", mount: "/"),
        Sample(name: "small", golden: "small", mount: "/docs/"),
        Sample(name: "legal pages only", golden: "legal-only", mount: "/"),
    ]

    private init(name: String, project: URL, origin: String, mount: String) {
        self.name = name
        self.project = project
        self.origin = origin
        self.mount = mount
    }

    private init(name: String, golden: String, mount: String) {
        self.init(
            name: name, project: Repository.root.appending(path: "Tests/SiteTests/Sites/\(golden)/project"),
            origin: "https://example.org", mount: mount)
    }

    /// What a reader is shown with the built-in templates: golden sites have a stylesheet that says nothing.
    static let withBuiltInLook = [all[0], all[1]]

    /// The site with its drafts, in a folder of its own.
    func build(withBuiltInLook: Bool = false) async throws -> (folder: TemporaryFolder, site: BuiltSite) {
        let folder = try TemporaryFolder()
        let copy = try TemporaryFolder()
        if withBuiltInLook {
            try copy.copy(project.appending(path: "edict.yml"), to: "edict.yml")
            try copy.copy(project.appending(path: "content"), to: "content")
        }
        let run = try await BuiltProgram().run([
            "build", "--drafts", "--as-of", "2026-06-15", "--quiet",
            "-C", withBuiltInLook ? copy.path : project.path(percentEncoded: false), "-o", folder.path,
        ])
        try #require(run.exitCode == 0, "\(run.errorText)")
        return (folder, BuiltSite(files: try folder.files(), mount: mount))
    }
}
