internal import ArgumentParser
internal import Diagnostics
internal import Pages
internal import Project
internal import Site
internal import Source

/// `edict build`.
struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Write the site.",
        discussion: """
            Where anything is wrong, all of it is told and nothing is written. Files are written whole, and only where their \
            bytes differ; pages that the site no longer has are removed, and what Edict did not write is left alone. What the \
            rules of review find in published editions, which can't be mended, `edict check` notes.
            """)

    @OptionGroup var options: ProjectOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder to write to. Default: output/ in the project.", valueName: "dir"))
    var output: String?

    @Flag(help: "Show drafts too, marked as such, under /drafts/.")
    var drafts = false

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Option(help: "How to print what is wrong: text, json, github, gitlab or sarif.")
    var format: Reporter.Format = .text

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let reporter = options.reporter(format, isStrict: strict)
        let (project, day) = try await options.load(reporter)
        let progress = Progress(isQuiet: options.quiet)
        let folder = output ?? project.folder.path(of: "output")
        let stage = OutputStage(folder)
        let site = await Site.render(
            project.plan(on: day, showsDrafts: drafts), reviewsPublished: false, keeping: .on(stage),
            progress: progress.tell)
        defer { try? stage.discard() }
        progress.finish()
        let ofFiles = project.diagnostics.filter { drafts || !project.draftPaths.contains($0.location.path) }
        try reporter.report(ofFiles + site.diagnostics, to: .error)

        let outcome = try reporter.write(site, to: folder)
        reporter.say(summary(site, outcome, in: folder, on: day, took: clock.now - start))
    }

    private func summary(
        _ site: Site, _ outcome: OutputFolder.Outcome, in folder: String, on day: Day, took duration: Duration
    ) -> String {
        var lines = outcome.removed.map { "removed \($0)" }
        lines += outcome.foreign.map { "left alone \($0): not written by edict" }
        let files = outcome.written == 0 ? "nothing changed" : "\(outcome.written) of \(site.files.count) files written"
        lines.append("built \(site.pages) as of \(day) in \(duration.seconds) s: \(files)")
        lines.append("look at \(folder)/\(site.start)")
        lines += site.drafts.map { "draft in \(folder)/\($0)" }
        return lines.joined(separator: "\n")
    }
}

extension Reporter {
    fileprivate func write(_ site: Site, to path: String) throws -> OutputFolder.Outcome {
        do {
            return try OutputFolder(path).write(site.files)
        } catch {
            throw machine(error)
        }
    }
}

extension Duration {
    /// With two decimals.
    fileprivate var seconds: String {
        let hundredths = components.seconds * 100 + components.attoseconds / 10_000_000_000_000_000
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
