import Foundation
import TestSupport
import Testing

/// The gates of `score.py`, which runs the built program on pairs whose true changes are known.
struct ScoreTests {
    @Test(arguments: ["designed", "random"])
    func `the redline of a known change shows it, and nothing else`(set: String) async throws {
        let program = try BuiltProgram().file.path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = Repository.root.appending(path: "Tests/RedlineTests/score.py").path
        process.arguments = ["python3", script, Pairs.folder.appending(path: set).path, "--", program, "diff"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let total = try #require(text.split(separator: "\n").last { $0.hasPrefix("TOTAL") })
        let score = Score(total)
        #expect(score["F1"] >= (set == "designed" ? 1 : 0.99), "\(text)")
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
