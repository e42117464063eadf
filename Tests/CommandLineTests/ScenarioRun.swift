import Foundation
import TestSupport
import Testing

/// A scenario while it runs, in a folder of its own.
struct ScenarioRun {
    private let scenario: Scenario
    private let program: BuiltProgram
    private let folder: TemporaryFolder
    private var last: BuiltProgram.Run?
    private var exitCodeIsSaid = true
    private var errorsAreSaid = true
    private var kept: [String: [String: FileState]] = [:]
    /// The blocks that a recording puts in place of those in the file.
    private var recorded: [(lines: Range<Int>, text: [String])] = []

    private static let isRecording = ProcessInfo.processInfo.environment["EDICT_RECORD"] == "1"

    init(_ scenario: Scenario) throws {
        self.scenario = scenario
        program = try BuiltProgram()
        folder = try TemporaryFolder()
    }

    mutating func run() async throws {
        for file in scenario.files { try folder.write(file.path, file.text) }
        for step in scenario.steps {
            switch step.kind {
            case .needs:
                guard try await shell(step.text).exitCode == 0 else {
                    // A cancelled case alone leaves no line in the output.
                    Issue.record(
                        "\(scenario.testDescription) is skipped: this machine can't run `\(step.text)`",
                        severity: .warning)
                    try Test.cancel()
                }
            case .use: try use(step.text)
            case .run:
                endCommand(before: step)
                last = try await shell(step.text)
                (exitCodeIsSaid, errorsAreSaid) = (false, false)
            case .expect: try expect(step)
            }
        }
        endCommand(before: nil)
        if !recorded.isEmpty { try record() }
    }

    // MARK: Commands

    private func shell(_ line: String) async throws -> BuiltProgram.Run {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let beside = program.file.deletingLastPathComponent().path(percentEncoded: false)
        return try await program.run(
            [], in: folder.url,
            environment: [
                "PATH": "\(beside):\(path)", "LC_ALL": "C.UTF-8",
                "REPOSITORY": Repository.root.path(percentEncoded: false),
            ],
            // A line may run the program hundreds of times, on a busy machine.
            prefix: ["/bin/sh", "-c", line], timeLimit: .seconds(600))
    }

    /// Files that the scenario brings itself win over those of the project.
    private func use(_ name: String) throws {
        let project = try Array(TemporaryFolder.files(of: Scenario.projects.appending(path: name)))
        for (path, bytes) in project where !scenario.files.contains(where: { $0.path == path }) {
            try folder.write(path, bytes)
        }
    }

    /// What a command's expectations need not say: that it ends well, and that it has nothing to complain about.
    private mutating func endCommand(before next: Scenario.Step?) {
        guard let last else { return }
        if !exitCodeIsSaid { expectExitCode(0, last, line: next?.line ?? scenario.steps.last?.line ?? 1) }
        if !errorsAreSaid, !last.errors.isEmpty {
            fail(next?.line ?? 1, "standard error is not empty before this line:\n\(last.errorText)")
        }
        (exitCodeIsSaid, errorsAreSaid) = (true, true)
    }

    // MARK: Expectations

    private mutating func expect(_ step: Scenario.Step) throws {
        let words = step.words(3)
        switch words[0] {
        case "exit":
            exitCodeIsSaid = true
            guard words.count == 2, let code = Int32(words[1]) else {
                return fail(step.line, "an exit code is a number")
            }
            if let last { expectExitCode(code, last, line: step.line) }
        case "stdout": expect(step, text: last?.outputText ?? "")
        case "stderr":
            errorsAreSaid = true
            expect(step, text: last?.errorText ?? "")
        case "exists": if !exists(words[1]) { fail(step.line, "there is no '\(words[1])'") }
        case "absent": if exists(words[1]) { fail(step.line, "there is '\(words[1])'") }
        case "file":
            let parts = step.words(4)
            guard let bytes = try? folder.read(parts[1]) else { return fail(step.line, "'\(parts[1])' can't be read") }
            expect(step, text: String(decoding: bytes, as: UTF8.self), after: 2)
        case "same":
            if try folder.read(words[1]) != folder.read(words[2]) {
                fail(step.line, "'\(words[1])' and '\(words[2])' differ")
            }
        case "tree": expect(step, lines: try folder.files(below: words[1]).keys.sorted().map(Self.steady))
        case "keep": kept[words[1]] = try FileState.all(below: folder.url.appending(path: words[1]))
        case "kept":
            let now = try FileState.all(below: folder.url.appending(path: words[1]))
            let before = kept[words[1]] ?? [:]
            for path in Set(now.keys).union(before.keys).sorted() where now[path] != before[path] {
                fail(
                    step.line,
                    "'\(path)' was \(before[path] == nil ? "made" : now[path] == nil ? "removed" : "changed")")
            }
        default: fail(step.line, "'\(words[0])' is no expectation")
        }
    }

    /// `has TEXT`, `lacks TEXT`, or the whole.
    ///
    /// - Parameter count: how many words of the line come before that.
    private mutating func expect(_ step: Scenario.Step, text: String, after count: Int = 1) {
        let words = step.words(count + 2)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.steady)
        if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += "\\" }
        guard words.count > count else { return expect(step, lines: lines) }
        let isThere = words.count == count + 2 && lines.contains { $0.contains(words[count + 1]) }
        switch words[count] {
        case "has" where words.count == count + 2:
            if !isThere { fail(step.line, "no line holds '\(words[count + 1])':\n\(text)") }
        case "lacks" where words.count == count + 2:
            if isThere { fail(step.line, "a line holds '\(words[count + 1])':\n\(text)") }
        default: fail(step.line, "'\(step.text)' is no expectation")
        }
    }

    private mutating func expect(_ step: Scenario.Step, lines: [String]) {
        guard lines != step.block else { return }
        if Self.isRecording { recorded.append((step.blockLines, lines)) }
        let difference = TextDifference(from: step.block, to: lines)
        fail(step.line, "\(step.text) is not as expected:\n\(difference)")
    }

    private func expectExitCode(_ code: Int32, _ run: BuiltProgram.Run, line: Int) {
        guard run.exitCode != code else { return }
        let end = run.exitCode.map { "exit code \($0)" } ?? "signal \(run.signal ?? 0)"
        fail(line, "\(end) where \(code) is expected:\n\(run.outputText)\(run.errorText)")
    }

    private func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: folder.path + path)) != nil
    }

    private func fail(_ line: Int, _ message: String) {
        Issue.record("\(scenario.file.path):\(line): \(message)")
    }

    /// A line without what differs from run to run, or with every change of the stylesheet.
    private static func steady(_ line: some StringProtocol) -> String {
        String(line).replacing(#/\ in\ [0-9]+\.[0-9]{2}\ s\b/#, with: " in TIME")
            .replacing("\u{A0}", with: " ")
            .replacing(#/\/(site|changes|specialists|terms|photo)\.[0-9a-f]{10}\./#) { "/\($0.1).HASH." }
    }

    // MARK: Recording

    /// Writes what was said into the scenario's file; the run has failed all the same, so that somebody looks at it.
    private func record() throws {
        var lines = try String(contentsOf: scenario.file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for block in recorded.sorted(by: { $0.lines.lowerBound > $1.lines.lowerBound }) {
            lines.replaceSubrange(block.lines, with: block.text.map { $0.isEmpty ? "|" : "| \($0)" })
        }
        try lines.joined(separator: "\n").write(to: scenario.file, atomically: true, encoding: .utf8)
    }
}

/// What a write leaves its mark on.
private struct FileState: Equatable {
    let bytes: Data
    let inode: Int
    let changed: Date

    static func all(below folder: URL) throws -> [String: FileState] {
        var states: [String: FileState] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)) {
            let file = folder.appending(path: path)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path(percentEncoded: false))
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            states[path] = FileState(
                bytes: try Data(contentsOf: file), inode: attributes[.systemFileNumber] as? Int ?? 0,
                changed: attributes[.modificationDate] as? Date ?? .distantPast)
        }
        return states
    }
}
