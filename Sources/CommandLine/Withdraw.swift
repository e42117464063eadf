internal import ArgumentParser
internal import Legal
internal import Project
internal import Source

/// `edict withdraw`.
struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take the force from a published edition, from a day on.",
        discussion: "The edition keeps its address and its text; the page says that it was withdrawn, and why.")

    @Argument(help: ArgumentHelp("The edition, such as privacy@2.1.", valueName: "edition"))
    var edition: EditionName

    @Option(
        name: .customLong("from"), help: ArgumentHelp("The first day without it: today or later.", valueName: "day"))
    var start: Day

    @Option(help: ArgumentHelp("Why, in the document's language.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Tell what would happen and write nothing.")
    var dryRun = false

    func run() async throws {
        let reporter = options.reporter()
        let reason = try reporter.readable(reason, of: "--reason")
        let (project, day) = try await options.loadToAppend(reporter)
        let (history, _) = try reporter.published(edition, in: project, by: day)
        guard start >= day else {
            throw reporter.finding("--from \(start) is before \(day): what was in force on a day stays so")
        }
        if let earlier = history.withdrawal(of: edition.version, knownOn: day), earlier.from <= start {
            throw reporter.finding("\(edition) is withdrawn already, from \(earlier.from)")
        }
        let entry = LedgerEntry.withdraw(
            Withdrawal(document: edition.document, version: edition.version, from: start, reason: reason, recorded: day)
        )
        reporter.say("\(edition) is withdrawn from \(start)")
        reporter.say("  in force then   \(inForce(by: history.adding(entry), knownOn: day))")
        reporter.say("  reason          \(reason)")
        if dryRun { return reporter.say("nothing was written") }
        try reporter.append([entry], to: project)
    }

    /// `2.0, in force since 2026-02-01`.
    private func inForce(by history: DocumentHistory, knownOn day: Day) -> String {
        let periods = history.periods(knownOn: day)
        if let period = periods.first(where: { $0.contains(start) }) {
            return period.from == start ? "\(period.version), again" : "\(period.version), since \(period.from)"
        }
        return "none" + (periods.first { $0.from > start }.map { "; \($0.version) from \($0.from)" } ?? "")
    }
}
