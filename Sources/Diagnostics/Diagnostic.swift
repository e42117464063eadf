/// How bad a diagnostic is. An error stops a build; a warning does so under `--strict`.
package enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A place in a file of the project.
package struct Location: Sendable, Hashable {
    /// The file, relative to the project's folder.
    package var path: String
    /// Counted from 1; nil where the diagnostic is about the file as a whole.
    package var line: Int?
    /// Counted from 1, in Unicode scalars.
    package var column: Int?
    /// How many Unicode scalars of the line are meant, at least one.
    package var length: Int
    /// The text of the line, shown under the message.
    package var excerpt: String?

    package init(path: String, line: Int? = nil, column: Int? = nil, length: Int = 1, excerpt: String? = nil) {
        self.path = path
        self.line = line
        self.column = column
        self.length = max(1, length)
        self.excerpt = excerpt
    }

    /// `path:line:column`, as far as they are known.
    var description: String {
        ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}

/// Something wrong in the project: a value, collected over a whole run and printed at its end.
package struct Diagnostic: Sendable, Hashable {
    package var severity: Severity
    /// Words joined by hyphens: `unknown-placeholder`.
    package var rule: String
    package var location: Location
    /// Lower case, without a final full stop; the specific words first.
    package var message: String
    /// What to do about it.
    package var hint: String?
    /// What `check --fix` does about it; nothing where a person must decide.
    package var mends: [Mend]

    package init(
        _ severity: Severity, _ rule: String, at location: Location, _ message: String, hint: String? = nil,
        mends: [Mend] = []
    ) {
        self.severity = severity
        self.rule = rule
        self.location = location
        self.message = message
        self.hint = hint
        self.mends = mends
    }

    /// The message, and the hint on a line of its own.
    var messageAndHint: String {
        hint.map { "\(message)\nhint: \($0)" } ?? message
    }
}

extension Sequence<Diagnostic> {
    /// Sorted by file, line, column and rule, each diagnostic once.
    package func inOrder() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }.sorted { left, right in
            let (a, b) = (left.location, right.location)
            if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
            if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
            if a.column != b.column { return (a.column ?? 0) < (b.column ?? 0) }
            if left.rule != right.rule { return left.rule < right.rule }
            return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
        }
    }

    /// Whether one of them is an error.
    package var containsError: Bool { contains { $0.severity == .error } }
}
