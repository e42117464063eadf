package import Diagnostics
package import Legal
package import Project
package import Source

/// What a rule may know of the project around what it looks at.
package struct ReviewContext: Sendable {
    /// The day the project is looked at on.
    package let day: Day
    package let values: Values
    /// Every document of the project, the one that is looked at among them.
    package let documents: [Document]
    package let settings: [RuleSetting]
    /// The titles of the documents, of two words at least, by the stem of their first word.
    let titles: [String: [DocumentTitle]]

    package init(day: Day, values: Values, documents: [Document], settings: [RuleSetting]) {
        (self.day, self.values, self.documents, self.settings) = (day, values, documents, settings)
        titles = Dictionary(grouping: documents.map(DocumentTitle.init).filter { $0.stems.count > 1 }) { $0.stems[0] }
    }

    package init(_ project: Project, on day: Day) {
        self.init(
            day: day, values: project.values, documents: project.documents.map(\.document),
            settings: project.configuration.ruleSettings)
    }

    /// How bad the findings of a rule are in this project; nil where it is switched off.
    func severity(of rule: Rule) -> Severity? {
        guard rule.isWaivable, let setting = settings.first(where: { $0.rule == rule.id }) else { return rule.severity }
        return setting.severity
    }
}

/// The title of a document as its text may be named in others.
struct DocumentTitle: Sendable {
    let document: String
    let stems: [String]

    init(_ document: Document) {
        self.document = document.id
        stems = Prose.stems(of: document.title)
    }
}

extension Configuration {
    /// The rules that `edict.yml` speaks of and that are none.
    package var unknownRules: [Diagnostic] {
        ruleSettings.compactMap { setting in
            Rule.refusal(of: setting.rule).map {
                Diagnostic(.error, "unknown-rule", at: setting.location, $0.message, hint: $0.hint)
            }
        }
    }
}
