internal import Diagnostics
internal import Source

/// Turns the cells of a row into what a profile's front matter would hold.
struct RowReader {
    private typealias Entry = (key: YAML.Scalar, value: YAML)

    let table: CSV
    private(set) var text: SourceFile?
    private(set) var diagnostics: [Diagnostic] = []
    private var entries: [Entry] = []
    private var consent: [Entry] = []

    init(table: CSV) {
        self.table = table
    }

    func mapping(_ range: Range<Int>) -> YAML.Mapping {
        let consent = consent.isEmpty ? [] : [entry("publication_consent", mapping(of: consent))]
        return YAML.Mapping(entries: entries + consent, range: range)
    }

    mutating func take(_ cell: CSV.Cell, as column: ProfileTable.Column?) {
        let content = CellText(table, cell)
        guard let column, !content.isBlank else { return }
        if content.isFormula {
            report(
                content, content.all, "formula", "a formula where a value is expected", "export values, not formulas")
            return
        }
        switch column {
        case .slug: break
        case .text: text = content.file
        case .consent(let inner): consent += value(content, inner).map { [$0] } ?? []
        default: entries += value(content, column).map { [$0] } ?? []
        }
    }

    private mutating func value(_ content: CellText, _ column: ProfileTable.Column) -> Entry? {
        switch column {
        case .scalar(let key): entry(key, content.scalar(content.all))
        case .list(let key):
            entry(key, .sequence(content.entries.map { content.scalar($0) }, content.range(content.all)))
        case .entries(let key, let parts, let required):
            entry(
                key,
                .sequence(
                    content.entries.compactMap { mapping(content, $0, named: key, parts, required) },
                    content.range(content.all)))
        case .schedule:
            entry(
                "schedule",
                .sequence(content.entries.compactMap { hours(content, $0) }, content.range(content.all)))
        case .slug, .text, .consent: nil
        }
    }

    /// `Консультация | 50 | 5000`.
    private mutating func mapping(
        _ content: CellText, _ range: Range<Int>, named key: String, _ names: [String], _ required: Int
    ) -> YAML? {
        let parts = content.split(range, at: "|")
        guard (required...names.count).contains(parts.count) else {
            let form = names.enumerated().map { $0 < required ? $1 : "[\($1)]" }.joined(separator: " | ")
            report(
                content, range, "invalid-field",
                "\(parts.count) part\(parts.count == 1 ? "" : "s") where '\(key)' expects entries such as `\(form)`",
                "entries are apart by `;`")
            return nil
        }
        let values = zip(names, parts).filter { !$0.1.isEmpty }.map { entry($0, content.scalar($1)) }
        return .mapping(YAML.Mapping(entries: values, range: content.range(range)))
    }

    /// `mon 10:00-18:00`.
    private mutating func hours(_ content: CellText, _ range: Range<Int>) -> YAML? {
        let parts = content.split(range, at: " ").filter { !$0.isEmpty }
        let times = parts.count == 2 ? content.split(parts[1], at: "-") : []
        let typeset = parts.count == 2 && times.count != 2 ? content.split(parts[1], at: "–") : times
        guard typeset.count == 2, !typeset.contains(where: \.isEmpty) else {
            report(
                content, range, "invalid-field",
                "'\(content.string(range))' where 'schedule' expects entries such as `mon 10:00-18:00`",
                "entries are apart by `;`")
            return nil
        }
        let values = zip(["day", "from", "to"], [parts[0]] + typeset).map { entry($0, content.scalar($1)) }
        return .mapping(YAML.Mapping(entries: values, range: content.range(range)))
    }

    private func entry(_ key: String, _ value: YAML) -> Entry {
        (YAML.Scalar(text: key, isQuoted: true, range: value.range), value)
    }

    private func mapping(of entries: [Entry]) -> YAML {
        .mapping(YAML.Mapping(entries: entries, range: entries.first?.value.range ?? 0..<0))
    }

    private mutating func report(
        _ content: CellText, _ range: Range<Int>, _ rule: String, _ message: String, _ hint: String
    ) {
        diagnostics.append(
            Diagnostic(.error, rule, at: content.file.location(of: range), message, hint: hint))
    }
}

/// What a cell says, in parts.
private struct CellText {
    /// What spreadsheets show where a formula failed.
    private static let failures: Set = [
        "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#ССЫЛКА!", "#ИМЯ?", "#ЗНАЧ!", "#ДЕЛ/0!",
        "#Н/Д", "#ЧИСЛО!", "#ПУСТО!",
    ]

    private let content: CSV.Content
    var file: SourceFile { content.text }

    init(_ table: CSV, _ cell: CSV.Cell) {
        content = table.content(of: cell)
    }

    /// All of it, without white space around it.
    var all: Range<Int> { trimmed(0..<file.bytes.count) }
    var isBlank: Bool { all.isEmpty }
    var isFormula: Bool { file.bytes[all].first == UInt8(ascii: "=") || Self.failures.contains(string(all)) }

    /// The parts between `;` and line ends that are not blank.
    var entries: [Range<Int>] {
        split(all) { ";\n\r".utf8.contains($0) }.filter { !$0.isEmpty }
    }

    func string(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }

    /// The same bytes in the table's file.
    func range(_ range: Range<Int>) -> Range<Int> { content.range(of: range) }

    func scalar(_ range: Range<Int>) -> YAML {
        .scalar(YAML.Scalar(text: string(range), isQuoted: true, range: content.range(of: range)))
    }

    /// The parts between separators, without white space around them.
    func split(_ range: Range<Int>, at separator: String) -> [Range<Int>] {
        let separator = Array(separator.utf8)
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            if file.bytes[offset..<range.upperBound].starts(with: separator) {
                parts.append(trimmed(start..<offset))
                offset += separator.count
                start = offset
            } else {
                offset += 1
            }
        }
        return parts + [trimmed(start..<range.upperBound)]
    }

    private func split(_ range: Range<Int>, where isSeparator: (UInt8) -> Bool) -> [Range<Int>] {
        file.bytes[range].split(omittingEmptySubsequences: true, whereSeparator: isSeparator).map {
            trimmed($0.startIndex..<$0.endIndex)
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let isSpace = { (byte: UInt8) in " \t\r\n".utf8.contains(byte) }
        var range = range
        while let first = file.bytes[range].first, isSpace(first) { range = range.lowerBound + 1..<range.upperBound }
        while let last = file.bytes[range].last, isSpace(last) { range = range.lowerBound..<range.upperBound - 1 }
        return range
    }
}
