internal import ArgumentParser
internal import Diagnostics
internal import Legal
internal import Project
internal import Source

extension ProjectOptions {
    /// The project, with a ledger that is sound and may be extended on the day.
    func loadToAppend(_ reporter: Reporter) async throws -> (project: Project, day: Day) {
        let (project, day) = try await load(reporter, readsLegal: true)
        // What extends the ledger takes a half-written last line out.
        try await reporter.requireSound(project, but: ["ledger-torn"])
        if let last = project.ledger.lastDay, day < last {
            throw reporter.finding(
                "\(day) is before \(last), the day of the ledger's last line: what was true on a day stays so. "
                    + "If that day was a mistake that nobody else has yet, take its commit back with Git")
        }
        return (project, day)
    }
}

extension Reporter {
    /// Ends the command where the ledger or a published edition is not what it was.
    func requireSound(_ project: Project, but ignored: Set<String> = []) async throws {
        let faults = await project.faults().filter { !ignored.contains($0.rule) }
        if !faults.isEmpty { try report(faults, to: .error) }
    }

    /// Appends to the ledger, and tells its new head.
    ///
    /// - Parameter files: files of drafts that change with it.
    func append(_ entries: [LedgerEntry], replacing files: [SourceFile] = [], to project: Project) throws {
        let outcome: Project.AppendOutcome
        do {
            outcome = try project.append(entries, replacing: files)
        } catch {
            throw machine(error)
        }
        switch outcome {
        case .appended(let ledger):
            if !project.ledger.tornTail.isEmpty { say("took out the half-written last line of the ledger") }
            say("ledger head \(ledger.head)")
        case .overtaken:
            throw finding("the ledger was extended by somebody else meanwhile: nothing was written; try again")
        }
    }

    /// A text for readers that was given on the command line: one line, of which every character can be seen.
    func readable(_ text: String, of option: String) throws -> String {
        guard !text.allSatisfy(\.isWhitespace) else { throw usage("\(option) is empty") }
        guard !text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
            throw usage("\(option) has several lines: write one")
        }
        guard !text.unicodeScalars.contains("\u{FFFD}") else { throw usage("\(option) is not UTF-8") }
        let findings = SourceFile(path: option, bytes: Array(text.utf8)).characterDiagnostics()
        guard findings.isEmpty else {
            try? report(findings, to: .error)
            throw ExitCode.usage
        }
        return text
    }
}
