package import ArgumentParser
internal import Glibc

/// The command `edict`.
package struct Edict: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "edict",
        abstract: "Build a static site out of versioned legal documents and specialists' profiles.",
        discussion: """
            A project is a folder with `edict.yml`, the texts in `content/` and, where the look is to differ, `templates/`. \
            Edict finds it in the current folder or the nearest one above.

              edict check          tell everything that is wrong; writes nothing
              edict build          write the site into output/
              edict build --drafts the same with drafts, marked as such, under /drafts/

            What is wrong is printed as path:line:column, with the line and what to do.

            Exit codes: 0 fine; 1 something is wrong in the content; 2 wrong usage or configuration; 3 the machine failed \
            (a file could not be read or written).
            """,
        version: "0.1.0",
        subcommands: [
            Init.self, Build.self, Check.self, Draft.self, Publish.self, Withdraw.self, AddNote.self, Show.self,
            Prove.self, Diff.self, Status.self, Verify.self, Explain.self,
        ])

    package init() {}

    /// Runs the command that the process was started with, and ends the process.
    package static func run() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch {
            // Help and the version are asked for; everything else the parser throws is wrong usage.
            let isAsked = exitCode(for: error).isSuccess
            Terminal.write(fullMessage(for: error) + "\n", to: isAsked ? .output : .error)
            Glibc.exit(isAsked ? 0 : ExitCode.usage.rawValue)
        }
    }
}

extension ExitCode {
    /// There are diagnostics of severity error.
    static let findings = ExitCode(1)
    /// Wrong usage, or wrong configuration.
    static let usage = ExitCode(2)
    /// The machine failed.
    static let machine = ExitCode(3)
}
