internal import Diagnostics
internal import Legal
internal import Templates

extension Rule {
    /// What `edict explain` prints: what is asked, why, an example, how to waive.
    package var help: String {
        var parts = [
            "\(id) — \(title)\n\(severity.rawValue); \(scope)",
            "What is asked\n" + Self.indented(asks),
            "Why\n" + Self.indented(why),
        ]
        if let law { parts.append("What it rests on\n" + Self.indented(law)) }
        parts.append("Wrong\n" + Self.indented(example.before) + "\n\nRight\n" + Self.indented(example.after))
        parts.append("Where it does not hold\n" + Self.indented(waiving))
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// Which texts the rule is for, in a few words.
    package var scope: String {
        if case .profile = check { return "profiles" }
        var scope = kinds.count == Document.Kind.allCases.count ? "documents of every kind" : listed(kinds)
        if languages.count < Language.allCases.count {
            scope += languages.contains(.ru) ? ", in Russian" : ", in English"
        }
        return scope
    }

    private func listed(_ kinds: Set<Document.Kind>) -> String {
        Document.Kind.allCases.filter(kinds.contains).map { "\($0.rawValue) documents" }.joined(separator: ", ")
    }

    /// How to say that the rule does not hold.
    package var waiving: String {
        guard isWaivable else {
            return "It holds for every edition: it can be neither waived nor given another severity."
        }
        let project = "  review:\n    rules:\n      \(id): off    (or note, warning, error)"
        if case .profile = check { return "In the whole project, in edict.yml:\n" + project }
        return """
            In one edition: in the front matter of the draft (between the lines --- at the head of its file), with a reason, which \
            `publish` prints and the ledger keeps. The rule is then silent in all of that edition:
              waive:
                \(id): why it does not hold here
            In the whole project, in edict.yml:
            \(project)
            """
    }

    /// Each line behind two spaces, long ones broken between words.
    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let lead = line.prefix { $0 == " " }
            var lines = [""]
            for word in line.dropFirst(lead.count).split(separator: " ", omittingEmptySubsequences: false) {
                let isFull = lines[lines.count - 1].unicodeScalars.count + word.unicodeScalars.count > 90
                if isFull {
                    lines.append(String(word))
                } else {
                    lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
                }
            }
            return lines.map { "  \(lead)\($0)" }.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}

extension RuleFamily {
    /// `docs/rules.md`: every rule, family by family.
    package static var page: String {
        var page = """
            # The rules of review

            What `edict check` looks for in a text, beyond what makes it malformed. `edict explain RULE` says the same of one rule.

            An error in a draft stops `publish`, and fails `check` where the draft says `ready: true`; on a published edition every
            finding is a note, for its text can't change. A rule may be waived in the front matter of a draft, with a reason, which
            `publish` prints and the ledger keeps:

                waive:
                  unnumbered-paragraph: the preamble is cited as such

            A project may judge a rule otherwise in `edict.yml` (`off`, `note`, `warning`, `error`):

                review:
                  rules:
                    short-notice: error

            """
        for family in all where !family.rules.isEmpty {
            page += "\n## \(family.title)\n\n| rule | | what is wrong |\n|---|---|---|\n"
            page += family.rules.map { "| [\($0.id)](#\($0.id)) | \($0.severity.rawValue) | \($0.title) |\n" }.joined()
            page += family.rules.map { "\n" + $0.section }.joined()
        }
        return page
    }
}

extension Rule {
    /// The rule in `docs/rules.md`, in Markdown.
    package var section: String {
        var section = "### \(id)\n\n*\(severity.rawValue); \(scope).* \(asks)\n\n\(why)\n"
        if let law { section += "\nRests on: \(law)\n" }
        section += "\nWrong:\n\n" + Self.code(example.before) + "\nRight:\n\n" + Self.code(example.after)
        if !isWaivable { section += "\n\(waiving)\n" }
        return section
    }

    private static func code(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }
}
