package import JSON

/// Diagnostics as GitLab's code quality report: an array of what is wrong, which a merge request shows beside its lines.
package struct GitLabReport: Sendable {
    package init() {}

    package func json(_ diagnostics: [Diagnostic]) -> JSON {
        .array(
            zip(diagnostics, diagnostics.fingerprints).map { diagnostic, fingerprint in
                [
                    "description": .string(diagnostic.messageAndHint),
                    "check_name": .string(diagnostic.rule),
                    "fingerprint": .string(fingerprint),
                    "severity": .string(severity(diagnostic.severity)),
                    "location": [
                        "path": .string(diagnostic.location.path),
                        // GitLab asks for a line, also of what is wrong with a file as a whole.
                        "lines": ["begin": .integer(diagnostic.location.line ?? 1)],
                    ],
                ]
            })
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
