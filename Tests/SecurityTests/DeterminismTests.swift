import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever the machine is like.
struct DeterminismTests {
    /// Kept in memory, a folder lists its files in the order in which they were made; on most disks it does not.
    private static let memory: URL? = {
        let memory = URL(filePath: "/dev/shm", directoryHint: .isDirectory)
        return FileManager.default.isWritableFile(atPath: memory.path) ? memory : nil
    }()

    /// The repository's own project, its files written in an order of choice.
    private static func project(shuffledBy seed: UInt64? = nil) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(in: memory)
        var files: [(String, [UInt8])] = []
        for part in ["content", "templates"] {
            let base = Repository.root.appending(path: part)
            for name in try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false)).sorted() {
                guard let data = try? Data(contentsOf: base.appending(path: name)) else { continue }
                files.append(("\(part)/\(name)", [UInt8](data)))
            }
        }
        files.append(("edict.yml", [UInt8](try Data(contentsOf: Repository.root.appending(path: "edict.yml")))))
        if let seed {
            var random = SeededGenerator(seed: seed)
            files.shuffle(using: &random)
        }
        for (path, bytes) in files { try folder.write(path, bytes) }
        return folder
    }

    /// Builds the project and returns every file of its output folder.
    private static func build(
        _ project: TemporaryFolder, into output: TemporaryFolder? = nil, environment: [String: String?] = [:],
        prefix: [String] = []
    ) async throws -> [String: [UInt8]] {
        let output = try output ?? TemporaryFolder()
        let run = try await BuiltProgram().run(
            ["build", "--drafts", "--as-of", "2026-11-01", "--project", project.path, "--output", output.path],
            environment: environment, prefix: prefix)
        #expect(run.exitCode == 0, "\(run.errorText)")
        return try output.files()
    }

    private static func expectSame(
        _ found: [String: [UInt8]], _ wanted: [String: [UInt8]], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(wanted.count > 15, sourceLocation: sourceLocation)
        #expect(found.keys.sorted() == wanted.keys.sorted(), sourceLocation: sourceLocation)
        let different = wanted.keys.filter { found[$0] != wanted[$0] }.sorted()
        #expect(different == [], sourceLocation: sourceLocation)
    }

    @Test(arguments: ["Pacific/Kiritimati", "America/Los_Angeles", "Nowhere/Nothing"])
    func `a site is the same in every time zone`(zone: String) async throws {
        let project = try Self.project()
        let wanted = try await Self.build(project, environment: ["TZ": "UTC"])
        Self.expectSame(try await Self.build(project, environment: ["TZ": zone]), wanted)
    }

    @Test(arguments: ["C", "ru_RU.UTF-8", "tr_TR.UTF-8", "C.UTF-8"])
    func `a site is the same in every locale`(locale: String) async throws {
        let project = try Self.project()
        let wanted = try await Self.build(project, environment: ["LC_ALL": nil, "LANG": nil])
        let found = try await Self.build(project, environment: ["LC_ALL": locale, "LANG": locale, "LANGUAGE": locale])
        Self.expectSame(found, wanted)
    }

    @Test func `a site is the same from one core and from all`() async throws {
        let project = try Self.project()
        let wanted = try await Self.build(project)
        for _ in 0..<3 { Self.expectSame(try await Self.build(project, prefix: ["taskset", "-c", "0"]), wanted) }
    }

    @Test func `a site is the same in whatever order its files were made`() async throws {
        let wanted = try await Self.build(try Self.project())
        for seed in UInt64(0)..<3 {
            Self.expectSame(try await Self.build(try Self.project(shuffledBy: SeededGenerator.seed &+ seed)), wanted)
        }
    }

    @Test func `a site is the same whatever its folder held before`() async throws {
        let project = try Self.project()
        let wanted = try await Self.build(project)
        let output = try TemporaryFolder()
        // Other bytes under the site's names, pages that an earlier build wrote, and what an interrupted one left.
        for (number, path) in wanted.keys.sorted().enumerated() where number % 2 == 0 && !path.hasPrefix(".") {
            try output.write(path, "garbage")
        }
        try output.write("specialists/gone/index.html", "an old page")
        try output.write("legal/privacy/1.0/index.html", "an old page")
        try output.write("legal/.edict-new-1234", "half a pa")
        let listed = ["specialists/gone/index.html", "legal/privacy/1.0/index.html", "index.html"]
        try output.write(".edict-files", listed.map { $0 + "\n" }.joined())
        Self.expectSame(try await Self.build(project, into: output), wanted)
        // Already built: nothing changes.
        Self.expectSame(try await Self.build(project, into: output), wanted)
        // What is somebody else's stays, and changes nothing.
        try output.write("notes/mine.txt", "mine")
        var withMine = wanted
        withMine["notes/mine.txt"] = Array("mine".utf8)
        Self.expectSame(try await Self.build(project, into: output), withMine)
    }
}
