internal import ArgumentParser
internal import Diagnostics
internal import JSON
internal import Source

/// Tells what was found, in the form that was asked for, and turns it into an exit code.
struct Reporter {
    /// How diagnostics are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    let format: Format
    let color: ColorChoice
    let isQuiet: Bool
    /// Whether a warning counts as an error.
    let isStrict: Bool

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
        case .json:
            let json: JSON = ["diagnostics": .array(diagnostics.map(\.json))]
            Terminal.write(String(decoding: json.prettyBytes(), as: UTF8.self), to: .output)
        case .text:
            let shown = isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics
            Terminal.write(TextReport(colored: color.isColored(stream)).text(shown), to: stream)
        }
        if diagnostics.containsError { throw ExitCode.findings }
    }

    /// Says something to who waits; nothing under `--quiet` or beside JSON.
    func say(_ text: String) {
        if !isQuiet, format == .text { Terminal.write(text + "\n", to: .output) }
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

    func usage(_ message: String) -> ExitCode {
        Terminal.write("error: \(message)\n", to: .error)
        return .usage
    }

    func machine(_ error: FileError) -> ExitCode {
        Terminal.write("error: \(error)\n", to: .error)
        return .machine
    }
}

/// What is wrong in `edict.yml`.
struct ConfigurationError: Error {
    let diagnostics: [Diagnostic]
}
