internal import ArgumentParser
internal import Legal
internal import Project
internal import Source

/// `edict note`.
struct AddNote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Show an erratum or a remark with a published edition.")

    @Argument(help: ArgumentHelp("The edition, such as privacy@2.0.", valueName: "edition"))
    var edition: EditionName

    @Option(help: ArgumentHelp("What is shown, in the document's language.", valueName: "text"))
    var text: String

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Tell what would happen and write nothing.")
    var dryRun = false

    func run() async throws {
        let reporter = options.reporter()
        let text = try reporter.readable(text, of: "--text")
        let (project, day) = try await options.loadToAppend(reporter)
        _ = try reporter.published(edition, in: project, by: day)
        let note = Note(document: edition.document, version: edition.version, text: text, recorded: day)
        reporter.say("the note is shown with \(edition) from \(day) on")
        if dryRun { return reporter.say("nothing was written") }
        try reporter.append([.note(note)], to: project)
    }
}
