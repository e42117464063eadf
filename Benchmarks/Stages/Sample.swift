import Foundation
import Diagnostics
import Legal
import Review
import Source
import Templates

/// An edition whose text is `body`, and as the rules see it.
func sample(_ body: String) -> (edition: Edition, rendition: Rendition, reviewed: ReviewedEdition)? {
    let front = "---\nversion: \"1.0\"\ndate: 2026-02-01\neffective: 2026-03-01\nsummary: Проба.\nready: true\n---\n\n"
    let file = SourceFile(path: "1.0.md", bytes: Array((front + body + "\n").utf8))
    var ignored: [Diagnostic] = []
    guard let edition = Edition.parse(file, fileName: "1.0.md", &ignored), let day = Day("2026-02-01") else {
        return nil
    }
    let description = SourceFile(
        path: "document.yml", bytes: Array("title: Политика\nkind: policy\nlanguage: ru\n".utf8))
    guard let document = Document.parse(description, id: "privacy", defaultLanguage: .ru, &ignored) else { return nil }
    let values = Values(texts: ["EMAIL": "consent@example.org"])
    let rendition = Rendition(
        title: document.title, language: document.language, values: values, builtIn: [:], standing: .ready,
        permalinkBase: "", permalinkLabel: { $0.label }, resolveLink: { .address($0) })
    let reviewed = ReviewedEdition(
        edition: edition, text: edition.render(rendition),
        history: DocumentHistory(document: document, editions: [edition], entries: []),
        context: ReviewContext(day: day, values: values, documents: [document], settings: []))
    return (edition, rendition, reviewed)
}

/// A text again and again, up to a megabyte.
func repeated(_ text: String) -> String { String(repeating: text, count: 1_000_000 / max(1, text.utf8.count)) }

/// A megabyte of the policy in this repository, without its front matter.
func megabyte(of edition: String) -> String {
    let text = (try? String(contentsOfFile: "content/legal/privacy/\(edition).md", encoding: .utf8)) ?? ""
    return repeated(text.components(separatedBy: "---\n").dropFirst(2).joined(separator: "---\n"))
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try work()
    return seconds(since: start, clock)
}

func seconds(since start: ContinuousClock.Instant, _ clock: ContinuousClock) -> Double {
    let time = (clock.now - start).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
}

func padded(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
