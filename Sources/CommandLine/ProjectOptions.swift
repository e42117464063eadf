internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Pages
internal import Project
internal import Review
internal import Source

/// What every command that reads a project can be told.
struct ProjectOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long],
        help: ArgumentHelp(
            "The project's folder. Default: the current folder or the nearest one above with edict.yml.",
            valueName: "dir"))
    var project: String?

    @Option(
        help: ArgumentHelp(
            "The day to work for, as YYYY-MM-DD. Default: today in the project's time zone.", valueName: "day"))
    var asOf: Day?

    @Flag(name: .shortAndLong, help: "Print nothing but what is wrong.")
    var quiet = false

    @Option(help: "Colours in messages: auto, always or never.")
    var color: ColorChoice = .auto

    func reporter(_ format: Reporter.Format = .text, isStrict: Bool = false) -> Reporter {
        Reporter(
            format: format, color: color, isQuiet: quiet, isStrict: isStrict,
            folderOfPaths: project.map(Self.pathFromHere) ?? "")
    }

    /// The folder as a service names it that looks at the current one: `./site/` as `site/`, the current one as nothing.
    private static func pathFromHere(_ folder: String) -> String {
        let here = FileManager.default.currentDirectoryPath
        let inside = (folder + "/").hasPrefix(here + "/") ? String(folder.dropFirst(here.count + 1)) : folder
        let parts = inside.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        return (inside.hasPrefix("/") ? "/" : "") + parts.map { $0 + "/" }.joined()
    }

    /// The project, read, and the day to work for. Wrong configuration is printed and ends the command.
    ///
    /// - Parameter readsLegal: whether to read the documents even where the site does not show them.
    func load(_ reporter: Reporter, readsLegal: Bool = false) async throws -> (project: Project, day: Day) {
        let folder = try folder(reporter)
        return try await reporter.failingOnMachine { () throws(FileError) in
            let file = SourceFile(
                path: Configuration.fileName, bytes: try folder.read(Configuration.fileName, limit: 1 << 20))
            var diagnostics: [Diagnostic] = []
            guard let configuration = Configuration.parse(file, &diagnostics) else {
                return .failure(ConfigurationError(diagnostics: diagnostics))
            }
            guard Today.knows(timeZone: configuration.timeZone),
                let day = asOf ?? Today.day(inTimeZone: configuration.timeZone)
            else {
                let message = "there is no time zone '\(configuration.timeZone)'"
                return .failure(
                    ConfigurationError(diagnostics: [
                        Diagnostic(
                            .error, "invalid-field", at: configuration.timeZoneLocation, message,
                            hint: "write a name such as Europe/Moscow")
                    ]))
            }
            let unknownRules = configuration.unknownRules
            guard unknownRules.isEmpty else { return .failure(ConfigurationError(diagnostics: unknownRules)) }
            return .success((try await Project.load(folder, configuration, readsLegal: readsLegal), day))
        }
    }

    private func folder(_ reporter: Reporter) throws -> Folder {
        if let project {
            guard try reporter.kind(of: Configuration.fileName, in: Folder(project)) != nil else {
                throw reporter.usage("there is no project in '\(project)': it has no \(Configuration.fileName)")
            }
            return Folder(project)
        }
        var path = "."
        for _ in 0..<64 {
            if try reporter.kind(of: Configuration.fileName, in: Folder(path)) != nil { return Folder(path) }
            path = path == "." ? ".." : path + "/.."
        }
        throw reporter.usage(
            "there is no project here: no \(Configuration.fileName) in this folder or one above it; name one with --project"
        )
    }
}

extension Project {
    /// The plan of the site on a day, with the days of the project's time zone.
    func plan(on day: Day, showsDrafts: Bool) -> SitePlan {
        SitePlan(
            self, on: day, showsDrafts: showsDrafts, midnight: Today.midnight(inTimeZone: configuration.timeZone))
    }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
