package import Foundation
internal import Glibc

/// Runs a command to its end. Foundation's `Process` waits by a run loop of the thread it was started on, and among tests that
/// share threads it can wait for ever; this one asks the system, now and then.
package enum Subprocess {
    /// - Parameters:
    ///   - command: its name, looked for in `PATH`, and its arguments.
    ///   - environment: all of it.
    /// - Returns: the exit code, or the signal that ended the command.
    package static func run(
        _ command: [String], in folder: URL? = nil, environment: [String: String], input: URL? = nil, output: URL,
        errors: URL?,
        timeLimit: Duration
    ) async throws -> (exitCode: Int32?, signal: Int32?) {
        let place = folder.map { ["--chdir", $0.path(percentEncoded: false)] } ?? []
        let process = try spawn(
            ["/usr/bin/env"] + place + command, environment, input: input, output: output, errors: errors)
        let clock = ContinuousClock()
        let deadline = clock.now + timeLimit
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            if clock.now > deadline { kill(process, SIGKILL) }
            try? await Task.sleep(for: .milliseconds(2))
        }
        let signal = status & 0x7F
        return signal == 0 ? ((status >> 8) & 0xFF, nil) : (nil, signal)
    }

    private static func spawn(
        _ command: [String], _ environment: [String: String], input: URL?, output: URL, errors: URL?
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let path = { (url: URL) in url.path(percentEncoded: false) }
        posix_spawn_file_actions_addopen(&actions, 0, input.map(path) ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, path(output), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        if let errors {
            posix_spawn_file_actions_addopen(&actions, 2, path(errors), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        }
        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, command[0], &actions, nil, &arguments, &variables)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        return process
    }
}
