internal import ArgumentParser
internal import Diagnostics
internal import Legal
internal import Pages
internal import Project
internal import Site
internal import Source

/// `edict prove`.
struct Prove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Write an evidence bundle: what an edition said, and what shows that it did.",
        discussion: """
            The folder holds the text, a page for print, the source, the ledger, a script that checks them without Edict, and a
            cover sheet that says what this proves and what it does not.
            """)

    @Argument(help: ArgumentHelp("An edition or a day, such as privacy@2026-03-03.", valueName: "edition"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "A stored record of a consent: its edition is proved, and it is put into the bundle.", valueName: "file"))
    var record: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "dir"))
    var output: String

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let reporter = options.reporter()
        let (project, day) = try await options.load(reporter, readsLegal: true)
        try await reporter.requireSound(project)
        let stored = try record.map { try reporter.consentRecord($0) }
        guard let name = name ?? stored.map({ "\($0.document)@\($0.version)" }) else {
            throw reporter.usage("name an edition, or a --record of a consent")
        }
        let (history, publication) = try reporter.edition(name, in: project, on: day)
        guard let published = history.published(publication) else {
            throw reporter.finding("the file of \(publication.document)@\(publication.version) is gone")
        }
        if let asked = name.split(separator: "@").last.flatMap({ Day($0) }), asked > day {
            throw reporter.finding("\(asked) is after \(day): what will be in force can't be proved")
        }
        let given = try stored.flatMap { try reporter.dayOf($0, for: publication, history, in: project, by: day) }
        let bundle = EvidenceBundle(
            published, history, project.plan(on: day, showsDrafts: false),
            record: stored.map { EvidenceBundle.Record(bytes: $0.bytes, instant: $0.instant, day: given) })
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
    /// The day on which a consent was given, if the record tells; an error where the record is not of this edition.
    fileprivate func dayOf(
        _ record: ConsentRecord, for publication: Publication, _ history: DocumentHistory, in project: Project,
        by today: Day
    ) throws -> Day? {
        let name = "\(publication.document)@\(publication.version)"
        guard record.document == publication.document, record.version == publication.version else {
            throw finding("the record is of \(record.document)@\(record.version), and not of \(name)")
        }
        try require(record.text, toBe: publication.text, "the text", of: name)
        try require(record.label, toBe: publication.label, "the label", of: name)
        if let head = record.ledgerHead, !project.ledger.lines.contains(where: { $0.digest == head }) {
            throw finding("no line of the ledger has the digest \(head), which the record holds as its head")
        }
        guard let instant = record.instant else { return nil }
        guard let day = Today.day(of: instant, inTimeZone: project.configuration.timeZone) else {
            throw usage("'\(instant)' in the record is no instant such as 2027-02-03T12:20:01+03:00")
        }
        guard day <= today else { throw finding("the record is of \(day), which is after \(today)") }
        guard day >= publication.published else {
            throw finding("the record is of \(day), and \(name) was published on \(publication.published)")
        }
        let current = history.inForce(on: day)
        if current?.version != publication.version {
            try failing(on: [
                Diagnostic(
                    .warning, "not-in-force", at: project.ledgerLocation,
                    "\(name) was not in force on \(day), when the consent was given: \(current.map { "\($0.version) was" } ?? "none was")",
                    hint: "it may have been shown before a change; the record says what was shown")
            ])
        }
        return day
    }

    /// Ends the command where a stored digest is not the published one.
    private func require(_ stored: Digest?, toBe published: Digest?, _ what: String, of name: String) throws {
        guard let stored, stored != published else { return }
        throw finding("the record holds \(stored) for \(what), and \(name) has \(published?.description ?? "none")")
    }
}

extension Project {
    fileprivate var ledgerLocation: Location { Location(path: Ledger.path) }
}
