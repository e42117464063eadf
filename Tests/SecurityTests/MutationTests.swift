import Foundation
import TestSupport
import Testing

/// Whatever a file holds, no command traps or hangs. The inputs are this repository's own files, mutated.
///
/// A trap ends the tests and leaves the project that they were reading in the temporary folder. What hangs is ended by the
/// time limit, which is far above what a busy machine needs: other tests run at the same time.
@Suite(.serialized) struct MutationTests {
    /// The repository's own files that Edict reads, by path.
    private static let originals: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        for part in ["content", "templates", "edict.yml"] {
            let base = Repository.root.appending(path: part)
            let below = (try? FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))) ?? []
            for name in below.map({ "\(part)/\($0)" }) + [part] {
                let file = Repository.root.appending(path: name)
                if let data = try? Data(contentsOf: file) { files[name] = [UInt8](data) }
            }
        }
        return files
    }()

    private static func originals(_ prefix: String, _ suffix: String = "") -> [String] {
        originals.keys.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
    }

    private static func mutations(_ salt: UInt64) -> Mutations {
        Mutations(
            seed: SeededGenerator.seed &+ salt, corpus: originals.sorted { $0.key < $1.key }.map(\.value))
    }

    /// Mutated files in projects, with as many in each as its loading is worth; each is loaded, planned and rendered.
    private static func run(
        _ inputs: Int, salt: UInt64, project: (inout Mutations) throws -> [(path: String, bytes: [UInt8])]
    ) async throws {
        var mutations = mutations(salt)
        var done = 0
        while done < inputs {
            let files = try project(&mutations)
            let folder = try TemporaryFolder()
            try folder.write("edict.yml", RenderedProject.settings)
            for (path, bytes) in files { try folder.write(path, bytes) }
            _ = try await RenderedProject(folder)
            done += files.count { originals[$0.path] != $0.bytes }
        }
    }

    @Test(.timeLimit(.minutes(60))) func `no mutated profile traps`() async throws {
        let sources = Self.originals("content/specialists/")
        try await Self.run(5000, salt: 1) { mutations in
            (0..<100).map { number in
                let source = sources[number % sources.count]
                return ("content/specialists/p\(number).md", mutations.mutated(Self.originals[source] ?? []))
            }
        }
    }

    @Test(.timeLimit(.minutes(60))) func `no mutated legal text traps`() async throws {
        let sources = Self.originals("content/legal/", ".md")
        try await Self.run(1500, salt: 2) { mutations in
            var files = (0..<12).flatMap { number -> [(String, [UInt8])] in
                let source = Self.originals[sources[number % sources.count]] ?? []
                // A tenth of a text at a time, under its own front matter: more inputs in the same time.
                let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                let start = Int.random(in: 8..<max(9, lines.count - 30), using: &mutations.random)
                let part = lines[..<min(8, lines.count)] + lines[start..<min(lines.count, start + 30)]
                let text = number < 2 ? source : Array(part.joined(separator: [UInt8(ascii: "\n")]))
                return [
                    ("content/legal/d\(number)/1.0.md", mutations.mutated(text)),
                    ("content/legal/d\(number)/document.yml", Array("title: Документ\nkind: policy\n".utf8)),
                ]
            }
            files.append(("content/values.yml", Self.originals["content/values.yml"] ?? []))
            return files
        }
    }

    @Test(.timeLimit(.minutes(60))) func `no mutated settings trap`() async throws {
        let document = Self.originals("content/legal/", "document.yml")
        try await Self.run(2500, salt: 3) { mutations in
            var files = [
                ("content/values.yml", mutations.mutated(Self.originals["content/values.yml"] ?? [])),
                ("content/legal/ledger.jsonl", mutations.mutated(Self.originals["content/legal/ledger.jsonl"] ?? [])),
            ]
            if mutations.random.once(in: 2) {
                files.append(("edict.yml", mutations.mutated(Self.originals["edict.yml"] ?? [])))
            }
            for number in 0..<20 {
                let source = Self.originals[document[number % document.count]] ?? []
                files.append(("content/legal/d\(number)/document.yml", mutations.mutated(source)))
                files.append(
                    ("content/legal/d\(number)/1.0.md", Array("---\nversion: \"1.0\"\n---\n{{EMAIL}} {{SITE}}".utf8)))
            }
            return files
        }
    }

    @Test(.timeLimit(.minutes(60))) func `no mutated template traps`() async throws {
        let templates = Self.originals("templates/")
        try await Self.run(1000, salt: 4) { mutations in
            var files = [
                ("content/specialists/anna-sokolova.md", Self.originals["content/specialists/anna-sokolova.md"] ?? [])
            ]
            for _ in 0..<Int.random(in: 1...6, using: &mutations.random) {
                let template = mutations.random.pick(templates)
                files.removeAll { $0.0 == template }
                files.append((template, mutations.mutated(Self.originals[template] ?? [])))
            }
            return files
        }
    }

    /// The program itself, on the whole repository with one file mutated.
    @Test(.timeLimit(.minutes(60))) func `the program ends with one of its exit codes on mutated inputs`() async throws
    {
        let program = try BuiltProgram()
        var mutations = Self.mutations(5)
        let folder = try TemporaryFolder()
        for (path, bytes) in Self.originals { try folder.write(path, bytes) }
        for number in 0..<200 {
            let path = mutations.random.pick(Self.originals.keys.sorted())
            try folder.write(path, mutations.mutated(Self.originals[path] ?? []))
            let command = number % 2 == 0 ? ["check"] : ["build", "--drafts", "--output", folder.path + "output"]
            let run = try await program.run(
                command + ["--as-of", "2026-11-01", "--project", folder.path], timeLimit: .seconds(30))
            #expect(
                [0, 1, 2].contains(run.exitCode),
                "input \(number) of seed \(SeededGenerator.seed), \(path): \(run.exitCode ?? -1) \(run.signal ?? 0) \(run.errorText.suffix(500))"
            )
            try folder.write(path, Self.originals[path] ?? [])
        }
    }
}
