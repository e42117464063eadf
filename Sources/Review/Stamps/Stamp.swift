internal import Legal
internal import Source

/// A line of the text that gives the edition's own version, date or day of effect: "Версия: 2.0", "(редакция от {{DATE}})".
struct Stamp {
    enum Field: String {
        case version, date, effective

        /// The placeholder that always says it rightly.
        var placeholder: String {
            switch self {
            case .version: "VERSION"
            case .date: "DATE"
            case .effective: "EFFECTIVE_DATE"
            }
        }

        var words: String {
            switch self {
            case .version: "the version"
            case .date: "the date of the edition"
            case .effective: "the day of effect"
            }
        }
    }

    let field: Field
    /// What is given, as it is typed.
    let typed: String
    /// Its bytes in the file.
    let range: Range<Int>

    /// How such a line begins, in lower case.
    private static let beginnings: [(words: String, field: Field)] = [
        ("версия", .version), ("номер версии", .version), ("version", .version), ("редакция от", .date),
        ("дата редакции", .date), ("дата последнего обновления", .date), ("последнее обновление", .date),
        ("edition of", .date), ("date of edition", .date), ("last updated", .date), ("last revised", .date),
        ("дата вступления в силу", .effective), ("effective date", .effective), ("effective from", .effective),
    ]
    private static let longestLine = 200

    /// The stamps of an edition's text, in order. Linear.
    static func all(in edition: Edition) -> [Stamp] {
        let file = edition.file
        let first = file.line(at: edition.body.lowerBound)
        guard first <= file.lineStarts.count else { return [] }
        return (first...file.lineStarts.count).compactMap { stamp(in: file.range(ofLine: $0), of: file) }
    }

    private static func stamp(in line: Range<Int>, of file: SourceFile) -> Stamp? {
        guard line.count < longestLine else { return nil }
        let text = String(decoding: file.bytes[line], as: UTF8.self)
        let bare = text.drop { "(*_ ".contains($0) }
        let lowered = bare.lowercased()
        guard let (words, field) = beginnings.first(where: { lowered.hasPrefix($0.words) }) else { return nil }
        let rest = bare.dropFirst(words.count)
        guard let next = rest.first, ": *_".contains(next) else { return nil }
        let value = rest.drop { ": *_".contains($0) }
        let isPlaceholder = value.hasPrefix("{{")
        let typed = value.prefix { !(isPlaceholder ? ")*\n" : ")*_\n").contains($0) }
        let trimmed = typed.last == "." ? typed.dropLast() : typed
        guard let start = trimmed.first, start.isNumber || isPlaceholder || start.isLetter && field != .version else {
            return nil
        }
        let offset = line.lowerBound + text[..<value.startIndex].utf8.count
        return Stamp(field: field, typed: String(trimmed), range: offset..<offset + trimmed.utf8.count)
    }
}
