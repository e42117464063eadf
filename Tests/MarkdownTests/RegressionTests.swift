import Foundation
import Markdown
import Testing

/// cmark's own regression tests, where the machine has them beside the repository.
struct RegressionTests {
    static let file = Corpus.shared.appending(path: "cmark-regression.txt")
    static let isThere = FileManager.default.fileExists(atPath: file.path)
    private static let fence = String(repeating: "`", count: 32)

    /// Examples stand between fences; a line with a full stop parts Markdown and HTML, and `→` is a tab.
    static let examples: [Corpus.Example] = {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let parts = text.components(separatedBy: fence + " example\n").dropFirst()
        return parts.enumerated().compactMap { index, part in
            guard let example = part.components(separatedBy: "\n" + fence).first else { return nil }
            let halves = ("\n" + example + "\n").components(separatedBy: "\n.\n")
            guard halves.count == 2 else { return nil }
            let markdown = String(halves[0].dropFirst()) + "\n"
            return Corpus.Example(
                markdown: markdown.replacing("→", with: "\t"), html: halves[1].replacing("→", with: "\t"),
                example: index + 1)
        }
    }()

    @Test(.enabled(if: isThere, "shared/corpus/cmark-regression.txt is not beside the repository"))
    func `every example of cmark's is rendered as it says`() {
        #expect(Self.examples.count >= 15)
        for example in Self.examples {
            let html = String(
                decoding: MarkdownTree(example.markdown, mode: .commonMark).htmlWithRawHTML, as: UTF8.self)
            #expect(normalized(html) == normalized(example.html), "\(example.markdown)")
        }
    }

    /// cmark's runner compares HTML without white space around lines.
    private func normalized(_ html: String) -> String {
        html.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .joined()
    }
}
