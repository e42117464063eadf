import Foundation
import TestSupport
import Testing

/// Small projects with the whole sites that are made of them: `Sites/NAME/project/` and `Sites/NAME/expected/`, every page
/// in full, for a reader to review.
///
/// `EDICT_RECORD=1 swift test --filter WholeSiteTests` writes what was built to `expected/`, and fails where that was not
/// what it held.
struct WholeSiteTests {
    private static let sites = Repository.root.appending(path: "Tests/SiteTests/Sites")

    private static var isRecording: Bool { ProcessInfo.processInfo.environment["EDICT_RECORD"] == "1" }

    @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: sites.path()).sorted())
    func `a project's site is the expected one, byte for byte`(name: String) async throws {
        let site = Self.sites.appending(path: name)
        let folder = try TemporaryFolder()
        let run = try await BuiltProgram().run([
            "build", "--drafts", "--as-of", "2026-06-15", "--quiet",
            "-C", site.appending(path: "project").path(percentEncoded: false), "-o", folder.path,
        ])
        #expect(run.exitCode == 0, "\(run.errorText)")
        let built = try folder.files()
        let expectedFolder = site.appending(path: "expected")
        let expected = Repository.has(expectedFolder) ? try TemporaryFolder.files(of: expectedFolder) : [:]
        for path in Set(built.keys).union(expected.keys).sorted() where built[path] != expected[path] {
            Issue.record("\(Self.difference(path, expected[path], built[path]))")
        }
        if Self.isRecording, built != expected {
            if Repository.has(expectedFolder) { try FileManager.default.removeItem(at: expectedFolder) }
            try FileManager.default.copyItem(at: folder.url, to: expectedFolder)
        }
    }

    private static func difference(_ path: String, _ expected: [UInt8]?, _ built: [UInt8]?) -> String {
        guard let expected else { return "\(path) is not expected" }
        guard let built else { return "\(path) was not built" }
        let difference = TextDifference(from: lines(expected), to: lines(built))
        return "\(path) is not as expected:\n\(difference)"
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
