internal import Diagnostics
internal import Legal
internal import Source
internal import Templates

/// `stamp-mismatch`: a version or a date that the text gives as its own differs from the front matter.
enum StampMismatch {
    /// How a line of the text begins that gives the edition's own version or date, in lower case.
    private static let stamps: [(words: String, field: String)] = [
        ("версия", "version"), ("version", "version"), ("редакция от", "date"), ("дата редакции", "date"),
        ("edition of", "date"), ("date of edition", "date"), ("дата вступления в силу", "effective"),
        ("effective date", "effective"), ("effective from", "effective"),
    ]

    static let rule = Rule(
        "stamp-mismatch", .error, "a version or a date in the text is not that of the edition",
        asks: """
            Where a line of the text gives the edition's own version, date or day of effect ("Версия: 2.0", "редакция от \
            1 февраля 2026 года", "Effective date: …"), it is that of the front matter.
            """,
        why: "A text that says it is another edition than the one that was published proves nothing in a dispute.",
        example: Rule.Example(
            before: "version: \"2.1\"\n…\nВерсия: 2.0", after: "version: \"2.1\"\n…\nВерсия: {{VERSION}}"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let (edition, file) = (reviewed.edition, reviewed.edition.file)
        let first = file.line(at: edition.body.lowerBound)
        guard first <= file.lineStarts.count else { return [] }
        return (first...file.lineStarts.count).compactMap { line in
            let range = file.range(ofLine: line)
            guard let (field, offset, typed) = stamp(in: file.bytes[range]),
                let expected = mismatch(typed, field, edition, reviewed.history)
            else { return nil }
            let start = range.lowerBound + offset
            return reviewed.finding(
                at: start..<start + typed.utf8.count, "'\(typed)' where the front matter says \(expected)",
                hint: "write {{\(placeholder(of: field))}}, which is always right")
        }
    }

    private static func placeholder(of field: String) -> String {
        switch field {
        case "version": "VERSION"
        case "date": "DATE"
        default: "EFFECTIVE_DATE"
        }
    }

    /// The version or date that a line gives, where it gives one.
    private static func stamp(in line: ArraySlice<UInt8>) -> (field: String, offset: Int, typed: String)? {
        guard line.count < 200 else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        let bare = text.drop { "(*_ ".contains($0) }
        let lowered = bare.lowercased()
        guard let (words, field) = stamps.first(where: { lowered.hasPrefix($0.words) }) else { return nil }
        let rest = bare.dropFirst(words.count)
        guard let next = rest.first, ": *_".contains(next) else { return nil }
        let value = rest.drop { ": *_".contains($0) }
        let typed = value.prefix { !")*_\n".contains($0) }
        let trimmed = typed.last == "." ? typed.dropLast() : typed
        guard !trimmed.isEmpty, trimmed.first?.isNumber ?? false else { return nil }
        return (field, text[..<value.startIndex].utf8.count, String(trimmed))
    }

    /// What the front matter says, where it differs.
    private static func mismatch(
        _ typed: String, _ field: String, _ edition: Edition, _ history: DocumentHistory
    ) -> String? {
        if field == "version" {
            guard let version = EditionVersion(typed), version != edition.version else { return nil }
            return edition.version.description
        }
        guard let expected = field == "date" ? edition.date : edition.effective, let day = WrittenDay.day(typed),
            day != expected
        else { return nil }
        return history.document.language.longDate(expected)
    }
}
