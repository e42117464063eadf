internal import Diagnostics
package import Source

/// The words that pages say in one language: `strings/ru.yml`, a flat mapping of key to text.
package struct Strings: Sendable {
    package let language: Language
    let texts: [String: String]
    /// The texts that have parameters, in pieces.
    private let pieces: [String: [Piece]]

    /// No words at all.
    init(language: Language) {
        self.language = language
        texts = [:]
        pieces = [:]
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
            if let base, !Self.isRight(key, scalar, of: base, in: file, &diagnostics) { continue }
            texts[key.text] = scalar.text
        }
        self.texts = texts
        pieces = texts.mapValues(Self.pieces).filter { $0.value.contains { $0.parameter != nil } }
    }

    /// Whether there is such a key; a parameter that its text does not have is told, and stays as it is written.
    private static func isRight(
        _ key: YAML.Scalar, _ scalar: YAML.Scalar, of base: Strings, in file: SourceFile,
        _ diagnostics: inout [Diagnostic]
    ) -> Bool {
        guard let text = base.texts[key.text] else {
            diagnostics.append(
                Diagnostic(
                    .error, "unknown-string", at: file.location(of: key.range), "unknown string '\(key.text)'",
                    hint: suggestion(for: key.text, in: base.texts.keys)))
            return false
        }
        let known = pieces(of: text).compactMap(\.parameter)
        for name in pieces(of: scalar.text).compactMap(\.parameter) where !known.contains(name) {
            diagnostics.append(
                Diagnostic(
                    .error, "unknown-parameter", at: file.location(of: scalar.range),
                    "'\(key.text)' has no parameter '{\(name)}'",
                    hint: suggestion(for: name, in: known)
                        ?? (known.isEmpty ? nil : "known here: \(known.sorted().joined(separator: ", "))")))
        }
        return true
    }

    /// The text of a key with its `{parameters}` filled in; the key itself where there is no such text (a mistake of
    /// ours that the tests find).
    package subscript(key: String, parameters: [String: String]) -> String {
        guard let pieces = pieces[key] else { return self[key] }
        return pieces.reduce(into: "") { text, piece in
            text += piece.parameter.flatMap { parameters[$0] } ?? piece.text
        }
    }

    private typealias Piece = (text: String, parameter: String?)

    /// A text in pieces, those that are `{parameters}` with their names. What is filled in is never looked at again: a name
    /// may be `{site}`.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            let name = rest[rest.index(after: open)...].prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            let isParameter = !name.isEmpty && name.endIndex < rest.endIndex && rest[name.endIndex] == UInt8(ascii: "}")
            let end = isParameter ? rest.index(after: name.endIndex) : rest.index(after: open)
            let start = isParameter ? open : end
            pieces.append((String(decoding: rest[..<start], as: UTF8.self), nil))
            if isParameter {
                pieces.append(
                    (String(decoding: rest[open..<end], as: UTF8.self), String(decoding: name, as: UTF8.self)))
            }
            rest = rest[end...]
        }
        pieces.append((String(decoding: rest, as: UTF8.self), nil))
        return pieces
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
