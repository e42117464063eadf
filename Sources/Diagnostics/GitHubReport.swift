/// Prints diagnostics as workflow commands, of which GitHub makes annotations beside the lines of a pull request:
/// `::error file=…,line=…,col=…,endColumn=…,title=…::message`.
///
/// The place is in the message too, for GitHub prints nothing else of a command in the log of a run.
package struct GitHubReport: Sendable {
    package init() {}

    package func text(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { command($0) + "\n" }.joined()
    }

    private func command(_ diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        var properties = [("file", location.path)]
        if let line = location.line { properties.append(("line", String(line))) }
        if let column = location.column {
            // The last column that is meant, not the one after it.
            properties += [("col", String(column)), ("endColumn", String(column + location.length - 1))]
        }
        properties.append(("title", diagnostic.rule))
        let message = [location.description + ": " + diagnostic.message, diagnostic.hint.map { "hint: " + $0 }]
            .compactMap { $0?.visible }.joined(separator: "\n")
        return "::\(name(of: diagnostic.severity)) "
            + properties.map { "\($0.0)=\(escaped($0.1, also: [":", ","]))" }.joined(separator: ",")
            + "::\(escaped(message))"
    }

    private func name(of severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    /// The text with what would end it as `%` and two digits, as GitHub's own toolkit writes it.
    private func escaped(_ text: String, also more: Set<Unicode.Scalar> = []) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "\r" || scalar == "\n" || more.contains(scalar) {
                result += (scalar.value < 16 ? "%0" : "%") + String(scalar.value, radix: 16, uppercase: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
