internal import ArgumentParser
internal import Legal
internal import Project
internal import Source

/// `edict draft`.
struct Draft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
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
        let (project, _) = try await options.load(reporter, readsLegal: true)
        let history = try reporter.document(edition.document, in: project)
        let path = "content/legal/\(edition.document)/\(edition.version).md"
        // Be it malformed, a file is somebody's work.
        guard history.edition(edition.version) == nil, try reporter.kind(of: path, in: project.folder) == nil else {
            throw reporter.finding("\(edition) is there already")
        }
        if let last = history.publications.last, edition.version <= last.version {
            throw reporter.finding("\(edition.version) is not higher than \(last.version), which is published")
        }
        let text = try imported.map { try reporter.importText($0, values: project.values) }
        let base = from ?? history.publications.last?.version ?? history.editions.last?.version
        let file = try draft(path, from: base, of: history, text: text, reporter)
        do {
            try project.folder.replace(path, with: file.bytes)
        } catch {
            throw reporter.machine(error)
        }
        reporter.say(
            "\(path) begun\(base.map { " from \($0)" } ?? "")\(imported.map { " with the text of \($0)" } ?? ""); its dates and its summary are to be filled in"
        )
    }

    /// - Parameter base: the edition to begin from; nil for the first one of a document, which needs a text.
    private func draft(
        _ path: String, from base: EditionVersion?, of history: DocumentHistory, text: [UInt8]?, _ reporter: Reporter
    ) throws -> SourceFile {
        guard let base else {
            if let text { return Edition.firstDraft(edition.version, path: path, text: text) }
            throw reporter.finding(
                "'\(edition.document)' has no edition to begin from: give the text of the first one with --import")
        }
        guard let start = history.edition(base) else {
            let known = history.editions.map(\.version.description).joined(separator: ", ")
            throw reporter.finding("there is no edition \(edition.document)@\(base); there are: \(known)")
        }
        guard let file = start.draft(edition.version, path: path, text: text) else {
            throw reporter.finding("the front matter of \(start.file.path) can't be read")
        }
        return file
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
