internal import ArgumentParser
internal import Legal
internal import Pages
internal import Project
internal import Source

/// `edict withdraw`.
struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take the force from a published edition, from a day on.",
        discussion: "The edition keeps its address and its text; the page says that it was withdrawn, and why.")

    @Argument(help: ArgumentHelp("The edition, such as privacy@2.1.", valueName: "edition"))
    var edition: EditionName

    @Option(
        name: .customLong("from"), help: ArgumentHelp("The first day without it: today or later.", valueName: "day"))
    var start: Day

    @Option(help: ArgumentHelp("Why, in the document's language.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let reporter = options.reporter()
        let (project, day) = try await options.load(reporter)
        try await reporter.requireSound(project.plan(on: day, showsDrafts: false))
        let history = try reporter.published(edition, in: project, by: day)
        guard start >= day else {
            throw reporter.finding("--from \(start) is before \(day): what was in force on a day stays so")
        }
        guard !reason.allSatisfy(\.isWhitespace) else { throw reporter.usage("--reason is empty") }
        if let earlier = history.withdrawal(of: edition.version, knownOn: day), earlier.from <= start {
            throw reporter.finding("\(edition) is withdrawn already, from \(earlier.from)")
        }
        let entry = LedgerEntry.withdraw(
            Withdrawal(document: edition.document, version: edition.version, from: start, reason: reason, recorded: day)
        )
        try reporter.append([entry], to: project)
        let after = history.adding(entry).periods(knownOn: day).first {
            $0.from <= start && $0.until.map { start < $0 } ?? true
        }
        reporter.say(
            "\(edition) is withdrawn from \(start); then \(after.map { "\($0.version) is in force" } ?? "none is in force")"
        )
    }
}

/// `edict note`.
struct AddNote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Show an erratum or a remark with a published edition.")

    @Argument(help: ArgumentHelp("The edition, such as privacy@2.0.", valueName: "edition"))
    var edition: EditionName

    @Option(help: ArgumentHelp("What is shown, in the document's language.", valueName: "text"))
    var text: String

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let reporter = options.reporter()
        let (project, day) = try await options.load(reporter)
        try await reporter.requireSound(project.plan(on: day, showsDrafts: false))
        _ = try reporter.published(edition, in: project, by: day)
        guard !text.allSatisfy(\.isWhitespace) else { throw reporter.usage("--text is empty") }
        try reporter.append(
            [.note(Note(document: edition.document, version: edition.version, text: text, recorded: day))], to: project)
        reporter.say("the note is shown with \(edition)")
    }
}

extension Reporter {
    /// The history of a published edition's document; an error where it is not published by a day.
    fileprivate func published(
        _ name: EditionName, in project: Project, by day: Day
    ) throws -> DocumentHistory {
        guard let history = project.documents.first(where: { $0.document.id == name.document }),
            let publication = history.publication(of: name.version), publication.published <= day
        else { throw finding("\(name) is not published") }
        return history
    }
}
