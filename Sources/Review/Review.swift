package import Diagnostics
package import Legal
package import Profiles
internal import Source

/// The rules at work.
package enum Review {
    /// Everything the rules find in an edition that its author has not waived.
    ///
    /// What is wrong with a published edition can't be mended: it is told as a note. In a draft that is not ready an error is told
    /// as a warning.
    package static func findings(_ reviewed: ReviewedEdition, standing: Rendition.Standing) -> [Diagnostic] {
        let waived = Set(reviewed.edition.waivers.map(\.rule))
        var diagnostics: [Diagnostic] = []
        for rule in Rule.all where !waived.contains(rule.id) || !rule.isWaivable {
            guard let severity = reviewed.context.severity(of: rule), rule.kinds.contains(reviewed.document.kind),
                rule.languages.contains(reviewed.document.language)
            else { continue }
            diagnostics += rule.findings(in: reviewed).map { $0.diagnostic(of: rule, severity, standing) }
        }
        return diagnostics + (standing == .published ? [] : wrongWaivers(of: reviewed.edition))
    }

    /// Everything the rules find in a profile.
    ///
    /// - Parameter standing: how strictly it is taken: one that is not shown is a draft.
    package static func findings(
        in profile: Profile, _ context: ReviewContext, standing: Rendition.Standing
    ) -> [Diagnostic] {
        let text = FoldedText(Array(profile.file.bytes[profile.extent]))
        var reviewed: ReviewedProfile?
        return profileRules.flatMap { rule -> [Diagnostic] in
            guard case .profile(let mayConcern, let check) = rule.check, mayConcern(text),
                let severity = context.severity(of: rule)
            else { return [] }
            let profile = reviewed ?? ReviewedProfile(profile, context: context)
            reviewed = profile
            return check(profile).map { $0.diagnostic(of: rule, severity, standing) }
        }
    }

    private static let profileRules = Rule.all.filter { if case .profile = $0.check { true } else { false } }

    /// What a draft waives and is no rule, or none that can be waived.
    private static func wrongWaivers(of edition: Edition) -> [Diagnostic] {
        edition.waivers.compactMap { waiver in
            Rule.refusal(of: waiver.rule).map {
                Diagnostic(.error, "unknown-rule", at: waiver.location, $0.message, hint: $0.hint)
            }
        }
    }
}

extension Finding {
    fileprivate func diagnostic(
        of rule: Rule, _ severity: Severity, _ standing: Rendition.Standing
    ) -> Diagnostic {
        let own = self.severity.map { min($0, severity) } ?? severity
        let told: Severity =
            switch standing {
            case .published: .note
            case .draft: min(own, .warning)
            case .ready: own
            }
        // What is published stays as it is.
        let mends = standing == .published ? [] : self.mends
        return Diagnostic(told, rule.id, at: location, message, hint: hint, mends: mends)
    }
}
