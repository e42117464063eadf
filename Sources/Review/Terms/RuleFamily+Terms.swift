extension RuleFamily {
    /// Whether words are used as they are defined.
    static let terms = RuleFamily(title: "Terms", rules: [])
}
