internal import ArgumentParser
internal import Legal
internal import Project
internal import Source

/// `edict draft`.
struct Draft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a new draft out of the latest published edition.",
        discussion: "Its dates and its summary are `unset`: fill them in, or publish with --effective.")

    @Argument(help: ArgumentHelp("The draft to begin, such as privacy@2.1.", valueName: "edition"))
    var edition: EditionName

    @Option(help: ArgumentHelp("The edition to begin from, instead of the latest published one.", valueName: "version"))
    var from: EditionVersion?

    @Option(
        name: .customLong("import"),
        help: ArgumentHelp(
            "A plain text to take instead of the edition's; values in it become placeholders.", valueName: "file"))
    var imported: String?

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let reporter = options.reporter()
        let (project, _) = try await options.load(reporter)
        guard let history = project.documents.first(where: { $0.document.id == edition.document }) else {
            throw reporter.usage("there is no document '\(edition.document)'")
        }
        let path = "content/legal/\(edition.document)/\(edition.version).md"
        // Be it malformed, a file is somebody's work.
        guard history.edition(edition.version) == nil, try reporter.kind(of: path, in: project.folder) == nil else {
            throw reporter.finding("\(edition) is there already")
        }
        if let last = history.publications.last, edition.version <= last.version {
            throw reporter.finding("\(edition.version) is not higher than \(last.version), which is published")
        }
        let base = from ?? history.publications.last?.version ?? history.editions.last?.version
        guard let base, let start = history.edition(base) else {
            throw reporter.finding("there is no edition of '\(edition.document)' to begin from")
        }
        let text = try imported.map { try reporter.importText($0, values: project.values) }
        guard let file = start.draft(edition.version, path: path, text: text) else {
            throw reporter.finding("the front matter of \(start.file.path) can't be read")
        }
        do {
            try project.folder.replace(path, with: file.bytes)
        } catch {
            throw reporter.machine(error)
        }
        reporter.say(
            "\(path) begun from \(base)\(imported.map { " with the text of \($0)" } ?? ""); its dates and its summary are to be filled in"
        )
    }
}

extension EditionVersion: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}

extension Reporter {
    /// A plain text as Markdown; tells which values in it became placeholders.
    fileprivate func importText(_ path: String, values: Values) throws -> [UInt8] {
        do {
            let text = ImportedText(
                try Folder(".").read(path), values: values)
            for (before, after) in text.replacements { say("- \(before)\n+ \(after)") }
            return text.bytes
        } catch {
            throw machine(error)
        }
    }
}
