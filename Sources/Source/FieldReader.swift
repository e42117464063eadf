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
    /// Which of the mapping's entries were asked for, and all that was asked for.
    private var isKnown: [Bool]
    private var asked: [String] = []

    package init(_ mapping: YAML.Mapping, of file: SourceFile) {
        self.mapping = mapping
        self.file = file
        isKnown = Array(repeating: false, count: mapping.entries.count)
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
        parsed(
            key, expected: "`true` or `false`",
            hint: { text in
                // As spreadsheets write them.
                let spellings = ["TRUE": "true", "FALSE": "false", "ИСТИНА": "true", "ЛОЖЬ": "false"]
                return spellings[text.uppercased()].map { "write \($0)" }
            }
        ) { $0 == "true" ? true : $0 == "false" ? false : nil }?.value
    }

    /// A day of the calendar.
    package mutating func day(_ key: String, required: Bool = false) -> Located<Day>? {
        parsed(
            key, required: required, expected: "a day such as 2026-02-01",
            hint: Day.hint(for:)
        ) { Day($0) }
    }

    /// A whole number in a range.
    package mutating func integer(_ key: String, in range: ClosedRange<Int>, required: Bool = false) -> Located<Int>? {
        func parse(_ text: String) -> Int? {
            guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                text == "0" || text.utf8.first != UInt8(ascii: "0")
            else { return nil }
            return Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
        return parsed(
            key, required: required, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            hint: { text in
                let digits = text.unicodeScalars.filter { !$0.properties.isWhitespace }
                return parse(String(String.UnicodeScalarView(digits))).map { "write \($0)" }
            }, parse)
    }

    /// One of the cases of an enumeration.
    package mutating func choice<Choice: CaseIterable & RawRepresentable & Sendable>(
        _ key: String, of _: Choice.Type, required: Bool = false
    ) -> Located<Choice>? where Choice.RawValue == String {
        parsed(key, required: required, expected: Self.oneOf(Choice.self), hint: Self.nearest(of: Choice.self)) {
            Choice(rawValue: $0)
        }
    }

    /// Text that `parse` understands; `expected` says what that is, `hint` what to write instead of another text.
    package mutating func parsed<Value: Sendable>(
        _ key: String, required: Bool = false, expected: @autoclosure () -> String,
        hint: (String) -> String? = { _ in nil }, _ parse: (String) -> Value?
    ) -> Located<Value>? {
        guard let value = value(key, required: required) else { return nil }
        return parsed(value, named: key, expected: expected(), hint: hint, parse)
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
        list(key, expected: Self.oneOf(Choice.self), hint: Self.nearest(of: Choice.self)) { Choice(rawValue: $0) }
    }

    /// A list of texts that `parse` understands; absent is empty.
    package mutating func list<Value: Sendable>(
        _ key: String, expected: @autoclosure () -> String, hint: (String) -> String? = { _ in nil },
        _ parse: (String) -> Value?
    ) -> [Located<Value>] {
        values(key).compactMap { parsed($0, named: key, expected: expected(), hint: hint, parse) }
    }

    /// A list of cases of an enumeration with its own place; nil where it is absent.
    package mutating func choicesWithPlace<Choice: CaseIterable & RawRepresentable & Sendable>(
        _ key: String, of _: Choice.Type
    ) -> Located<[Choice]>? where Choice.RawValue == String {
        let cases = choices(key, of: Choice.self).map(\.value)
        return place(of: key).map { Located(cases, mapping.entries[$0].value.range) }
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
    package mutating func texts(expecting expected: String = "text") -> [(key: Located<String>, value: Located<String>)]
    {
        isKnown = Array(repeating: true, count: mapping.entries.count)
        return mapping.entries.compactMap { entry in
            let key = Located(entry.key.text, entry.key.range)
            return parsed(entry.value, named: key.value, expected: expected, hint: { _ in nil }) { $0 }.map {
                (key, $0)
            }
        }
    }

    // MARK: The end

    /// Reports every field that nobody asked for.
    package mutating func finish() {
        if !isKnown.contains(false) { return }
        let names = Set(asked).sorted()
        for (place, (key, _)) in mapping.entries.enumerated() where !isKnown[place] {
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
        asked.append(key)
        if let place = place(of: key) {
            isKnown[place] = true
            let entry = mapping.entries[place]
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

    private func place(of key: String) -> Int? {
        // As bytes: to String two spellings of a letter are one.
        mapping.entries.firstIndex { $0.key.text.hasBytes(of: key) }
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
        _ yaml: YAML, named key: String, expected: @autoclosure () -> String, hint: (String) -> String?,
        _ parse: (String) -> Value?
    ) -> Located<Value>? {
        guard case .scalar(let scalar) = yaml else {
            report("invalid-field", yaml.range, "\(yaml.kind) where '\(key)' expects \(expected())")
            return nil
        }
        guard !scalar.text.isBlank else {
            report("empty-field", scalar.range, "'\(key)' is empty where \(expected()) is expected")
            return nil
        }
        guard let value = parse(scalar.text) else {
            report(
                "invalid-field", scalar.range, "'\(scalar.text)' where '\(key)' expects \(expected())",
                hint: hint(scalar.text))
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

    private static func nearest<Choice: CaseIterable & RawRepresentable>(of _: Choice.Type) -> (String) -> String?
    where Choice.RawValue == String {
        { suggestion(for: $0, in: Choice.allCases.map(\.rawValue)) }
    }
}

extension String {
    /// Whether there is nothing but white space.
    fileprivate var isBlank: Bool {
        // White space is no visible ASCII, and begins with none of the first bytes of U+00C0 to U+07FF.
        if let first = utf8.first, (0x21...0x7E).contains(first) || (0xC3...0xDF).contains(first) { return false }
        return allSatisfy { $0.isWhitespace }
    }
}
