extension RuleFamily {
    /// Whether a document holds what the law wants in one of its kind.
    static let law = RuleFamily(title: "What the law asks of each kind", rules: [])
}
