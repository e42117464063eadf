internal import ArgumentParser
internal import Diagnostics
internal import Legal
internal import Pages
internal import Project
internal import Review
internal import Site
internal import Source

/// `edict publish`.
struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write drafts into the ledger: from then on they can't change.",
        discussion: """
            All that are named or none. Everything is checked as if it were published already; then it is told what will
            happen, and the ledger is extended.
            """)

    @Argument(help: ArgumentHelp("The drafts to publish, such as privacy@2.1.", valueName: "edition"))
    var editions: [EditionName]

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Tell what would happen and write nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "The first day in force: a day, or +10d after publication. Fills the dates in in the draft.",
            valueName: "day|+days"))
    var effective: EffectiveDay?

    @Option(
        help: ArgumentHelp(
            "The day of an edition that was published before Edict came. What is wrong with its text is only told.",
            valueName: "day"))
    var publishedOn: Day?

    func run() async throws {
        let reporter = options.reporter()
        let (project, day) = try await options.load(reporter)
        let plan = project.plan(on: day, showsDrafts: false)
        try await reporter.requireSound(plan)
        if let publishedOn, publishedOn > day { throw reporter.usage("--published-on \(publishedOn) is after \(day)") }

        let isRecordedLater = publishedOn.map { $0 != day } ?? false
        var planned: [(history: DocumentHistory, publication: Publication, text: LegalText)] = []
        var dated: [SourceFile] = []
        var diagnostics: [Diagnostic] = []
        for (index, name) in editions.enumerated() {
            if editions[..<index].contains(where: { $0.document == name.document && $0.version == name.version }) {
                throw reporter.usage("\(name) is named twice")
            }
            var (history, edition) = try reporter.draft(name, in: project)
            // Of two editions of one document, each is held against the one named before it.
            if let before = planned.last(where: { $0.publication.document == name.document }) {
                history = before.history.adding(.publish(before.publication))
            }
            if let effective, let file = effective.fill(edition, publishedOn: publishedOn ?? day),
                let filled = Edition.parse(file, fileName: "\(edition.version).md", &diagnostics)
            {
                edition = filled
                dated.append(file)
            }
            diagnostics += project.diagnostics.filter { $0.location.path == edition.file.path }
            let others = editions.map(\.description).filter { $0 != name.description }
            let terms = DocumentHistory.PublicationTerms(
                published: publishedOn ?? day, recorded: isRecordedLater ? day : nil, with: others)
            let (publication, text, found) = plan.publication(of: edition, history, terms)
            if let publication { planned.append((history, publication, text)) }
            diagnostics += found
            let reviewed = ReviewedEdition(
                edition: edition, text: text, history: history, context: ReviewContext(project, on: day),
                terms: ReviewedEdition.Terms(
                    published: publishedOn ?? day, isRecordedLater: isRecordedLater,
                    noticeDays: history.document.noticeDays ?? project.configuration.noticeDays))
            diagnostics += Review.findings(reviewed, standing: .ready).map { isRecordedLater ? $0.toldOnly : $0 }
        }
        try reporter.report(diagnostics, to: .error)
        for item in planned { reporter.say(announcement(item.publication, item.history, item.text)) }
        if dryRun { return reporter.say("nothing was written") }
        try reporter.replace(dated, in: project)
        try reporter.append(planned.map { .publish($0.publication) }, to: project)
    }

    /// What will happen.
    private func announcement(_ publication: Publication, _ history: DocumentHistory, _ text: LegalText) -> String {
        var lines = ["\(publication.document)@\(publication.version) — \(publication.title)"]
        lines.append("  published       \(publication.published)")
        lines.append("  in force from   \(publication.start)")
        if let before = history.inForce(on: publication.start.previous, knownOn: publication.published) {
            lines.append("  in place of     \(before.version), in force since \(before.start)")
            if let edition = history.edition(before.version) {
                let old = edition.render(.published(before))
                lines.append("  clauses         \(old.clauseCount) before, \(text.clauseCount) now")
                lines.append("  words           \(old.wordCount) before, \(text.wordCount) now")
            }
        }
        lines.append("  asked of those who agreed before: \(publication.action.rawValue)")
        lines.append("  summary         \(publication.summary)")
        lines += publication.waivers.sorted { $0.key < $1.key }.map { "  waived          \($0.key): \($0.value)" }
        return lines.joined(separator: "\n")
    }
}

/// `2026-12-01` or `+10d`.
struct EffectiveDay: ExpressibleByArgument {
    private let day: Day?
    private let days: Int

    init?(argument: String) {
        if let day = Day(argument) {
            (self.day, days) = (day, 0)
        } else if argument.hasPrefix("+"), argument.hasSuffix("d"), let days = Int(argument.dropFirst().dropLast()),
            (0...3650).contains(days)
        {
            (day, self.days) = (nil, days)
        } else {
            return nil
        }
    }

    /// The draft's file with the day, and with the day of publication as its date where that is open.
    func fill(_ edition: Edition, publishedOn published: Day) -> SourceFile? {
        edition.settingDates(date: edition.date ?? published, effective: day ?? published.adding(days: days))
    }
}

extension Reporter {
    /// Writes files of the project anew.
    fileprivate func replace(_ files: [SourceFile], in project: Project) throws {
        do {
            for file in files { try project.folder.replace(file.path, with: file.bytes, isDurable: true) }
        } catch {
            throw machine(error)
        }
    }

    /// The draft of a name; wrong usage where there is none.
    fileprivate func draft(_ name: EditionName, in project: Project) throws -> (DocumentHistory, Edition) {
        guard let history = project.documents.first(where: { $0.document.id == name.document }) else {
            let hint = suggestion(for: name.document, in: project.documents.map(\.document.id)) ?? ""
            throw usage("there is no document '\(name.document)'\(hint.isEmpty ? "" : ": " + hint)")
        }
        if let published = history.publication(of: name.version) {
            throw finding("\(name) is published already, on \(published.published)")
        }
        guard let edition = history.edition(name.version) else {
            let path = "content/legal/\(name.document)/\(name.version).md"
            try report(project.diagnostics.filter { $0.location.path == path }, to: .error)
            throw usage("there is no edition \(name): \(path) can't be read")
        }
        return (history, edition)
    }

    /// Ends the command where the ledger or a published edition is not what it was.
    ///
    /// - Parameter withWholeLedger: whether a half-written last line counts; what extends the ledger takes it out.
    func requireSound(_ plan: SitePlan, withWholeLedger: Bool = false) async throws {
        let site = await Site.render(plan)
        let ofFiles = plan.project.diagnostics.filter { !plan.project.draftPaths.contains($0.location.path) }
        let errors = (ofFiles + site.diagnostics).filter {
            $0.severity == .error && (withWholeLedger || $0.rule != "ledger-torn")
        }
        if !errors.isEmpty { try report(errors, to: .error) }
    }

    /// Appends to the ledger, and tells its new head.
    func append(_ entries: [LedgerEntry], to project: Project) throws {
        let outcome: Project.AppendOutcome
        do {
            outcome = try project.append(entries)
        } catch {
            throw machine(error)
        }
        switch outcome {
        case .appended(let ledger):
            if !project.ledger.tornTail.isEmpty { say("took out the half-written last line of the ledger") }
            say("ledger head \(ledger.head)")
        case .overtaken:
            throw finding("the ledger was extended by somebody else meanwhile: nothing was written; try again")
        }
    }

    /// One message that ends the command as an error in the content does.
    func finding(_ message: String) -> ExitCode {
        Terminal.write("error: \(message)\n", to: .error)
        return .findings
    }
}

extension Diagnostic {
    /// What is wrong with an edition that is recorded later refuses nothing; its place in the order of editions does.
    fileprivate var toldOnly: Diagnostic {
        var note = self
        if Rule.named(rule)?.isWaivable ?? true { note.severity = .note }
        return note
    }
}
