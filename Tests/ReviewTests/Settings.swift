import Diagnostics
import Foundation
@testable import Legal
import Project
import Source
import Templates
import Testing

@testable import Review

/// What a case says of the project around its text.
struct Settings: Sendable {
    var isProfile = false
    var kind = Document.Kind.policy
    var language = Language.ru
    var title = "Политика конфиденциальности"
    /// The day that is looked from, and the date of an edition without front matter.
    var day: Day
    /// The titles of the project's other documents, by id.
    var documents: [(id: String, title: String)] = []
    var values: [String: String] = [:]
    /// The text of the published edition before this one, 0.9 of 1 January 2026.
    var before: String?
    var noticeDays = 0
    /// The day of publication, where the edition is being published.
    var publishedOn: Day?
    /// Whether the text is a part of one, which does not hold what a whole document must.
    var isExcerpt = false

    init(_ text: String) throws {
        let file = SourceFile(path: "settings", bytes: Array((text + "\n").utf8))
        var diagnostics: [Diagnostic] = []
        guard let mapping = file.parseYAML(&diagnostics) else { throw RuleCase.Malformed(description: "no settings") }
        var fields = FieldReader(mapping, of: file)
        day = try fields.day("day")?.value ?? #require(Day("2026-02-01"))
        isProfile = fields.flag("profile") ?? isProfile
        kind = fields.choice("kind", of: Document.Kind.self)?.value ?? kind
        language = fields.choice("language", of: Language.self)?.value ?? language
        title = fields.text("title")?.value ?? title
        documents = fields.mapping("documents") { $0.texts().map { ($0.key.value, $0.value.value) } } ?? []
        let values = fields.mapping("values") { $0.texts().map { ($0.key.value, $0.value.value) } } ?? []
        self.values = Dictionary(values, uniquingKeysWith: { $1 })
        before = fields.text("before")?.value
        noticeDays = fields.integer("notice_days", in: 0...365)?.value ?? noticeDays
        publishedOn = fields.day("published_on")?.value
        isExcerpt = fields.flag("excerpt") ?? isExcerpt
        fields.finish()
        diagnostics += fields.diagnostics
        if !diagnostics.isEmpty {
            throw RuleCase.Malformed(description: diagnostics.map(\.message).joined(separator: "; "))
        }
    }

    // MARK: What is looked at

    func context(_ severities: [RuleSetting]) -> ReviewContext {
        ReviewContext(
            day: day, values: Values(texts: values),
            documents: [document] + documents.map { document(id: $0.id, title: $0.title) }, settings: severities)
    }

    var terms: ReviewedEdition.Terms? {
        publishedOn.map { ReviewedEdition.Terms(published: $0, isRecordedLater: false, noticeDays: noticeDays) }
    }

    /// The edition of a file, its text, and the history that `before` gives it.
    func edition(_ file: SourceFile) throws -> (Edition, LegalText, DocumentHistory) {
        var malformed: [Diagnostic] = []
        let edition =
            file.bytes.starts(with: "---\n".utf8)
            ? try #require(Edition.parse(file, fileName: Self.fileName(of: file), &malformed), "\(malformed)")
            : try Self.edition("1.0", day, file)
        var history = DocumentHistory(document: document, editions: [edition], entries: [])
        if let before {
            let day = try #require(Day("2026-01-01"))
            let old = try Self.edition("0.9", day, SourceFile(path: "0.9.md", bytes: Array(before.utf8)))
            let terms = DocumentHistory.PublicationTerms(published: day, recorded: nil, with: [])
            let publication = history.publication(of: old, old.render(rendition(old)), builtIn: [:], terms).publication
            history = DocumentHistory(
                document: document, editions: [old, edition], entries: [.publish(try #require(publication))])
        }
        return (edition, edition.render(rendition(edition)), history)
    }

    private static func edition(_ version: String, _ day: Day, _ file: SourceFile) throws -> Edition {
        Edition(
            version: try #require(EditionVersion(version)), date: day, effective: day, summary: "", change: .edition,
            action: .notify, label: nil, isReady: true, waivers: [], file: file, body: 0..<file.bytes.count)
    }

    private static func fileName(of file: SourceFile) -> String {
        var ignored: [Diagnostic] = []
        let version = file.parseFrontMatter(&ignored)?.fields.entries.first { $0.key.text == "version" }?.value
        guard case .scalar(let scalar) = version else { return "1.0.md" }
        return "\(scalar.text).md"
    }

    private var document: Document { document(id: "privacy", title: title) }

    private func document(id: String, title: String) -> Document {
        Document(id: id, title: title, kind: kind, language: language, noticeDays: nil)
    }

    private func rendition(_ edition: Edition) -> Rendition {
        Rendition(
            title: title, language: language, values: Values(texts: values),
            builtIn: [
                "VERSION": edition.version.description, "DATE": edition.date.map(language.longDate) ?? "",
                "EFFECTIVE_DATE": edition.effective.map(language.longDate) ?? "",
                "PERMANENT_URL": "https://example.org/legal/privacy/1.0/",
                "CURRENT_URL": "https://example.org/legal/privacy/",
            ],
            standing: .ready, permalinkBase: "", permalinkLabel: { $0.label }, resolveLink: { .address($0) })
    }
}
