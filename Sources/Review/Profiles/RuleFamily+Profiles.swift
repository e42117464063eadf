extension RuleFamily {
    /// Whether a specialist's page may say what it says.
    static let profiles = RuleFamily(
        title: "Profiles", rules: [ProfileMedicalClaim.rule, ProfilePersonalData.rule])
}
