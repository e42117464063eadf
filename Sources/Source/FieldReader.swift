package import Diagnostics

/// A value with the bytes of the file it was read from.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let range: Range<Int>

    package init(_ value: Value, _ range: Range<Int>) {
        self.value = value
        self.range = range
    }
}

/// Takes typed fields out of a YAML mapping. Whatever is missing, malformed or unknown becomes a diagnostic at its place
/// that says what was expected.
package struct FieldReader {
    package let file: SourceFile
    package private(set) var diagnostics: [Diagnostic] = []
    private let mapping: YAML.Mapping
    /// As bytes: to String two spellings of a letter are one.
    private var known: Set<[UInt8]> = []

    package init(_ mapping: YAML.Mapping, of file: SourceFile) {
        self.mapping = mapping
        self.file = file
    }

    /// Where the mapping begins: the place of what is missing in it.
    package var location: Location { file.location(at: mapping.range.lowerBound) }

    // MARK: Scalars

    /// Text that is not empty.
    package mutating func text(_ key: String, required: Bool = false) -> Located<String>? {
        parsed(key, required: required, expected: "text") { $0 }
    }

    /// `true` or `false`.
    package mutating func flag(_ key: String) -> Bool? {
        parsed(key, expected: "`true` or `false`") { ["true": true, "false": false][$0] }?.value
    }

    /// A day of the calendar.
    package mutating func day(_ key: String, required: Bool = false) -> Located<Day>? {
        parsed(key, required: required, expected: "a day such as 2026-02-01") { Day($0) }
    }

    /// A whole number in a range.
    package mutating func integer(_ key: String, in range: ClosedRange<Int>, required: Bool = false) -> Located<Int>? {
        parsed(key, required: required, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            text in
            guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                text == "0" || text.utf8.first != UInt8(ascii: "0")
            else { return nil }
            return Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// One of the cases of an enumeration.
    package mutating func choice<Choice: CaseIterable & RawRepresentable & Sendable>(
        _ key: String, of _: Choice.Type, required: Bool = false
    ) -> Located<Choice>? where Choice.RawValue == String {
        parsed(key, required: required, expected: Self.oneOf(Choice.self)) { Choice(rawValue: $0) }
    }

    /// Text that `parse` understands; `expected` says what that is.
    package mutating func parsed<Value: Sendable>(
        _ key: String, required: Bool = false, expected: String, _ parse: (String) -> Value?
    ) -> Located<Value>? {
        guard let value = value(key, required: required) else { return nil }
        return parsed(value, named: key, expected: expected, parse)
    }

    // MARK: Lists

    /// A list of texts; absent is empty.
    package mutating func list(_ key: String) -> [Located<String>] {
        list(key, expected: "text") { $0 }
    }

    /// A list of cases of an enumeration; absent is empty.
    package mutating func choices<Choice: CaseIterable & RawRepresentable & Sendable>(
        _ key: String, of _: Choice.Type
    ) -> [Located<Choice>] where Choice.RawValue == String {
        list(key, expected: Self.oneOf(Choice.self)) { Choice(rawValue: $0) }
    }

    /// A list of texts that `parse` understands; absent is empty.
    package mutating func list<Value: Sendable>(
        _ key: String, expected: String, _ parse: (String) -> Value?
    ) -> [Located<Value>] {
        values(key).compactMap { parsed($0, named: key, expected: expected, parse) }
    }

    /// Reads each mapping of a list with `read`; absent is empty.
    package mutating func each<Value>(_ key: String, _ read: (inout FieldReader) -> Value?) -> [Value] {
        values(key).compactMap { nested($0, named: key, read) }
    }

    /// Reads the mapping of a field with `read`.
    package mutating func mapping<Value>(_ key: String, _ read: (inout FieldReader) -> Value?) -> Value? {
        value(key, required: false).flatMap { nested($0, named: key, read) }
    }

    /// All fields of a mapping whose keys are not known beforehand, each a text.
    package mutating func texts() -> [(key: Located<String>, value: Located<String>)] {
        mapping.entries.compactMap { entry in
            let key = Located(entry.key.text, entry.key.range)
            known.insert(Array(key.value.utf8))
            return parsed(entry.value, named: key.value, expected: "text") { $0 }.map { (key, $0) }
        }
    }

    // MARK: The end

    /// Reports every field that nobody asked for.
    package mutating func finish() {
        let unknown = mapping.entries.filter { !known.contains(Array($0.key.text.utf8)) }
        guard !unknown.isEmpty else { return }
        let names = known.map { String(decoding: $0, as: UTF8.self) }.sorted()
        for (key, _) in unknown {
            report(
                "unknown-field", key.range, "unknown field '\(key.text)'",
                hint: suggestion(for: key.text, in: names) ?? "known here: \(names.joined(separator: ", "))")
        }
    }

    /// Adds an error at a place in the file.
    package mutating func report(_ rule: String, _ range: Range<Int>, _ message: String, hint: String? = nil) {
        diagnostics.append(Diagnostic(.error, rule, at: file.location(of: range), message, hint: hint))
    }

    // MARK: -

    private mutating func value(_ key: String, required: Bool) -> YAML? {
        known.insert(Array(key.utf8))
        if let entry = mapping.entries.first(where: { $0.key.text.utf8.elementsEqual(key.utf8) }) {
            if case .scalar(let scalar) = entry.value, scalar.text.isEmpty, !scalar.isQuoted {
                report("empty-field", entry.key.range, "'\(key)' has no value")
                return nil
            }
            return entry.value
        }
        if required {
            diagnostics.append(Diagnostic(.error, "missing-field", at: location, "'\(key)' is missing"))
        }
        return nil
    }

    private mutating func values(_ key: String) -> [YAML] {
        switch value(key, required: false) {
        case .sequence(let values, _)?: return values
        case let other?:
            report("invalid-field", other.range, "\(other.kind) where '\(key)' expects a list")
            return []
        case nil: return []
        }
    }

    private mutating func parsed<Value: Sendable>(
        _ yaml: YAML, named key: String, expected: String, _ parse: (String) -> Value?
    ) -> Located<Value>? {
        guard case .scalar(let scalar) = yaml else {
            report("invalid-field", yaml.range, "\(yaml.kind) where '\(key)' expects \(expected)")
            return nil
        }
        guard !scalar.text.allSatisfy(\.isWhitespace) else {
            report("empty-field", scalar.range, "'\(key)' is empty where \(expected) is expected")
            return nil
        }
        guard let value = parse(scalar.text) else {
            report("invalid-field", scalar.range, "'\(scalar.text)' where '\(key)' expects \(expected)")
            return nil
        }
        return Located(value, scalar.range)
    }

    private mutating func nested<Value>(
        _ yaml: YAML, named key: String, _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        guard case .mapping(let mapping) = yaml else {
            report("invalid-field", yaml.range, "\(yaml.kind) where '\(key)' expects fields")
            return nil
        }
        var reader = FieldReader(mapping, of: file)
        let value = read(&reader)
        reader.finish()
        diagnostics += reader.diagnostics
        return value
    }

    private static func oneOf<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> String
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
