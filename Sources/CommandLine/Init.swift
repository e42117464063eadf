internal import ArgumentParser
internal import Project
internal import Source
internal import Templates

/// `edict init`.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Begin a project: a policy, a consent and a specialist to start from.",
        discussion: """
            It can be checked and built at once; what only its owner can fill in is named. A file that is there already is \
            never touched. In a folder that holds a project, nothing is written but the templates, where they are asked for.
            """)

    @Argument(help: ArgumentHelp("The folder of the project; made where it is not there.", valueName: "dir"))
    var directory: String

    @Option(help: "The language of the texts and the pages: ru or en.")
    var language: Language = .ru

    @Flag(help: "Copy the built-in templates, too, to change them; what is not copied follows the program.")
    var templates = false

    @Flag(name: .shortAndLong, help: "Print nothing but what is wrong.")
    var quiet = false

    func run() throws {
        let reporter = Reporter(format: .text, color: .auto, isQuiet: quiet, isStrict: false)
        let folder = Folder(directory)
        let isProject = try reporter.kind(of: Configuration.fileName, in: folder) != nil
        if isProject, !templates {
            throw reporter.usage(
                "there is a project in '\(directory)' already; --templates copies the built-in templates into it")
        }
        let starter = isProject ? [] : StarterProject.files(in: language)
        do {
            let kept = try folder.writeWhatIsMissing(starter + (templates ? TemplateLibrary.builtIn : []))
            reporter.say(kept.map { "left alone \($0): it was there already\n" }.joined() + nextSteps(isProject))
        } catch {
            throw reporter.machine(error)
        }
    }

    private func nextSteps(_ isProject: Bool) -> String {
        if isProject { return "the built-in templates are in \(Folder(directory).path(of: "templates"))" }
        return """
            begun in \(directory)

            Only you can fill in:
              edict.yml            title and url
              content/values.yml   who you are: every value in it

            Then, in \(directory):
              edict check                                    what is missing or wrong, drafts too
              edict build --drafts                           the site; look at output/index.html
              edict publish privacy@1.0 pd-consent@1.0 --effective +10d --dry-run
                                                             what would be published; without --dry-run it is
              edict draft privacy@1.1                        the next edition of a published one
              edict diff privacy@1.0 privacy@draft           what it changes

            The texts are examples: have a lawyer check them before you publish any.
            """
    }
}

extension Language: ExpressibleByArgument {}

extension Folder {
    /// Writes files that are not there.
    ///
    /// - Returns: the paths at which something was, which was left as it is.
    fileprivate func writeWhatIsMissing(_ files: [SourceFile]) throws(FileError) -> [String] {
        var kept: [String] = []
        try makeFolder("")
        for file in files {
            if try kind(of: file.path) != nil {
                kept.append(file.path)
            } else {
                try makeFolder(Self.parent(of: file.path))
                try replace(file.path, with: file.bytes)
            }
        }
        return kept
    }
}
