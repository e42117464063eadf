extension RuleFamily {
    /// What holds for every edition, so that the ledger stays in order.
    static let publishing = RuleFamily(title: "Publishing", rules: [VersionOrder.rule, TextUnchanged.rule])
}
