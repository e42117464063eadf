internal import ArgumentParser
internal import HTML
internal import JSON
internal import Project
internal import Redline
internal import Source
internal import Templates

/// `edict diff`.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changed between two texts.",
        discussion: """
            OLD and NEW are files or editions. A file is any Markdown or text; nothing is refused and nothing is lost, and no \
            project is needed. An edition is named privacy@2.0, privacy@draft, privacy@in-force or privacy@2026-03-03 (the one in \
            force on that day) and is compared as its readers see it, with its values filled in. One edition alone is compared \
            with the one before it, and privacy alone is its newest edition.

            A clause is compared by what it says, its number apart.

            Exit codes: 0 nothing changed but typography; 1 something changed (0 with --exit-zero); 2 trouble: a file or an \
            edition is not there.
            """)

    @Argument(help: ArgumentHelp("The old text.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The new text.", valueName: "new"))
    var new: String?

    @Option(help: "How to print it: text, html, json, markdown, criticmarkup or summary.")
    var format: Format = .text

    @Flag(help: "With --format html: the one element alone, to be put into another page.")
    var fragment = false

    @Option(
        help: ArgumentHelp(
            "With --format markdown: the most characters; what does not fit is counted. Default: 60000.",
            valueName: "n"))
    var limit: Int?

    @Option(
        name: [.customShort("U", allowingJoined: true), .long],
        help: ArgumentHelp("With --format text: how many unchanged blocks to show around a change.", valueName: "n"))
    var context = 1

    @Option(
        help: ArgumentHelp(
            "One clause through time, by its number: in all editions between the two.", valueName: "number"))
    var clause: String?

    @Flag(help: "Exit with 0 where something changed, too.")
    var exitZero = false

    @Flag(inversion: .prefixedNo, help: "Show a long text through $PAGER where it goes to a terminal.")
    var pager = true

    @OptionGroup var options: ProjectOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html, json, markdown, criticmarkup, summary
    }

    func validate() throws {
        guard context >= 0 else { throw ValidationError("--context is at least 0") }
        if let limit, limit < 200 { throw ValidationError("--limit is at least 200") }
        if limit != nil, format != .markdown { throw ValidationError("--limit goes with --format markdown") }
        if fragment, format != .html { throw ValidationError("--fragment goes with --format html") }
        if clause != nil, format != .text, format != .json {
            throw ValidationError("--clause goes with --format text or json")
        }
    }

    func run() async throws {
        let reporter = options.reporter()
        let request = try await ComparisonRequest(
            old, new, isThroughTime: clause != nil, options, reporter)
        if let clause { return try show(clause, of: request, reporter) }
        let redline = Redline(old: request.old.text, new: request.new.text)
        write(output(redline, request))
        if !redline.isSame, !exitZero { throw ExitCode.findings }
    }

    private func output(_ redline: Redline, _ request: ComparisonRequest) -> String {
        let names = (old: request.old.name, new: request.new.name)
        let strings =
            request.project?.project.templates.strings(in: redline.language)
            ?? TemplateLibrary.builtInStrings(in: redline.language)
        switch format {
        case .text:
            return TextRedline(redline, isColored: options.color.isColored(.output), context: context).text()
        case .html:
            let page = fragment ? redline.html(strings) : redline.page(strings, old: names.old, new: names.new)
            return (fragment ? "" : "<!DOCTYPE html>\n") + String(decoding: page.html(), as: UTF8.self) + "\n"
        case .json: return String(decoding: redline.json.prettyBytes(), as: UTF8.self)
        case .markdown: return redline.markdown(strings, limit: limit ?? 60_000)
        case .criticmarkup: return redline.criticMarkup(strings)
        case .summary: return redline.summary + "\n"
        }
    }

    func write(_ text: String) {
        if pager, format == .text, Terminal.isTerminal(.output) { return Pager.show(text) }
        Terminal.write(text, to: .output)
    }
}
