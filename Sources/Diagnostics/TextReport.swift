/// Prints diagnostics for people: `path:line:column: error: message [rule]`, the line, a caret, a hint.
package struct TextReport: Sendable {
    private let colored: Bool

    /// - Parameter colored: whether to write ANSI colours, as on a terminal.
    package init(colored: Bool) {
        self.colored = colored
    }

    /// The diagnostics in order, an empty line between one file and the next, and a line of totals where there are any.
    package func text(_ diagnostics: [Diagnostic]) -> String {
        guard var path = diagnostics.first?.location.path else { return "" }
        var (text, files) = ("", 1)
        for diagnostic in diagnostics {
            if diagnostic.location.path != path {
                path = diagnostic.location.path
                files += 1
                text += "\n"
            }
            text += self.text(diagnostic)
        }
        return text + (files == 1 ? "" : "\n") + totals(diagnostics) + (files == 1 ? "\n" : " in \(files) files\n")
    }

    private func text(_ diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        var text = "\(bold(location.description.visible)): \(label(diagnostic.severity)) "
        text += bold(diagnostic.message.visible)
        text += " [\(diagnostic.rule)]\n"
        if let excerpt = location.excerpt, let column = location.column {
            text += Excerpt(line: excerpt, column: column, length: location.length).text
        }
        if let hint = diagnostic.hint { text += "    hint: \(hint.visible)\n" }
        return text
    }

    private func totals(_ diagnostics: [Diagnostic]) -> String {
        Severity.allCases.reversed().compactMap { severity in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }.joined(separator: ", ")
    }

    private func label(_ severity: Severity) -> String {
        let code =
            switch severity {
            case .error: "31"
            case .warning: "33"
            case .note: "36"
            }
        return colored ? "\u{1B}[1;\(code)m\(severity.rawValue):\u{1B}[0m" : "\(severity.rawValue):"
    }

    private func bold(_ text: String) -> String {
        colored ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
}

/// A window of a source line with carets under the words that are meant.
private struct Excerpt {
    /// How many scalars of a long line are shown.
    private static let width = 100

    let text: String

    init(line: String, column: Int, length: Int) {
        let scalars = Array(line.unicodeScalars)
        let start = min(max(0, column - 1), scalars.count)
        let first = start > Self.width * 2 / 3 ? start - Self.width / 2 : 0
        let last = min(scalars.count, first + Self.width)
        let shown = scalars[first..<max(first, last)].map { $0 == "\t" ? " " : $0 }
        let before = first > 0 ? "…" : ""
        let after = last < scalars.count ? "…" : ""
        let carets = max(1, min(length, last - start))
        let indent = String(repeating: " ", count: start - first + before.unicodeScalars.count)
        text = "    \(before)\(visibleText(shown))\(after)\n    \(indent)\(String(repeating: "^", count: carets))\n"
    }
}
