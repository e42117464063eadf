import Diagnostics
import Foundation
import Legal
import Project
import Source
import TestSupport
import Testing

@testable import CommandLine

/// Whatever is done to the files of what was published, `verify` reports it.
@Suite struct VerifyTests {
    /// The small project with its one published edition, as a folder that can be written to.
    private func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (path, bytes) in try TemporaryFolder.files(of: Scenario.projects.appending(path: "minimal")) {
            try folder.write(path, bytes)
        }
        return folder
    }

    private func faults(in folder: TemporaryFolder) async throws -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let file = SourceFile(path: "edict.yml", bytes: try folder.read("edict.yml"))
        let configuration = try #require(Configuration.parse(file, &diagnostics))
        let project = try await Project.load(Source.Folder(folder.path), configuration)
        return await project.faults()
    }

    private static let edition = "content/legal/rules/1.0.md"
    private static let ledger = "content/legal/ledger.jsonl"

    @Test func `nothing is wrong with what is as it was published`() async throws {
        #expect(try await faults(in: project()).isEmpty)
    }

    /// `LedgerTamperingTests` tries every bit of a ledger; here some are enough to see that it is asked.
    @Test(arguments: [(edition, 1), (ledger, 23)])
    func `no byte of a published edition or of the ledger can be another`(path: String, step: Int) async throws {
        let folder = try project()
        let bytes = try folder.read(path)
        for index in stride(from: 0, to: bytes.count, by: step) {
            for bit in [index % 8, 5] {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                try folder.write(path, flipped)
                if try await !faults(in: folder).containsError {
                    Issue.record("\(path): bit \(bit) of byte \(index) flipped is not noticed")
                }
            }
        }
    }

    @Test func `no byte of a published edition can be put in or taken out`() async throws {
        let folder = try project()
        let bytes = try folder.read(Self.edition)
        for index in bytes.indices {
            for byte in "\n\r".utf8 {
                var longer = bytes
                longer.insert(byte, at: index)
                // A carriage return before a line feed is how another system ends the line, and no change.
                let isLineEnd = byte == UInt8(ascii: "\r") && bytes[index] == UInt8(ascii: "\n")
                try folder.write(Self.edition, longer)
                if try await faults(in: folder).containsError == isLineEnd {
                    Issue.record("byte \(byte) put in at \(index): \(isLineEnd ? "a change" : "not noticed")")
                }
            }
            var shorter = bytes
            shorter.remove(at: index)
            try folder.write(Self.edition, shorter)
            if try await !faults(in: folder).containsError { Issue.record("byte \(index) taken out is not noticed") }
        }
    }

    @Test func `line ends of another system are no change`() async throws {
        let folder = try project()
        let text = String(decoding: try folder.read(Self.edition), as: UTF8.self)
        try folder.write(Self.edition, text.replacing("\n", with: "\r\n"))
        #expect(try await faults(in: folder).isEmpty)
    }

    @Test(arguments: [edition, "content/legal/rules/document.yml", "content/legal/rules", "content/legal"])
    func `what was published can't go`(path: String) async throws {
        let folder = try project()
        try FileManager.default.removeItem(at: folder.url.appending(path: path))
        // With the folder goes the ledger: an empty project has nothing to verify, and only an earlier ledger shows it.
        #expect(try await faults(in: folder).containsError == (path != "content/legal"))
    }

    @Test func `document yml that can't be read hides no published edition`() async throws {
        let folder = try project()
        let path = "content/legal/rules/document.yml"
        let bytes = try folder.read(path)
        for length in 0..<bytes.count {
            try folder.write(path, bytes[..<length])
            // What can still be read has another title or kind at the most: those of the edition are frozen.
            let text = String(decoding: bytes[..<length], as: UTF8.self)
            let isWhole = text.contains("kind: policy")
            #expect(try await faults(in: folder).containsError != isWhole, "cut at \(length)")
        }
    }
}
