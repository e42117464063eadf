extension RuleFamily {
    /// Whether what the text refers to is there and is named fully.
    static let references = RuleFamily(
        title: "References",
        rules: [
            UnknownClauseReference.rule, StaleReference.rule, AmbiguousReference.rule,
            DocumentWithoutAddress.rule, LawReferenceIncomplete.rule, LawReferenceStyle.rule, AmendingLawCited.rule,
        ])
}
