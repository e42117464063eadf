import Diagnostics
import Foundation
import Source
import Templates
import Testing

@testable import Profiles

/// Each file of `Tables/` is a table, a line `====`, and what comes of it: the profiles, then everything that is found wrong, a
/// line each. `\r` stands for a carriage return, `\uFEFF` for a byte order mark, `\xFF` for a byte that is no UTF-8.
///
/// With `EDICT_RECORD=1` what came of it is written into the file, and the run fails.
@Suite struct TableTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tables")

    @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted())
    func `a table gives the profiles and the findings of its case file`(name: String) throws {
        let url = Self.folder.appending(path: name)
        let parts = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n====\n")
        let actual = outcome(of: bytes(parts[0] + "\n"))
        let expected = parts.count > 1 ? parts[1].trimmingCharacters(in: .newlines) : ""
        if ProcessInfo.processInfo.environment["EDICT_RECORD"] == "1", actual != expected {
            try "\(parts[0])\n====\n\(actual)\n".write(to: url, atomically: true, encoding: .utf8)
        }
        #expect(actual == expected)
    }

    private func bytes(_ text: String) -> [UInt8] {
        let marked = text.replacing("\\r", with: "\r").replacing("\\uFEFF", with: "\u{FEFF}")
        return marked.components(separatedBy: "\\xFF").map { Array($0.utf8) }.joined(separator: [0xFF]).map(\.self)
    }

    private func outcome(of bytes: [UInt8]) -> String {
        var found: [Diagnostic] = []
        let table = ProfileTable(SourceFile(path: "table.csv", bytes: bytes), &found)
        let profiles = table.rows.compactMap { table.profile(of: $0, defaultLanguage: .ru, &found) { _ in nil } }
        let lines = profiles.map { describe($0, &found) }
        return
            (lines
            + found.inOrder().map { diagnostic in
                let place = diagnostic.location
                let hint = diagnostic.hint.map { " (\($0))" } ?? ""
                return
                    "\(place.line ?? 0):\(place.column ?? 0) \(diagnostic.severity) \(diagnostic.rule) \(diagnostic.message)\(hint)"
            }).joined(separator: "\n")
    }

    private func describe(_ profile: Profile, _ found: inout [Diagnostic]) -> String {
        let courses = { (courses: [Profile.Course]) in
            courses.map { "\($0.year.map { "\($0.value)" } ?? "-")/\($0.place ?? "-")/\($0.title)" }.joined(
                separator: "; ")
        }
        let consent = profile.consent.map { consent in
            "\(consent.date.value)–\(consent.until.map { "\($0.value)" } ?? "") "
                + (consent.fields.map { $0.value.map(\.rawValue).sorted().joined(separator: "+") } ?? "all")
        }
        let fields: [(String, String?)] = [
            ("name", profile.name), ("profession", profile.profession.value), ("published", "\(profile.isPublished)"),
            ("consent", consent), ("language", profile.language.rawValue), ("photo", profile.photoPath?.value),
            ("city", profile.city?.value), ("formats", profile.formats.map(\.rawValue).joined(separator: "; ")),
            ("languages", profile.languages.joined(separator: "; ")),
            ("methods", profile.methods.joined(separator: "; ")),
            ("topics", profile.topics.map(\.value).joined(separator: "; ")),
            ("not", profile.notWorkingWith.joined(separator: "; ")),
            ("audience", profile.audience.joined(separator: "; ")), ("education", courses(profile.education)),
            ("training", courses(profile.training)), ("since", profile.practisingSince.map { "\($0.value)" }),
            (
                "services",
                profile.services.map { "\($0.name)/\($0.minutes)/\($0.price)/\($0.currency.rawValue)" }
                    .joined(separator: "; ")
            ),
            ("schedule", profile.schedule.map { "\($0.day)/\($0.from)/\($0.to)" }.joined(separator: "; ")),
            ("booking", profile.booking),
            ("text", String(decoding: profile.renderText(&found), as: UTF8.self).replacing("\n", with: "⏎")),
        ]
        return "\(profile.slug) "
            + fields.filter { $0.1?.isEmpty == false }.map { "\($0.0)=\($0.1 ?? "")" }.joined(separator: " | ")
    }
}
