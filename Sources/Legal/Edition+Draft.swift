internal import Diagnostics
package import Source

extension Edition {
    /// The file of a new draft with this edition's text: its dates and its summary are left open.
    package func draft(_ version: EditionVersion, path: String, text: [UInt8]? = nil) -> SourceFile? {
        var ignored: [Diagnostic] = []
        guard let front = file.parseFrontMatter(&ignored) else { return nil }
        let replaced = [
            "version": "\"\(version)\"", "date": Self.openDay, "effective": Self.openDay, "summary": Self.openSummary,
            "ready": "false", "change": Change.edition.rawValue, "action": Action.notify.rawValue,
        ]
        var bytes = file.bytes
        if let text { bytes.replaceSubrange(front.body, with: [UInt8(ascii: "\n")] + text) }
        let places = front.fields.entries.compactMap { key, value in
            replaced[key.text].map { (range: value.range, text: $0) }
        }
        for (range, text) in places.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(range, with: text.utf8)
        }
        return SourceFile(path: path, bytes: bytes)
    }

    /// The file of the first draft of a document.
    package static func firstDraft(_ version: EditionVersion, path: String, text: [UInt8]) -> SourceFile {
        let front = """
            ---
            version: "\(version)"
            date: \(openDay)
            effective: \(openDay)
            summary: \(openSummary)
            ---


            """
        return SourceFile(path: path, bytes: Array(front.utf8) + text)
    }

    /// The words of a summary that is still to be written.
    package static let openSummary = "unset"

    /// Whether somebody has written what it is about.
    package var hasSummary: Bool { summary != Self.openSummary }
}
