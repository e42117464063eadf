import Foundation
import Redline
import TestSupport
import Testing

/// The hard cases in `Cases`: a new case is a new file.
struct CaseTests {
    @Test(arguments: Case.all)
    func `a hard case gives what is wanted`(file: Case) {
        let pair = RedlinePair(file.sections["old"] ?? "", file.sections["new"] ?? "")
        #expect(pair.redline.changes.map(Self.line).joined(separator: "\n") == file.sections["changes"])
        let text = TextRedline(pair.redline, isColored: false, context: 0).text()
        #expect(text == file.sections["text", default: ""] + (text.isEmpty ? "" : "\n"))
        #expect(RedlineReader(pair.html).faults == [])
        if let listed = file.sections["listed"] {
            let provisions = pair.redline.provisions.filter(\.isWorthListing)
            #expect(provisions.map(Self.line).joined(separator: "\n") == listed)
        }
    }

    /// `added 5.2`.
    private static func line(_ provision: ChangedProvision) -> String {
        (provision.fates.map(\.rawValue).sorted() + [provision.label ?? "-"]).joined(separator: " ")
    }

    @Test func `there are hard cases`() {
        #expect(Case.all.count >= 20)
    }

    /// `renumber 7.1 > 8.1`.
    private static func line(_ change: Change) -> String {
        let reference = change.reference.map { " (\($0.old) > \($0.new ?? "gone"))" } ?? ""
        let labels = [change.old, change.new].map { side in side.map { $0.label ?? "-" } ?? "none" }
        return "\(change.kind.rawValue) \(labels[0]) > \(labels[1])\(reference)"
    }
}

/// A case in a text file: sections that begin with a line `~~~~ name`: `old`, `new`, `changes`, `text`, and where it
/// matters `listed`: the provisions a list of the changes names.
struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let sections: [String: String]

    var testDescription: String { name }

    static let all: [Case] = {
        let folder = Repository.root.appending(path: "Tests/RedlineTests/Cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { Case(folder.appending(path: $0)) }
    }()

    private init(_ file: URL) {
        name = file.deletingPathExtension().lastPathComponent
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var sections: [String: String] = [:]
        for part in ("\n" + text).components(separatedBy: "\n~~~~ ").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            var body = lines.count > 1 ? String(lines[1]) : ""
            if body.hasSuffix("\n") { body.removeLast() }
            sections[String(lines[0])] = body
        }
        self.sections = sections
    }
}
