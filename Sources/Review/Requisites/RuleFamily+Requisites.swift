extension RuleFamily {
    /// Whether it is said who speaks, and rightly.
    static let requisites = RuleFamily(
        title: "Requisites",
        rules: [
            INNChecksum.rule, OGRNChecksum.rule, BankDetailsChecksum.rule, OperatorIdentityMissing.rule,
            OperatorAddressMissing.rule, HardcodedValue.rule, ContactMismatch.rule,
        ])
}
