import Diagnostics
import Foundation
import Source
import Templates
import Testing

@testable import Legal

/// A test case in a file: an input, a line `====`, what is expected.
struct CaseFile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    private let url: URL
    let input: SourceFile
    let expected: String

    /// Expects that `actual` is what the file says. With `EDICT_RECORD` set, writes it into the file and fails.
    func expect(_ actual: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["EDICT_RECORD"] != nil, actual != expected {
            let input = String(decoding: input.bytes, as: UTF8.self)
            try "\(input)====\n\(actual)\n".write(to: url, atomically: true, encoding: .utf8)
            Issue.record("recorded \(testDescription)", sourceLocation: sourceLocation)
        } else {
            #expect(actual == expected, sourceLocation: sourceLocation)
        }
    }

    /// The cases of a folder beside this file, sorted by name.
    static func all(in folder: String, beside path: String = #filePath) -> [CaseFile] {
        let folder = URL(filePath: path).deletingLastPathComponent().appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.sorted().map { name in
            let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            let parts = text.components(separatedBy: "\n====\n")
            return CaseFile(
                testDescription: name, url: folder.appending(path: name),
                input: SourceFile(path: name, bytes: Array((parts[0] + "\n").utf8)),
                expected: parts.count > 1 ? parts[1].trimmingCharacters(in: .newlines) : "")
        }
    }
}

extension SourceFile {
    private var draft: Edition {
        get throws {
            let day = try #require(Day("2026-02-01"))
            return Edition(
                version: try #require(EditionVersion("1.0")), date: day, effective: day, summary: "", change: .edition,
                action: .notify, label: nil, isReady: false, waivers: [], file: self, body: 0..<bytes.count)
        }
    }

    /// The whole file as the text of a draft, rendered as on its permanent page.
    func render(
        values: [String: String] = [:], title: String = "Политика", language: Language = .ru
    ) throws -> LegalText {
        let rendition = Rendition(
            title: title, language: language, values: Values(texts: values), builtIn: ["VERSION": "1.0"],
            standing: .draft,
            permalinkBase: "", permalinkLabel: { $0.label },
            resolveLink: { $0.contains(":") ? .address($0) : .unknown(hint: nil) })
        return try draft.render(rendition)
    }
}

extension LegalText {
    /// What is wrong with a text, references that name nothing among it.
    func found(in file: SourceFile) -> [Diagnostic] {
        diagnostics
            + unknownReferences.map { reference in
                Diagnostic(
                    .error, "unknown-clause-reference", at: file.location(of: reference.source),
                    "there is no \(reference.isAnnex ? "annex" : "clause") \(reference.name) here")
            }
    }
}
