extension RuleFamily {
    /// Whether it is said who speaks, and rightly.
    static let requisites = RuleFamily(title: "Requisites", rules: [])
}
