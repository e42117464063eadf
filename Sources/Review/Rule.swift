package import Diagnostics
package import Legal
package import Templates

/// What a careful lawyer's assistant would look for: what is asked, why, how it is found, and how it is told of.
///
/// A rule is a value in a file of its own, with its messages beside it; `RuleFamily.all` lists every one.
package struct Rule: Sendable {
    /// Words joined by hyphens: `short-notice`.
    package let id: String
    /// How bad its findings are where neither the project nor the finding itself says so.
    package let severity: Severity
    /// The kinds of documents it is for; for a rule of profiles, none.
    package let kinds: Set<Document.Kind>
    package let languages: Set<Language>
    /// Whether a draft may say that the rule does not hold for it, and a project that it weighs otherwise.
    package let isWaivable: Bool
    /// What is wrong, in a line without a full stop, lower case.
    package let title: String
    /// What is asked, and how a breach is told from what is right.
    package let asks: String
    /// What goes wrong where it is not heeded.
    package let why: String
    /// The provision it rests on; nil where it is good practice alone.
    package let law: String?
    package let example: Example
    let check: Check

    /// A text that breaks the rule, and the same text mended.
    package struct Example: Sendable {
        package let before: String
        package let after: String

        init(before: String, after: String) {
            (self.before, self.after) = (before, after)
        }
    }

    /// How a rule finds what breaks it.
    enum Check: Sendable {
        case edition(@Sendable (ReviewedEdition) -> [Finding])
        /// Most profiles give a rule nothing to find: it says of which that is certain, before their passages are read.
        case profile(mayConcern: @Sendable (FoldedText) -> Bool, @Sendable (ReviewedProfile) -> [Finding])
    }

    init(
        _ id: String, _ severity: Severity, _ title: String, kinds: Set<Document.Kind> = Set(Document.Kind.allCases),
        languages: Set<Language> = Set(Language.allCases), isWaivable: Bool = true, asks: String, why: String,
        law: String? = nil, example: Example, check: Check
    ) {
        (self.id, self.severity, self.title) = (id, severity, title)
        (self.kinds, self.languages, self.isWaivable) = (kinds, languages, isWaivable)
        (self.asks, self.why, self.law, self.example, self.check) = (asks, why, law, example, check)
    }

    /// What it finds in an edition, whatever its kind and language; nothing where it is a rule of profiles.
    package func findings(in edition: ReviewedEdition) -> [Finding] {
        if case .edition(let check) = check { check(edition) } else { [] }
    }

    /// Every rule, family by family.
    package static let all: [Rule] = RuleFamily.all.flatMap(\.rules)

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The rule of an id; nil where there is none.
    package static func named(_ id: String) -> Rule? { byID[id] }

    /// Why an id names no rule that a project may speak of; nil where it does.
    package static func refusal(of id: String) -> (message: String, hint: String?)? {
        guard let rule = named(id) else {
            return (
                "there is no rule '\(id)'", suggestion(for: id, in: all.map(\.id)) ?? "`edict explain` lists the rules"
            )
        }
        if rule.isWaivable { return nil }
        return ("'\(id)' holds for every edition", "it can be neither waived nor given another severity")
    }
}

/// The place of something that breaks a rule, and what is said of it.
package struct Finding: Sendable {
    let location: Location
    let message: String
    let hint: String?
    /// Where this finding is less than what the rule finds otherwise; nil where it is the same.
    let severity: Severity?
    /// What mends it without anybody having to think.
    let mends: [Mend]

    init(
        at location: Location, _ message: String, hint: String? = nil, severity: Severity? = nil, mends: [Mend] = []
    ) {
        (self.location, self.message, self.hint, self.severity) = (location, message, hint, severity)
        self.mends = mends
    }

    /// What a message adds where the same stands in other places too; nothing for none.
    static func others(_ count: Int, of whole: String = "") -> String {
        count < 1 ? "" : ", here and in \(count) more \(count == 1 ? "place" : "places")\(whole)"
    }
}
