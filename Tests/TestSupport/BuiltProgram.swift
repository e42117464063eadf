package import Foundation

/// The program `edict` as it was built, run as its users run it.
package struct BuiltProgram: Sendable {
    /// What a finished run left behind.
    package struct Run: Sendable {
        /// Nil where the program did not end by itself: a signal ended it.
        package let exitCode: Int32?
        /// The signal that ended the program: 4 or 5 is a trap, 11 a bad address, 9 a run that was stopped at its time limit.
        package let signal: Int32?
        package let output: [UInt8]
        package let errors: [UInt8]

        package var outputText: String { String(decoding: output, as: UTF8.self) }
        package var errorText: String { String(decoding: errors, as: UTF8.self) }
    }

    /// The file of the program.
    package let file: URL

    /// The `edict` beside the test bundle that is running.
    package init() throws {
        file = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "edict")
        guard FileManager.default.isExecutableFile(atPath: file.path(percentEncoded: false)) else {
            throw NotBuilt(file: file)
        }
    }

    /// Runs the program to its end and returns what it said.
    ///
    /// - Parameters:
    ///   - environment: added to that of the tests; a nil value takes a variable away.
    ///   - prefix: a command to run the program by, such as `["taskset", "-c", "0"]`.
    ///   - timeLimit: after which a run counts as hanging and is killed.
    package func run(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String?] = [:], prefix: [String] = [],
        timeLimit: Duration = .seconds(60)
    ) async throws -> Run {
        let capture = try TemporaryFolder()
        let output = try capture.write("stdout", [])
        let errors = try capture.write("stderr", [])
        let environment = ProcessInfo.processInfo.environment.merging(
            environment.compactMapValues { $0 }, uniquingKeysWith: { $1 }
        ).filter { environment[$0.key] != .some(nil) }
        let end = try await Subprocess.run(
            prefix + [file.path(percentEncoded: false)] + arguments, in: folder, environment: environment,
            output: output,
            errors: errors, timeLimit: timeLimit)
        return Run(
            exitCode: end.exitCode, signal: end.signal, output: [UInt8](try Data(contentsOf: output)),
            errors: [UInt8](try Data(contentsOf: errors)))
    }
}

/// The tests run beside no program.
package struct NotBuilt: Error, CustomStringConvertible {
    let file: URL

    package var description: String { "there is no program at \(file.path): run `swift build` first" }
}
