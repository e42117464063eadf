internal import ArgumentParser
internal import Pages
internal import Project
internal import Site

/// `edict check`.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
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

    func run() async throws {
        let reporter = options.reporter(format, isStrict: strict)
        let (project, day) = try await options.load(reporter)
        let progress = Progress(isQuiet: options.quiet)
        let plan = project.plan(on: day, showsDrafts: true)
        let site = await Site.render(plan, progress: progress.tell)
        progress.finish()
        try reporter.report(project.diagnostics + site.diagnostics + plan.diagnosticsOfHiddenProfiles, to: .output)
        reporter.say("\(site.pages) checked as of \(day): nothing is wrong that stops a build")
    }
}
