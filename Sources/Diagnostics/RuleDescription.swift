/// What a report tells of a rule beside its findings.
package struct RuleDescription: Sendable {
    /// Words joined by hyphens: `short-notice`.
    package let id: String
    package let severity: Severity
    /// What is wrong, in a line.
    package let title: String
    /// What is asked, in sentences.
    package let asks: String
    /// All that is to be said of the rule, as plain text and as Markdown.
    package let help: (text: String, markdown: String)

    package init(id: String, severity: Severity, title: String, asks: String, help: (text: String, markdown: String)) {
        (self.id, self.severity, self.title, self.asks, self.help) = (id, severity, title, asks, help)
    }

    /// A diagnostic that is no rule's: something malformed, of which there is no more to say than each message does.
    init(malformed id: String) {
        let text = "The project is malformed; the message says where and how, and the hint what to do about it."
        self.init(
            id: id, severity: .error, title: String(id.map { $0 == "-" ? " " : $0 }), asks: text, help: (text, text))
    }
}
