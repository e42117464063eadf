extension RuleFamily {
    /// Whether words are used as they are defined.
    static let terms = RuleFamily(
        title: "Terms",
        rules: [
            TermBeforeDefinition.rule, TermDefinedTwice.rule, UndefinedCapitalisedTerm.rule, LowercaseTerm.rule,
            AbbreviationMixed.rule, RoleNameNotInLaw.rule, ServiceActsAsPerson.rule, StatutoryTermNarrowed.rule,
        ])
}
