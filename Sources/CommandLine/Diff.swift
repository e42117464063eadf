internal import ArgumentParser
internal import HTML
internal import JSON
internal import Redline
internal import Source
internal import Templates

/// `edict diff`.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what changed between two texts.",
        discussion: """
            OLD and NEW are Markdown or text files; no project is needed, nothing is refused and nothing is lost. A clause is compared \
            by what it says, its number apart.

            Exit codes: 0 nothing changed but typography; 1 something changed (0 with --exit-zero); 2 wrong usage; 3 a file could not \
            be read.
            """)

    @Argument(help: ArgumentHelp("The file with the old text.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The file with the new text.", valueName: "new"))
    var new: String

    @Option(help: "How to print it: text, html, json or summary.")
    var format: Format = .text

    @Option(help: "Colours in the text: auto, always or never.")
    var color: ColorChoice = .auto

    @Option(
        name: [.customShort("U"), .long],
        help: ArgumentHelp("How many unchanged blocks to show around a change.", valueName: "n"))
    var context = 1

    @Flag(help: "Exit with 0 where something changed, too.")
    var exitZero = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html, json, summary
    }

    func validate() throws {
        guard context >= 0 else { throw ValidationError("--context is at least 0") }
    }

    func run() async throws {
        let reporter = Reporter(format: .text, color: color, isQuiet: false, isStrict: false)
        let redline = Redline(old: try read(old, reporter), new: try read(new, reporter))
        Terminal.write(output(redline), to: .output)
        if !redline.isSame, !exitZero { throw ExitCode.findings }
    }

    private func read(_ path: String, _ reporter: Reporter) throws -> SourceFile {
        let folder = Folder(path.hasPrefix("/") ? "/" : ".")
        do {
            if try folder.kind(of: path) == nil, path.contains("@") {
                throw reporter.usage("'\(path)' is no file; editions cannot be compared by name yet")
            }
            return SourceFile(path: path, bytes: try folder.read(path))
        } catch let error as FileError {
            throw reporter.machine(error)
        }
    }

    private func output(_ redline: Redline) -> String {
        switch format {
        case .text: TextRedline(redline, isColored: color.isColored(.output), context: context).text()
        case .html:
            String(
                decoding: redline.html(TemplateLibrary.builtInStrings(in: redline.language)).html(), as: UTF8.self)
                + "\n"
        case .json: String(decoding: redline.json.prettyBytes(), as: UTF8.self)
        case .summary: redline.summary + "\n"
        }
    }
}
