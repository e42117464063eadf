import Foundation
import Testing

/// A case in a text file: Markdown, then sections that begin with a line `~~~~ name`:
///
/// - `html`: what is rendered.
/// - `places`: `line:column word`, for each word where the file has it, in the order of the text.
/// - `diagnostics`: `rule line:column`, all of them.
struct CaseFile: Sendable, CustomTestStringConvertible {
    let name: String
    let markdown: String
    let sections: [String: String]

    var testDescription: String { name }

    init(_ file: URL) {
        name = file.lastPathComponent
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var parts = text.components(separatedBy: "\n~~~~ ")[...]
        markdown = parts.removeFirst() + "\n"
        var sections: [String: String] = [:]
        for part in parts {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let body = lines.count > 1 ? String(lines[1]) : ""
            sections[String(lines[0])] = body.hasSuffix("\n") || body.isEmpty ? body : body + "\n"
        }
        self.sections = sections
    }

    /// All case files of a folder.
    static func all(_ folder: String) -> [CaseFile] { Corpus.files(folder).map(CaseFile.init) }

    func lines(_ section: String) -> [String] {
        (sections[section] ?? "").split(separator: "\n").map(String.init)
    }
}
