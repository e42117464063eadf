import Foundation
import Diagnostics
import Markdown
import Source
import Testing

/// Files that tests read, found from this file's place in the repository.
enum Corpus {
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    /// Beside the repository, where a machine has it.
    static let shared = repository.deletingLastPathComponent().appending(path: "shared/corpus")

    struct Example: Decodable, Sendable, CustomTestStringConvertible {
        let markdown: String
        let html: String
        let example: Int

        var testDescription: String { "example \(example)" }
    }

    /// CommonMark 0.30's examples, which `Tests/fetch-corpora` fetches. Empty where they are missing.
    static let commonMark: [Example] = {
        let file = repository.appending(path: ".build-corpora/commonmark.json")
        return (try? JSONDecoder().decode([Example].self, from: Data(contentsOf: file))) ?? []
    }()

    /// The case files of a folder, in the order of their names.
    static func files(_ folder: String) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: cases.appending(path: folder), includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}

extension MarkdownTree {
    convenience init(_ text: String, mode: Mode = .edict) {
        self.init(Array(text.utf8), mode: mode)
    }

    convenience init(_ bytes: [UInt8], mode: Mode = .edict) {
        self.init(SourceFile(path: "text.md", bytes: bytes), mode: mode)
    }

    var htmlText: String { String(decoding: html(), as: UTF8.self) }

    /// `rule line:column` of every diagnostic.
    var findings: [String] {
        diagnostics.inOrder().map { "\($0.rule) \($0.location.line ?? 0):\($0.location.column ?? 0)" }
    }
}
