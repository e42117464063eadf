internal import ArgumentParser
internal import Diagnostics
internal import Legal
internal import Pages
internal import Project
internal import Redline
internal import Review
internal import Source

/// `edict publish`.
struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
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
            "The first day in force: a day such as 2026-12-01, or +10d after publication. Fills the dates in in the draft.",
            valueName: "day|+days"))
    var effective: EffectiveDay?

    @Option(
        help: ArgumentHelp(
            "The day of an edition that was published before Edict came. What is wrong with its text is only told.",
            valueName: "day"))
    var publishedOn: Day?

    func run() async throws {
        let reporter = options.reporter()
        let (project, day) = try await options.loadToAppend(reporter)
        if let publishedOn, publishedOn > day { throw reporter.usage("--published-on \(publishedOn) is after \(day)") }
        var planned = PlannedPublications(project, on: day, published: publishedOn ?? day)
        for (index, name) in editions.enumerated() {
            if editions[..<index].contains(name) { throw reporter.usage("\(name) is named twice") }
            planned.add(
                try reporter.draft(name, in: project), effective: effective,
                with: editions.filter { $0 != name }.map(\.description))
        }
        try reporter.report(planned.diagnostics, to: .error)
        for item in planned.items { reporter.say(item.announcement) }
        let url = project.configuration.url
        if url.isExample {
            reporter.say("'\(url.origin)' in edict.yml is an example: what is published names it for ever")
        }
        if dryRun { return reporter.say("nothing was written") }
        try reporter.append(planned.items.map { .publish($0.publication) }, replacing: planned.dated, to: project)
    }
}

/// The publications of one command, each held against those named before it, and what speaks against them.
private struct PlannedPublications {
    struct Item {
        /// The document's history before it.
        let history: DocumentHistory
        let edition: Edition
        let publication: Publication
    }

    private(set) var items: [Item] = []
    /// The files of drafts whose dates were filled in.
    private(set) var dated: [SourceFile] = []
    private(set) var diagnostics: [Diagnostic]
    private let plan: SitePlan
    private let published: Day
    /// The day of recording, where the editions were published before.
    private let recorded: Day?

    init(_ project: Project, on day: Day, published: Day) {
        plan = project.plan(on: day, showsDrafts: false)
        self.published = published
        recorded = published == day ? nil : day
        diagnostics = project.diagnostics.filter { $0.location.path == "content/values.yml" }
    }

    mutating func add(
        _ draft: (history: DocumentHistory, edition: Edition), effective: EffectiveDay?, with others: [String]
    ) {
        var (history, edition) = draft
        if let before = items.last(where: { $0.publication.document == history.document.id }) {
            history = before.history.adding(.publish(before.publication))
        }
        let file = edition.file
        diagnostics += plan.project.diagnostics.filter { $0.location.path == file.path }
        if let effective, let file = effective.fill(edition, publishedOn: published),
            let filled = Edition.parse(file, fileName: "\(edition.version).md", &diagnostics)
        {
            edition = filled
            dated.append(file)
        }
        let terms = DocumentHistory.PublicationTerms(published: published, recorded: recorded, with: others)
        let (publication, text, found) = plan.publication(of: edition, history, terms)
        if let publication { items.append(Item(history: history, edition: edition, publication: publication)) }
        diagnostics += found
        let reviewed = ReviewedEdition(
            edition: edition, text: text, history: history, context: ReviewContext(plan.project, on: plan.day),
            terms: ReviewedEdition.Terms(
                published: published, isRecordedLater: recorded != nil,
                noticeDays: history.document.noticeDays ?? plan.project.configuration.noticeDays))
        diagnostics += Review.findings(reviewed, standing: .ready).map { recorded == nil ? $0 : $0.toldOnly }
    }
}

extension PlannedPublications.Item {
    /// What will happen.
    fileprivate var announcement: String {
        let start = publication.start
        var lines = ["\(publication.document)@\(publication.version) — \(publication.title)"]
        lines.append("  published       \(publication.published)")
        if let recorded = publication.recorded { lines.append("  recorded        \(recorded)") }
        lines.append("  in force from   \(start)")
        let before = history.periods(knownOn: publication.published).first { $0.contains(start.previous) }
        if let before { lines.append("  in place of     \(before.version), in force since \(before.from)") }
        let old = before.flatMap { history.publication(of: $0.version) } ?? history.publications.last
        if let old = old.flatMap(history.published) {
            let new = PublishedEdition(edition: edition, publication: publication)
            let redline = Redline(old: old.comparedText, new: new.comparedText)
            lines.append("  against \(old.publication.version)".padded(to: 18) + redline.summary)
        }
        lines.append("  asked of those who agreed before: \(publication.action.rawValue)")
        lines.append("  summary         \(publication.summary)")
        lines += publication.waivers.sorted { $0.key < $1.key }.map { "  waived          \($0.key): \($0.value)" }
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// With spaces behind it, at least one.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - utf8.count))
    }
}

extension Reporter {
    /// The draft of a name; wrong usage where there is none.
    fileprivate func draft(
        _ name: EditionName, in project: Project
    ) throws -> (history: DocumentHistory, edition: Edition) {
        let history = try document(name.document, in: project)
        if let published = history.publication(of: name.version) {
            throw finding("\(name) is published already, on \(published.published)")
        }
        if let edition = history.edition(name.version) { return (history, edition) }
        let path = "content/legal/\(name.document)/\(name.version).md"
        try report(project.diagnostics.filter { $0.location.path == path }, to: .error)
        throw usage("there is no draft \(name): begin it with `edict draft \(name)`")
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
