package import Diagnostics
package import Source

/// What placeholders stand for: `content/values.yml`, name → text. An empty text is a value that only the owner can
/// supply and has not yet.
package struct Values: Sendable {
    package private(set) var texts: [String: String]

    package init(texts: [String: String] = [:]) {
        self.texts = texts
    }

    /// Reads the file; what is no name or no text is a diagnostic.
    package static func parse(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Values {
        var values = Values()
        for (name, value) in file.parseYAML(&diagnostics)?.entries ?? [] {
            if !PlaceholderName.isName(name.text.utf8) {
                diagnostics.append(
                    Diagnostic(
                        .error, "invalid-value", at: file.location(of: name.range),
                        "'\(name.text)' is no name of a value",
                        hint: "a name is capital Latin letters and digits with `_` between words: SUPPORT_EMAIL"))
            } else if PlaceholderName.builtIn.contains(name.text) {
                diagnostics.append(
                    Diagnostic(
                        .error, "invalid-value", at: file.location(of: name.range),
                        "'\(name.text)' is built in and cannot be given"))
            } else if case .scalar(let scalar) = value {
                values.texts[name.text] = scalar.text
            } else {
                diagnostics.append(
                    Diagnostic(
                        .error, "invalid-value", at: file.location(of: value.range), "'\(name.text)' expects text"))
            }
        }
        return values
    }
}

/// The name of a placeholder: `[A-Z][A-Z0-9]*(_[A-Z0-9]+)*`.
package enum PlaceholderName {
    /// Those that Edict fills itself.
    package static let builtIn: Set = ["VERSION", "DATE", "EFFECTIVE_DATE", "PERMANENT_URL", "CURRENT_URL"]

    package static func isName(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first, isCapital(first) else { return false }
        var afterUnderscore = false
        for byte in text {
            if byte == UInt8(ascii: "_") {
                if afterUnderscore { return false }
                afterUnderscore = true
            } else if isCapital(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                afterUnderscore = false
            } else {
                return false
            }
        }
        return !afterUnderscore
    }

    /// Whether a placeholder may begin in a text.
    static func mayStand(in text: [UInt8]) -> Bool {
        zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "{") && $1 == UInt8(ascii: "{") }
    }

    /// The names of the placeholders that stand in a text, well formed ones, in order. Linear.
    package static func all(in text: ScalarText) -> [String] {
        var names: [String] = []
        var index = 0
        while index < text.scalars.count {
            if let placeholder = text.placeholder(at: index) {
                names.append(text.string(placeholder.lowerBound + 2..<placeholder.upperBound - 2))
                index = placeholder.upperBound
            } else {
                index += 1
            }
        }
        return names
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

extension ScalarText {
    /// `{{NAME}}` at an index.
    func placeholder(at start: Int) -> Range<Int>? {
        guard has("{{", at: start) else { return nil }
        var end = start + 2
        while let scalar = self[end], scalar.isASCII, scalar.isCapital || scalar == "_" || isDigit(end) {
            end += 1
        }
        guard has("}}", at: end), PlaceholderName.isName(string(start + 2..<end).utf8) else { return nil }
        return start..<end + 2
    }
}
