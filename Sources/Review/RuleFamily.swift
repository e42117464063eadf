/// Rules that look at the same side of a text, as they stand together in `docs/rules.md`.
package struct RuleFamily: Sendable {
    package let title: String
    package let rules: [Rule]

    package static let all = [
        structure, references, terms, stampsAndDates, requisites, typography, law, profiles, publishing,
    ]

    /// The family that a rule is of.
    package static func of(_ rule: Rule) -> RuleFamily? {
        all.first { $0.rules.contains { $0.id == rule.id } }
    }
}
