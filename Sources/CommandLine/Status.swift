internal import ArgumentParser
internal import Diagnostics
internal import JSON
internal import Legal
internal import Project
internal import Source

/// `edict status`.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell what is in force, what comes, what is a draft; what changes next, and when.")

    @OptionGroup var options: ProjectOptions

    @Option(help: "How to print it: text or json.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() async throws {
        let reporter = options.reporter()
        let (project, day) = try await options.load(reporter, readsLegal: true)
        try reporter.failing(
            on: project.diagnostics.filter { $0.rule.hasPrefix("ledger-") } + project.missingLedger(on: day))
        let rows = project.documents.map { DocumentStatus($0, project.values, on: day) }
        let next = ComingChange.next(rows, project.profiles, after: day)
        switch format {
        case .json: Terminal.write(String(decoding: json(rows, day, next).prettyBytes(), as: UTF8.self), to: .output)
        case .text: Terminal.write(text(rows, project, day, next), to: .output)
        }
    }

    private func text(_ rows: [DocumentStatus], _ project: Project, _ day: Day, _ next: ComingChange?) -> String {
        var table = TextTable(["document", "in force", "since", "upcoming", "from", "notice left", "drafts"])
        for row in rows {
            table.add([
                row.document, row.inForce?.version.description ?? "none", row.inForce?.from.description ?? "",
                row.upcoming.map(\.version.description).joined(separator: ", "),
                row.upcoming.map(\.start.description).joined(separator: ", "),
                row.upcoming.map { Self.days(DocumentStatus.daysLeft(until: $0, on: day)) }.joined(separator: ", "),
                row.drafts.map(\.description).joined(separator: ", "),
            ])
        }
        var text = "as of \(day)\n\n" + table.text
        if let last = project.ledger.lastDay, last > day {
            text += "\nthe ledger has a line of \(last), which is after this day: nothing can be written before it"
        }
        for row in rows where !row.changedValues.isEmpty {
            text += "\n\(row.document) would change if published now: \(row.changedValues.joined(separator: ", "))"
        }
        if let next {
            text += "\nnext build needed on \(next.day): \(next.changes.joined(separator: "; "))"
        } else {
            text += "\nno change is known to come"
        }
        return text + "\n"
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

    private func json(_ rows: [DocumentStatus], _ day: Day, _ next: ComingChange?) -> JSON {
        [
            "as_of": .string(day.description),
            "next_build": next.map { .string($0.day.description) } ?? .null,
            "next_changes": .array((next?.changes ?? []).map(JSON.string)),
            "documents": .array(
                rows.map { row in
                    [
                        "document": .string(row.document),
                        "in_force": row.inForce.map {
                            ["version": .string($0.version.description), "since": .string($0.from.description)]
                        } ?? .null,
                        "upcoming": .array(
                            row.upcoming.map {
                                [
                                    "version": .string($0.version.description), "from": .string($0.start.description),
                                    "notice_days_left": .integer(DocumentStatus.daysLeft(until: $0, on: day)),
                                ]
                            }),
                        "drafts": .array(row.drafts.map { .string($0.description) }),
                        "changed_values": .array(row.changedValues.map(JSON.string)),
                    ]
                }),
        ]
    }
}
