internal import ArgumentParser
internal import Legal
internal import Pages
internal import Project
internal import Site
internal import Source

/// `edict prove`.
struct Prove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write an evidence bundle: what an edition said, and what shows that it did.",
        discussion: """
            The folder holds the text, a page for print, the source, the ledger, a script that checks them without Edict, and a
            cover sheet that says what this proves and what it does not.
            """)

    @Argument(help: ArgumentHelp("An edition or a day, such as privacy@2026-03-03.", valueName: "edition"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "A stored record of a consent, which names the document, the edition and the digest.", valueName: "file"))
    var record: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "dir"))
    var output: String

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let reporter = options.reporter()
        let (project, day) = try await options.load(reporter)
        let plan = project.plan(on: day, showsDrafts: false)
        try await reporter.requireSound(plan, withWholeLedger: true)
        let stored = try record.map { try reporter.consentRecord($0) }
        guard let name = name ?? stored?.name else {
            throw reporter.usage("name an edition, or a --record of a consent")
        }
        let (history, publication) = try reporter.edition(name, in: project, on: day)
        try reporter.require(stored?.text, toBe: publication.text, "the text", of: name)
        try reporter.require(stored?.label, toBe: publication.label, "the label", of: name)
        guard let edition = history.edition(publication.version) else {
            throw reporter.finding("the file of \(publication.document)@\(publication.version) is gone")
        }
        let bundle = EvidenceBundle(PublishedEdition(edition: edition, publication: publication), history, plan)
        do {
            _ = try OutputFolder(output).write(bundle.files)
        } catch {
            throw reporter.machine(error)
        }
        reporter.say(
            "\(publication.document)@\(publication.version): \(bundle.files.count) files in \(output); begin with cover.html"
        )
    }
}

extension Reporter {
    /// Ends the command where a stored digest is not the published one.
    fileprivate func require(_ stored: Digest?, toBe published: Digest?, _ what: String, of name: String) throws {
        guard let stored, stored != published else { return }
        throw finding("the record holds \(stored) for \(what), and \(name) has \(published?.description ?? "none")")
    }
}
