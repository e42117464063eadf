extension RuleFamily {
    /// Whether signs and spaces are those of good print.
    static let typography = RuleFamily(
        title: "Typography",
        rules: [MissingNoBreakSpace.rule, QuoteStyle.rule, DashStyle.rule, MixedAlphabetWord.rule])
}
