internal import ArgumentParser
internal import Diagnostics
internal import Legal
internal import Project
internal import Source

/// `edict verify`.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
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
        let (project, day) = try await options.load(reporter, readsLegal: true)
        var diagnostics = await project.faults()
        diagnostics += try extensionFaults(project, reporter) + project.missingLedger(on: day)
        for history in project.documents {
            for publication in history.publications {
                let path = history.edition(publication.version)?.file.path
                let isSound = path.map { path in !diagnostics.contains { $0.location.path == path } } ?? false
                reporter.say(
                    "\(publication.document)@\(publication.version)  \(isSound ? "source and text are as published" : "NOT as published")"
                )
            }
        }
        try reporter.report(diagnostics.map { $0.atFirstDifference(in: project) }, to: .error)
        reporter.say(
            "\(project.ledger.lines.count) line\(project.ledger.lines.count == 1 ? "" : "s"); ledger head \(project.ledger.head)"
        )
    }

    private func extensionFaults(_ project: Project, _ reporter: Reporter) throws -> [Diagnostic] {
        var faults: [Diagnostic] = []
        let lines = project.ledger.lines
        if let head, head.utf8.count != 64 { throw reporter.usage("--head expects a whole digest, 64 digits") }
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
        return GitHistory(folder: folder.path).file(Ledger.path, in: name)
    }
}
