package import Diagnostics
internal import Source

/// What a project says of one rule of review: `short-notice: error`.
package struct RuleSetting: Sendable {
    package let rule: String
    /// How bad its findings are; nil where it is switched off.
    package let severity: Severity?
    /// The place of the rule's name.
    package let location: Location

    package init(rule: String, severity: Severity?, location: Location) {
        (self.rule, self.severity, self.location) = (rule, severity, location)
    }

    /// Reads a mapping of rules, whose names are not known here.
    static func all(of fields: inout FieldReader) -> [RuleSetting] {
        let levels: [String: Severity?] = ["off": nil, "note": .note, "warning": .warning, "error": .error]
        var settings: [RuleSetting] = []
        for (rule, level) in fields.texts() {
            if let severity = levels[level.value] {
                settings.append(
                    RuleSetting(
                        rule: rule.value, severity: severity, location: fields.file.location(of: rule.range)))
            } else {
                fields.report(
                    "invalid-field", level.range,
                    "'\(level.value)' where '\(rule.value)' expects off, note, warning, error")
            }
        }
        return settings
    }
}
