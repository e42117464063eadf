import Diagnostics
import Foundation
import Legal
import Profiles
import Project
import Source
import Templates
import TestSupport
import Testing

@testable import Review

/// A text and what the rules find in it: one file of `Cases/` or `Silent/`.
///
/// Up to three parts, apart by lines `====`: settings (left out, those of `Settings`), the file of an edition or of a profile,
/// and what is found, a line each: `line:column-column severity message`, its hint on the next line. An edition without front
/// matter is version 1.0 of 1 February 2026.
struct RuleCase: CustomTestStringConvertible, Sendable {
    let url: URL
    let settings: Settings
    let file: SourceFile
    let expected: String

    var testDescription: String { url.lastPathComponent }
    /// The name of the folder it is in.
    var folder: String { url.deletingLastPathComponent().lastPathComponent }

    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    // MARK: Reading

    /// The cases below a folder beside this file, sorted by their paths.
    static func all(in folder: String, beside path: String = #filePath) -> [RuleCase] {
        let folder = URL(filePath: path).deletingLastPathComponent().appending(path: folder)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
            .sorted { $0.path() < $1.path() }
            .map { url in
                do { return try RuleCase(url) } catch { fatalError("\(url.path()): \(error)") }
            }
    }

    init(url: URL, settings: Settings, file: SourceFile, expected: String) {
        (self.url, self.settings, self.file, self.expected) = (url, settings, file, expected)
    }

    init(_ url: URL) throws {
        self.url = url
        let text = try String(contentsOf: url, encoding: .utf8)
        var parts = text.components(separatedBy: "\n====\n")
        let isSilent = url.path().contains("/Silent/")
        expected = isSilent || parts.count < 2 ? "" : parts.removeLast().trimmingCharacters(in: .newlines)
        let body = parts.removeLast() + (isSilent ? "" : "\n")
        file = SourceFile(path: url.lastPathComponent, bytes: Array(body.utf8))
        settings = try Settings(parts.first ?? "")
    }

    // MARK: Running

    /// The findings as the file writes them.
    func found(by rules: [Rule]) throws -> [String] {
        try diagnostics(by: rules).map(\.caseLine)
    }

    /// What some rules find, in order.
    func diagnostics(by rules: [Rule]) throws -> [Diagnostic] {
        let severities = Rule.all.map { rule in
            RuleSetting(
                rule: rule.id, severity: rules.contains { $0.id == rule.id } ? rule.severity : nil,
                location: file.location)
        }
        let context = settings.context(severities)
        var malformed: [Diagnostic] = []
        let found: [Diagnostic]
        if settings.isProfile {
            let profile = try #require(Profile.parse(file, slug: "anna", defaultLanguage: .ru, &malformed))
            found = Review.findings(in: profile, context, standing: .ready)
        } else {
            let (edition, text, history) = try settings.edition(file)
            let reviewed = ReviewedEdition(
                edition: edition, text: text, history: history, context: context, terms: settings.terms)
            found = Review.findings(reviewed, standing: .ready)
        }
        return found.filter { finding in rules.contains { $0.id == finding.rule } }.inOrder()
    }

    /// Expects that `actual` is what the file says. With `EDICT_RECORD` set, writes it into the file and fails.
    func expect(_ actual: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        let actual = actual.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["EDICT_RECORD"] != nil, actual != expected {
            var parts = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n====\n")
            if parts.count > 1 { parts.removeLast() }
            try (parts + [actual + "\n"]).joined(separator: "\n====\n").write(
                to: url, atomically: true, encoding: .utf8)
            Issue.record("recorded \(folder)/\(testDescription)", sourceLocation: sourceLocation)
        } else {
            #expect(actual == expected, "\(folder)/\(testDescription)", sourceLocation: sourceLocation)
        }
    }
}

extension Diagnostic {
    /// `45:3-27 warning the message`, and the hint on a line of its own.
    fileprivate var caseLine: String {
        let column = location.column ?? 0
        let place = "\(location.line ?? 0):\(column)-\(column + location.length - 1)"
        return "\(place) \(severity) \(message)" + (hint.map { "\n    hint: \($0)" } ?? "")
    }
}
