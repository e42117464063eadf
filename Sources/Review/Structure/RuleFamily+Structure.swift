extension RuleFamily {
    /// Whether every provision can be cited.
    static let structure = RuleFamily(
        title: "Structure",
        rules: [
            NumberSequence.rule, UnnumberedParagraph.rule, LetteredItemOrder.rule, ListPunctuation.rule,
            OpenEndedList.rule,
        ])
}
