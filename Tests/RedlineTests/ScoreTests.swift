import Foundation
import TestSupport
import Testing

/// The gates of `score.py`, which runs the built program on pairs whose true changes are known.
struct ScoreTests {
    @Test(arguments: ["designed", "random"])
    func `the redline of a known change shows it, and nothing else`(set: String) throws {
        try expectGates(of: Pairs.folder.appending(path: set), leastF1: set == "designed" ? 1 : 0.99)
    }

    @Test(arguments: ["dpa/1.0", "privacy/2.1"])
    func `so does that of many changes at once`(edition: String) throws {
        let folder = try TemporaryFolder()
        let text = Repository.root.appending(path: "content/legal/\(edition).md").path
        let made = try python("make-pairs.py", [text, folder.url.path, "60"])
        #expect(made.status == 0)
        try expectGates(of: folder.url, leastF1: 0.98)
    }

    private func python(_ script: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let file = Repository.root.appending(path: "Tests/RedlineTests/\(script)")
        process.arguments = ["python3", file.path] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    private func expectGates(of pairs: URL, leastF1: Double) throws {
        let (status, text) = try python("score.py", [pairs.path, "--", BuiltProgram().file.path, "diff"])
        #expect(status == 0)
        let total = try #require(text.split(separator: "\n").last { $0.hasPrefix("TOTAL") })
        let score = Score(total)
        #expect(score["F1"] >= leastF1, "\(text)")
        #expect(score["noise"] <= 1.05)
        #expect(score["lost"] == 0)
        #expect(score["html"] == 0)
        #expect(score["P"] >= 0.98)
        #expect(score["R"] >= 0.98)
        let moves = score.moves
        #expect(Double(moves.found) >= 0.97 * Double(moves.there), "\(text)")
        #expect(score["false"] <= 0.01 * Double(moves.there))
    }
}

/// The numbers of a line of `score.py`.
private struct Score {
    private var fields: [String: String] = [:]

    init(_ line: Substring) {
        for field in line.split(separator: " ") {
            let parts = field.split(separator: "=")
            if parts.count == 2 { fields[String(parts[0])] = String(parts[1]) }
        }
    }

    /// Not a number where there is none, which passes no gate.
    subscript(name: String) -> Double { fields[name].flatMap(Double.init) ?? .nan }

    var moves: (found: Int, there: Int) {
        let parts = (fields["moves"] ?? "").split(separator: "/").compactMap { Int($0) }
        return parts.count == 2 ? (parts[0], parts[1]) : (0, 1)
    }
}
