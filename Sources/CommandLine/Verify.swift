internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Legal
internal import Project
internal import Source

/// `edict verify`.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold the ledger against the files: is everything as it was published?",
        discussion: """
            A chain alone cannot show that its last lines were cut off: compare it with an earlier ledger (--extends) or with
            a head that was noted elsewhere (--head).
            """)

    @OptionGroup var options: ProjectOptions

    @Option(
        help: ArgumentHelp(
            "An earlier ledger, a file or a Git revision, that this one must begin with.", valueName: "file|ref"))
    var extends: String?

    @Option(help: ArgumentHelp("A head that the ledger must hold.", valueName: "hex"))
    var head: String?

    func run() async throws {
        let reporter = options.reporter()
        let (project, _) = try await options.load(reporter)
        var diagnostics = await Self.faults(of: project)
        diagnostics += try extensionFaults(project, reporter)
        for history in project.documents {
            for publication in history.publications {
                let path = history.edition(publication.version)?.file.path
                let isSound = path.map { path in !diagnostics.contains { $0.location.path == path } } ?? false
                reporter.say(
                    "\(publication.document)@\(publication.version)  \(isSound ? "source and text are as published" : "NOT as published")"
                )
            }
        }
        try reporter.report(diagnostics, to: .error)
        reporter.say(
            "\(project.ledger.lines.count) line\(project.ledger.lines.count == 1 ? "" : "s"); ledger head \(project.ledger.head)"
        )
    }

    /// What speaks against the ledger and the files of everything that was ever published.
    static func faults(of project: Project) async -> [Diagnostic] {
        let published = project.documents.flatMap { history in
            history.publications.compactMap { publication in
                history.edition(publication.version).map { PublishedEdition(edition: $0, publication: publication) }
            }
        }
        // The texts alone: their pages are nothing that the ledger knows of.
        let found = await published.mapOnAllCores { $0.verify($0.edition.render(.published($0.publication))) }
        return project.diagnostics.filter { rules.contains($0.rule) } + found.flatMap(\.self)
    }

    private static let rules: Set = [
        "ledger-chain", "ledger-torn", "missing-edition", "missing-document", "source-changed", "text-changed",
    ]

    private func extensionFaults(_ project: Project, _ reporter: Reporter) throws -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let lines = project.ledger.lines
        if let head, !lines.contains(where: { $0.digest.description == head }) {
            faults.append(
                Diagnostic(
                    .error, "ledger-chain", at: Location(path: Ledger.path),
                    "no line of the ledger has the digest \(head)", hint: "lines may have been cut off its end"))
        }
        guard let extends else { return faults }
        guard !extends.isEmpty else { throw reporter.usage("--extends is empty: name a file or a Git revision") }
        guard let earlier = try Self.bytes(of: extends, in: project.folder, reporter) else {
            throw reporter.usage("'\(extends)' is no file, and no Git revision with \(Ledger.path)")
        }
        if !project.ledger.bytes.starts(with: earlier) {
            let same = zip(project.ledger.bytes, earlier).prefix { $0 == $1 }
            let line = same.count { $0.0 == UInt8(ascii: "\n") } + 1
            faults.append(
                Diagnostic(
                    .error, "ledger-chain", at: Location(path: Ledger.path, line: line),
                    "this ledger does not begin with the one of '\(extends)'",
                    hint: "lines were changed or cut off; restore them"))
        }
        return faults
    }

    /// The bytes of a file, or of the ledger in a revision of Git; nil where there is neither.
    private static func bytes(of name: String, in folder: Source.Folder, _ reporter: Reporter) throws -> [UInt8]? {
        if try reporter.kind(of: name, in: Source.Folder(".")) == .file {
            do {
                return try Source.Folder(".").read(name)
            } catch {
                throw reporter.machine(error)
            }
        }
        guard name.utf8.first != UInt8(ascii: "-") else { return nil }
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", folder.path, "show", "\(name):./\(Ledger.path)"]
        let output = Pipe()
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        return git.terminationStatus == 0 ? Array(data) : nil
    }
}
