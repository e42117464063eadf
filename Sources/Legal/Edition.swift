package import Diagnostics
package import Source

/// One version of a document (редакция): its front matter, and where its text stands.
package struct Edition: Sendable {
    package let version: EditionVersion
    /// The edition's own date.
    package let date: Day
    /// The first day on which it may be in force.
    package let effective: Day
    /// A sentence for readers.
    package let summary: String
    package let change: Change
    package let action: Action
    /// The words at the checkbox of a consent.
    package let label: String?
    /// Whether a draft means to be published as it is.
    package let isReady: Bool
    /// Rules that may stay unmet, each with its reason.
    package let waivers: [(rule: String, reason: String)]
    package let file: SourceFile
    /// The bytes of the file after the front matter.
    package let body: Range<Int>

    /// What the author says an edition changes.
    package enum Change: String, Sendable, CaseIterable {
        case edition, update, correction
    }

    /// What those who agreed to the edition before are asked.
    package enum Action: String, Sendable, CaseIterable {
        case none, notify, reconsent
    }

    /// Reads an edition out of its file, `2.0.md`. Nil where its front matter cannot be understood.
    package static func parse(_ file: SourceFile, fileName: String, _ diagnostics: inout [Diagnostic]) -> Edition? {
        guard let front = file.parseFrontMatter(&diagnostics) else { return nil }
        var fields = FieldReader(front.fields, of: file)
        let version = fields.parsed("version", required: true, expected: "a version such as \"2.0\"") {
            EditionVersion($0)
        }
        let date = fields.day("date", required: true)
        let effective = fields.day("effective", required: true)
        let summary = fields.text("summary", required: true)
        let change = fields.choice("change", of: Change.self)
        let action = fields.choice("action", of: Action.self)
        let label = fields.text("label")
        let isReady = fields.flag("ready")
        let waivers = fields.mapping("waive") { $0.texts() }
        if let version, "\(version.value).md" != fileName {
            fields.report(
                "version-mismatch", version.range, "version \(version.value) in a file named '\(fileName)'",
                hint: "name the file '\(version.value).md', or mend the version")
        }
        fields.finish()
        diagnostics += fields.diagnostics
        guard let version, let date, let effective, let summary else { return nil }
        return Edition(
            version: version.value, date: date.value, effective: effective.value, summary: summary.value,
            change: change?.value ?? .edition, action: action?.value ?? .notify, label: label?.value,
            isReady: isReady ?? false,
            waivers: waivers?.map { (rule: $0.key, reason: $0.value.value) } ?? [],
            file: file, body: front.body)
    }
}
