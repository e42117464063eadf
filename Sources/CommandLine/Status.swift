internal import ArgumentParser
internal import Diagnostics
internal import JSON
internal import Legal
internal import Pages
internal import Project
internal import Source

/// `edict status`.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what is in force, what comes, what is a draft; what changes next, and when.")

    @OptionGroup var options: ProjectOptions

    @Option(help: "How to print it: text or json.")
    var format: Reporter.Format = .text

    func run() async throws {
        let reporter = options.reporter(format)
        let (project, day) = try await options.load(reporter)
        try reporter.failing(on: project.diagnostics.filter { $0.rule.hasPrefix("ledger-") })
        let rows = project.documents.map { DocumentStatus($0, project.values, on: day) }
        let next = rows.compactMap(\.nextChange).min { $0.day < $1.day }
        switch format {
        case .json: Terminal.write(String(decoding: json(rows, day, next).prettyBytes(), as: UTF8.self), to: .output)
        case .text: Terminal.write(text(rows, day, next), to: .output)
        }
    }

    private func text(_ rows: [DocumentStatus], _ day: Day, _ next: DocumentStatus.Change?) -> String {
        var table = TextTable(["document", "in force", "since", "upcoming", "from", "notice", "drafts"])
        for row in rows {
            table.add([
                row.document, row.inForce?.version.description ?? "none", row.inForce?.from.description ?? "",
                row.upcoming.map(\.version.description).joined(separator: ", "),
                row.upcoming.map(\.start.description).joined(separator: ", "),
                row.upcoming.first.map { "\(day.days(until: $0.start)) days" } ?? "",
                row.drafts.map(\.description).joined(separator: ", "),
            ])
        }
        var text = "as of \(day)\n\n" + table.text
        for row in rows where !row.changedValues.isEmpty {
            text += "\n\(row.document) would change if published now: \(row.changedValues.joined(separator: ", "))"
        }
        if let next {
            text +=
                "\nnext build needed on \(next.day): \(next.document) \(next.version.map { "\($0) takes effect" } ?? "loses its edition in force")"
        } else {
            text += "\nno change is known to come"
        }
        return text + "\n"
    }

    private func json(_ rows: [DocumentStatus], _ day: Day, _ next: DocumentStatus.Change?) -> JSON {
        [
            "as_of": .string(day.description),
            "next_build": next.map { .string($0.day.description) } ?? .null,
            "documents": .array(
                rows.map { row in
                    [
                        "document": .string(row.document),
                        "in_force": row.inForce.map {
                            ["version": .string($0.version.description), "since": .string($0.from.description)]
                        } ?? .null,
                        "upcoming": .array(
                            row.upcoming.map {
                                ["version": .string($0.version.description), "from": .string($0.start.description)]
                            }),
                        "drafts": .array(row.drafts.map { .string($0.description) }),
                        "changed_values": .array(row.changedValues.map(JSON.string)),
                    ]
                }),
        ]
    }
}

/// What is to be said of one document on a day.
private struct DocumentStatus {
    struct Change {
        let day: Day
        let document: String
        /// What is in force then; nil for none.
        let version: EditionVersion?
    }

    let document: String
    let inForce: Period?
    let upcoming: [Publication]
    let drafts: [EditionVersion]
    /// The names of values that read otherwise now than in the latest published edition.
    let changedValues: [String]
    let nextChange: Change?

    init(_ history: DocumentHistory, _ values: Values, on day: Day) {
        document = history.document.id
        let periods = history.periods(knownOn: day)
        inForce = periods.last { $0.from <= day && $0.until.map { day < $0 } ?? true }
        upcoming = history.publications.filter {
            $0.published <= day && history.status(of: $0.version, on: day) == .upcoming
        }
        drafts = history.drafts.map(\.version)
        let latest = history.publications.last { $0.published <= day }
        changedValues = (latest?.values ?? [:]).filter { values.texts[$0.key] != $0.value }.map(\.key).sorted()
        let days = periods.flatMap { [$0.from, $0.until].compactMap(\.self) }.filter { $0 > day }
        nextChange = days.min().map { next in
            Change(day: next, document: history.document.id, version: periods.first { $0.from == next }?.version)
        }
    }
}

/// Columns of text, as wide as what is in them.
private struct TextTable {
    private var rows: [[String]]

    init(_ heading: [String]) {
        rows = [heading]
    }

    mutating func add(_ row: [String]) {
        rows.append(row)
    }

    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.unicodeScalars.count)
            }
            var line = cells.joined(separator: "  ")[...]
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
