package import Diagnostics
package import Source
package import Templates

/// A legal text with a lasting identity: `privacy`. What changes from edition to edition is not in it.
package struct Document: Sendable {
    /// The name of its folder, and the part of its addresses that never changes.
    package let id: String
    package let title: String
    package let kind: Kind
    package let language: Language
    /// Days between publication and effect that the service has promised itself; nil where the project's number holds.
    package let noticeDays: Int?

    package enum Kind: String, Sendable, CaseIterable {
        case policy, agreement, consent
    }

    /// Reads `document.yml`.
    package static func parse(
        _ file: SourceFile, id: String, defaultLanguage: Language, _ diagnostics: inout [Diagnostic]
    ) -> Document? {
        guard let mapping = file.parseYAML(&diagnostics) else { return nil }
        var fields = FieldReader(mapping, of: file)
        let title = fields.text("title", required: true)
        let kind = fields.choice("kind", of: Kind.self, required: true)
        let language = fields.choice("language", of: Language.self)
        let noticeDays = fields.integer("notice_days", in: 0...365)
        fields.finish()
        diagnostics += fields.diagnostics
        guard let title, let kind else { return nil }
        return Document(
            id: id, title: title.value, kind: kind.value, language: language?.value ?? defaultLanguage,
            noticeDays: noticeDays?.value)
    }

    /// Whether a name can be a document's.
    package static func isID(_ name: String) -> Bool { AddressPart.isValid(name) }
}
