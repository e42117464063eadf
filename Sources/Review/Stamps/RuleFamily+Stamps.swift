extension RuleFamily {
    /// Whether the edition says rightly which one it is and since when it holds.
    static let stampsAndDates = RuleFamily(
        title: "Stamps and dates",
        rules: [
            StampMismatch.rule, StampPlace.rule, InvalidDate.rule, DateStyleMixed.rule, EffectiveDateOrder.rule,
            EffectiveBeforePublication.rule, DateUnchanged.rule, ShortNotice.rule, ChangeClass.rule,
        ])
}
