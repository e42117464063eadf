import Source
import Templates

@testable import Legal

/// Entries to fill a ledger with.
enum LedgerSample {
    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("'\(text)' is no day") }
        return day
    }

    static func version(_ text: String) -> EditionVersion {
        guard let version = EditionVersion(text) else { preconditionFailure("'\(text)' is no version") }
        return version
    }

    static func publication(
        _ version: EditionVersion, published: Day, effective: Day, recorded: Day? = nil, summary: String = "A summary.",
        values: [String: String] = [:], with: [String] = []
    ) -> Publication {
        Publication(
            document: "rules", version: version, date: min(published, effective), effective: effective,
            change: .edition, action: .notify, summary: summary, title: "Правила «A»", kind: .policy, language: .ru,
            published: published, recorded: recorded, source: Digest(of: Array("source".utf8)),
            text: Digest(of: Array(version.description.utf8)), label: nil, values: values, builtIn: [:],
            waivers: ["some-rule": "because"], with: with)
    }

    /// A publication, a remark, a withdrawal and another publication, with text of every kind in them.
    static let entries: [LedgerEntry] = [
        .publish(
            publication(
                version("1.0"), published: day("2026-01-20"), effective: day("2026-02-01"),
                recorded: day("2026-03-01"),
                summary: "Кавычки \" и \\, управляющие \u{1} \t \u{7F}, <разметка> & \u{2028}, 👍🏽.",
                values: ["EMAIL": "a@example.org", "B": ""], with: ["terms@1.0"])),
        .note(
            Note(
                document: "rules", version: version("1.0"), text: "e\u{301} is not \u{E9}",
                recorded: day("2026-03-02"))),
        .withdraw(
            Withdrawal(
                document: "rules", version: version("1.0"), from: day("2026-03-04"), reason: "Ошибка",
                recorded: day("2026-03-03"))),
        .publish(publication(version("1.1"), published: day("2026-03-03"), effective: day("2026-03-10"))),
    ]

    static var ledger: Ledger {
        var ledger = Ledger()
        for entry in entries { ledger.append(entry) }
        return ledger
    }
}
