package import Diagnostics
package import Source

/// One version of a document (редакция): its front matter, and where its text stands.
package struct Edition: Sendable {
    package let version: EditionVersion
    /// The edition's own date; nil while a draft leaves it open.
    package let date: Day?
    /// The first day on which it may be in force; nil while a draft leaves it open.
    package let effective: Day?
    /// A sentence for readers.
    package let summary: String
    package let change: Change
    package let action: Action
    /// The words at the checkbox of a consent.
    package let label: String?
    /// Whether a draft means to be published as it is.
    package let isReady: Bool
    /// Rules that may stay unmet, each with its reason.
    package let waivers: [Waiver]
    package let file: SourceFile
    /// The bytes of the file after the front matter.
    package let body: Range<Int>

    /// A rule that may stay unmet.
    package struct Waiver: Sendable {
        package let rule: String
        package let reason: String
        /// The place of the rule's name.
        package let location: Location
    }

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
        let date = fields.openDay("date")
        let effective = fields.openDay("effective")
        let summary = fields.text("summary", required: true)
        let change = fields.choice("change", of: Change.self)
        let action = fields.choice("action", of: Action.self)
        let label = fields.text("label")
        let isReady = fields.flag("ready")
        let waivers = fields.mapping("waive") { $0.texts(expecting: "a reason") }
        if let version, "\(version.value).md" != fileName {
            fields.report(
                "version-mismatch", version.range, "version \(version.value) in a file named '\(fileName)'",
                hint: "name the file '\(version.value).md', or mend the version")
        }
        fields.finish()
        diagnostics += fields.diagnostics
        guard let version, let date, let effective, let summary else { return nil }
        return Edition(
            version: version.value, date: date.day, effective: effective.day, summary: summary.value,
            change: change?.value ?? .edition, action: action?.value ?? .notify, label: label?.value,
            isReady: isReady ?? false,
            waivers: waivers?.map { rule, reason in
                Waiver(rule: rule.value, reason: reason.value, location: file.location(of: rule.range))
            } ?? [],
            file: file, body: front.body)
    }
}

extension Edition {
    /// The words of a date that a draft leaves open.
    package static let openDay = "unset"

    /// The place of a field of the front matter; the beginning of the file where it has none.
    package func location(of field: String) -> Location {
        var ignored: [Diagnostic] = []
        let entry = file.parseFrontMatter(&ignored)?.fields.entries.first { $0.key.text == field }
        return entry.map { file.location(of: $0.value.range) } ?? file.location(at: 0)
    }

    /// The edition with its text mended; what a mend would do to the front matter is left out.
    func mending(_ mends: [Mend]) -> Edition {
        var ignored: [Diagnostic] = []
        let mended = file.applying(mends.filter { body.contains($0.range.lowerBound) })
        return Edition.parse(mended, fileName: "\(version).md", &ignored) ?? self
    }

    /// The file with its dates filled in; nil where its front matter cannot be read.
    package func settingDates(date: Day, effective: Day) -> SourceFile? {
        var ignored: [Diagnostic] = []
        guard let fields = file.parseFrontMatter(&ignored)?.fields else { return nil }
        let days = ["date": date, "effective": effective]
        var bytes = file.bytes
        let places = fields.entries.compactMap { key, value in days[key.text].map { (range: value.range, day: $0) } }
        for (range, day) in places.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(range, with: day.description.utf8)
        }
        return SourceFile(path: file.path, bytes: bytes)
    }
}

/// A date in the front matter of an edition: a day, or open.
private struct OpenDay: Sendable {
    let day: Day?
}

extension FieldReader {
    fileprivate mutating func openDay(_ key: String) -> OpenDay? {
        parsed(
            key, required: true, expected: "a day such as 2026-02-01, or `unset` in a draft", hint: Day.hint(for:)
        ) { text in
            if text == Edition.openDay { return OpenDay(day: nil) }
            return Day(text).map { OpenDay(day: $0) }
        }?.value
    }
}
