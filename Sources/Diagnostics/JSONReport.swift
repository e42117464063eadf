package import JSON

extension Diagnostic {
    /// The diagnostic as `check --format json` prints it.
    package var json: JSON {
        [
            "severity": .string(severity.rawValue),
            "rule": .string(rule),
            "path": .string(location.path),
            "line": location.line.map(JSON.integer) ?? .null,
            "column": location.column.map(JSON.integer) ?? .null,
            "message": .string(message),
            "hint": hint.map(JSON.string) ?? .null,
        ]
    }
}
