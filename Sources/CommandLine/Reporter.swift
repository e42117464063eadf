internal import ArgumentParser
internal import Diagnostics
internal import JSON
internal import Review
internal import Site
internal import Source

/// Tells what was found, in the form that was asked for, and turns it into an exit code.
struct Reporter {
    /// How diagnostics are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, github, gitlab, sarif
    }

    let format: Format
    let color: ColorChoice
    let isQuiet: Bool
    /// Whether a warning counts as an error.
    let isStrict: Bool
    /// The project's folder, from where a service looks at the files: `site/`, or nothing.
    var folderOfPaths = ""

    /// Prints all diagnostics of a run. Throws where one of them is an error.
    ///
    /// - Parameter stream: where they go: what was asked for to standard output, what stands beside it to standard error.
    func report(_ diagnostics: [Diagnostic], to stream: Terminal.Stream) throws {
        let diagnostics = diagnostics.inOrder().map { diagnostic in
            var diagnostic = diagnostic
            if isStrict, diagnostic.severity == .warning { diagnostic.severity = .error }
            return diagnostic
        }
        switch format {
        case .text:
            let shown = isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics
            Terminal.write(TextReport(colored: color.isColored(stream)).text(shown), to: stream)
        case .json: write(["diagnostics": .array(diagnostics.map(\.json))])
        case .github: Terminal.write(GitHubReport().text(fromOutside(diagnostics)), to: .output)
        case .gitlab: write(GitLabReport().json(fromOutside(diagnostics)))
        case .sarif:
            let report = SARIFReport(version: Edict.configuration.version, rules: Rule.all.map(\.description))
            write(report.json(fromOutside(diagnostics)))
        }
        if diagnostics.containsError { throw ExitCode.findings }
    }

    private func write(_ json: JSON) {
        Terminal.write(String(decoding: json.prettyBytes(), as: UTF8.self), to: .output)
    }

    /// The diagnostics with their paths from the folder in which the command runs: a service knows no other.
    private func fromOutside(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.location.path = folderOfPaths + diagnostic.location.path
            return diagnostic
        }
    }

    /// Says something to who waits; nothing under `--quiet` or beside what a program reads.
    func say(_ text: String) {
        if !isQuiet, format == .text { Terminal.write(text + "\n", to: .output) }
    }

    /// Prints diagnostics that stand beside what was asked for. Throws where one of them is an error.
    func failing(on diagnostics: [Diagnostic]) throws {
        if diagnostics.isEmpty { return }
        try Reporter(format: .text, color: color, isQuiet: isQuiet, isStrict: isStrict).report(diagnostics, to: .error)
    }

    // MARK: What ends a command

    /// Runs what may fail by the machine or by wrong configuration.
    func failingOnMachine<Value>(
        _ body: () async throws(FileError) -> Result<Value, ConfigurationError>
    ) async throws -> Value {
        do {
            return try await body().get()
        } catch let error as FileError {
            throw machine(error)
        } catch let error as ConfigurationError {
            try? report(error.diagnostics, to: .error)
            throw ExitCode.usage
        }
    }

    func kind(of path: String, in folder: Folder) throws -> Folder.Entry.Kind? {
        do {
            return try folder.kind(of: path)
        } catch {
            throw machine(error)
        }
    }

    /// One message that ends the command as wrong usage does.
    func usage(_ message: String) -> ExitCode {
        complain(message)
        return .usage
    }

    /// One message that ends the command as an error in the content does.
    func finding(_ message: String) -> ExitCode {
        complain(message)
        return .findings
    }

    func machine(_ error: FileError) -> ExitCode {
        complain(error.description)
        return .machine
    }

    private func complain(_ message: String) {
        Terminal.write("error: \(message.visible)\n", to: .error)
    }
}

/// What is wrong in `edict.yml`.
struct ConfigurationError: Error {
    let diagnostics: [Diagnostic]
}

extension Site {
    /// `14 pages`.
    var pages: String { "\(pageCount) page\(pageCount == 1 ? "" : "s")" }
}

extension Rule {
    fileprivate var description: RuleDescription {
        RuleDescription(id: id, severity: severity, title: title, asks: asks, help: (help, section))
    }
}
