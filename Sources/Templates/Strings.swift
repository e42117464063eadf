internal import Diagnostics
package import Source

/// The words that pages say in one language: `strings/ru.yml`, a flat mapping of key to text.
package struct Strings: Sendable {
    package let language: Language
    let texts: [String: String]

    /// No words at all.
    init(language: Language) {
        self.language = language
        texts = [:]
    }

    init(language: Language, file: SourceFile, overriding base: Strings?, _ diagnostics: inout [Diagnostic]) {
        self.language = language
        var texts = base?.texts ?? [:]
        for (key, value) in file.parseYAML(&diagnostics)?.entries ?? [] {
            guard case .scalar(let scalar) = value else {
                diagnostics.append(
                    Diagnostic(
                        .error, "invalid-string", at: file.location(of: value.range), "'\(key.text)' expects text"))
                continue
            }
            if let base, base.texts[key.text] == nil {
                diagnostics.append(
                    Diagnostic(
                        .error, "unknown-string", at: file.location(of: key.range), "unknown string '\(key.text)'",
                        hint: suggestion(for: key.text, in: base.texts.keys)))
                continue
            }
            texts[key.text] = scalar.text
        }
        self.texts = texts
    }

    /// The text of a key with its `{parameters}` filled in; the key itself where there is no such text (a mistake of
    /// ours that the tests find).
    package subscript(key: String, parameters: [String: String]) -> String {
        var result = ""
        var rest = self[key][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            result += parameters[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    package subscript(key: String) -> String { texts[key] ?? key }

    /// The text of a key that need not exist.
    package func text(_ key: String) -> String? { texts[key] }

    /// A number with its noun in the right form: `plural("specialists", 8)` reads `specialists-many`.
    package func plural(_ key: String, _ number: Int) -> String {
        self[pluralKey(key, number), ["n": language.number(number)]]
    }

    /// The key of the form that goes with a number.
    package func pluralKey(_ key: String, _ number: Int) -> String {
        "\(key)-\(language.pluralForm(number).rawValue)"
    }

    /// A day in words that no line break takes apart.
    package func date(_ day: Day) -> String {
        language.longDate(day).split(separator: " ").joined(separator: "\u{A0}")
    }
}
