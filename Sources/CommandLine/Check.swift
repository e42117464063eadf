internal import ArgumentParser
internal import Diagnostics
internal import Pages
internal import Project
internal import Site
internal import Source

/// `edict check`.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell everything that is wrong, drafts too; writes nothing.",
        discussion: """
            Everything is read, understood and rendered as a build would do it. An empty value in a draft is a warning; in one \
            that says `ready: true` it is an error.
            """)

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Option(help: "How to print what is wrong: text, json, github, gitlab or sarif.")
    var format: Reporter.Format = .text

    @Flag(
        help: """
            Mend in drafts what needs no thought: no-break spaces, quotation marks, dashes, the ends of list items, values that are \
            spelled out. Shows the difference, then writes.
            """)
    var fix = false

    @Flag(help: "With --fix: show the difference and write nothing.")
    var dryRun = false

    func validate() throws {
        if dryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
        if fix, format != .text {
            throw ValidationError("--fix shows a difference, and has no other --format than text")
        }
    }

    func run() async throws {
        let reporter = options.reporter(format, isStrict: strict)
        let (project, day) = try await options.load(reporter)
        if fix { return try await mend(project, day, reporter) }
        let site = await render(project, day)
        try reporter.report(site.diagnostics, to: .output)
        reporter.say("\(site.pages) checked as of \(day): nothing is wrong that stops a build")
    }

    /// Everything that a build would do, and everything that is wrong.
    private func render(_ project: Project, _ day: Day) async -> (pages: String, diagnostics: [Diagnostic]) {
        let progress = Progress(isQuiet: options.quiet)
        let plan = project.plan(on: day, showsDrafts: true)
        let site = await Site.render(plan, keeping: .nowhere, progress: progress.tell)
        progress.finish()
        return (site.pages, project.diagnostics + site.diagnostics + plan.diagnosticsOfHiddenProfiles)
    }

    /// Shows what `--fix` changes, writes it, and tells what is left.
    private func mend(_ project: Project, _ day: Day, _ reporter: Reporter) async throws {
        let drafts = await MendedDrafts(project) { await render($0, day).diagnostics }
        for (old, new) in drafts.files {
            let difference = LineDifference(path: old.path, old: old.bytes, new: new.bytes)
            Terminal.write(difference.text(colored: options.color.isColored(.output)), to: .output)
        }
        if !dryRun {
            try await reporter.failingOnMachine { () throws(FileError) in
                for (_, new) in drafts.files { try project.folder.replace(new.path, with: new.bytes, isDurable: true) }
                return .success(())
            }
        }
        if !options.quiet { Terminal.write(drafts.summary + (dryRun ? " (not written)" : "") + "\n", to: .error) }
        try reporter.report(drafts.left, to: .error)
    }
}
