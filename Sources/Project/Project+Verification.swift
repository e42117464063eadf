package import Diagnostics
package import Legal
package import Source

extension Project {
    /// What speaks against the ledger, and against the files of everything that was ever published. Nothing is rendered but the
    /// plain text of each edition.
    package func faults() async -> [Diagnostic] {
        let published = documents.flatMap { history in
            history.publications.compactMap { history.published($0) }
        }
        return diagnostics.filter { Self.faultRules.contains($0.rule) } + (await Self.faults(of: published))
    }

    /// What is not as it was published.
    package static func faults(of editions: [PublishedEdition]) async -> [Diagnostic] {
        await editions.mapOnAllCores { $0.verify() }.flatMap(\.self)
    }

    /// A warning where nothing is in the ledger, and drafts are there whose day has come: a ledger that was lost looks so.
    package func missingLedger(on day: Day) -> [Diagnostic] {
        guard ledger.lines.isEmpty, !diagnostics.contains(where: { Self.faultRules.contains($0.rule) }) else {
            return []
        }
        let names = documents.flatMap { history in
            history.drafts.filter { $0.effective.map { $0 <= day } ?? false }.map {
                "\(history.document.id)@\($0.version)"
            }
        }
        guard let first = names.first else { return [] }
        let others = names.count == 1 ? "" : " and \(names.count - 1) more"
        return [
            Diagnostic(
                .warning, "missing-ledger", at: Location(path: Ledger.path),
                "nothing is published, and the day of \(first)\(others) has come: was the ledger lost?",
                hint: "restore it from version control, or publish the edition")
        ]
    }

    private static let faultRules: Set = [
        "ledger-chain", "ledger-torn", "missing-edition", "missing-document", "source-changed",
    ]
}
