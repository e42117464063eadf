extension RuleFamily {
    /// Whether a document holds what the law wants in one of its kind.
    static let law = RuleFamily(
        title: "What the law asks of each kind",
        rules: [
            PolicyPurposeMap.rule, PolicyRetention.rule, PolicyRequestTerms.rule, PolicyCookies.rule,
            LegalBasisNotABasis.rule, ForeignRecipient.rule, ForeignLogin.rule, ConsentByUse.rule,
            ConsentNotSeparate.rule, ConsentElements.rule, AdsConsentElements.rule, DPAElements.rule,
            DPAIncidentTerm.rule,
        ])
}
