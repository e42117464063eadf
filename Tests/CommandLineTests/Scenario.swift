import Foundation
import Testing

/// A scenario of the command line: one text file, read from top to bottom, after Go's testscript.
///
///     # What it shows, in a sentence or two.
///     needs unshare -m true          the scenario is skipped where this command fails
///     use minimal                    the files of Projects/minimal, as a project to start from
///     $ edict check                  a line for the shell; `edict` is the built program, $REPOSITORY this repository
///     exit 1                         its exit code; 0 where nothing is said
///     stdout                         all of its standard output: the lines that follow with `| `; none where none do
///     | content/values.yml:1:1: error: …
///     stderr has TEXT                a line of it holds the text
///     stderr lacks TEXT              no line of it does
///     exists PATH                    there is something at the path
///     absent PATH                    there is nothing
///     file PATH                      the whole text of a file, likewise
///     | title: Example
///     file PATH has TEXT             and parts of it
///     file PATH lacks TEXT
///     same PATH OTHER                two files of the same bytes
///     tree FOLDER                    the paths of all files below it, likewise
///     | index.html
///     keep FOLDER                    remembers every file of it: bytes, inode, time of change
///     kept FOLDER                    nothing of that has changed since
///     -- content/values.yml --       from here on: files to begin with, each up to the next such line
///     EMAIL: x@example.org
///
/// Standard error must be empty where a command's says nothing of it. Times (`in 0.12 s`) read `in TIME`, the
/// names of files that change with their bytes `site.HASH.css`, no-break spaces as others.
struct Scenario: Sendable, CustomTestStringConvertible {
    struct Step: Sendable {
        enum Kind: Sendable { case needs, use, run, expect }

        let kind: Kind
        /// In the scenario's file, counted from 1.
        let line: Int
        /// The line without what its kind begins with.
        let text: String
        /// The lines with `| ` below it.
        var block: [String] = []
        var blockLines: Range<Int>
    }

    let file: URL
    let steps: [Step]
    let files: [(path: String, text: String)]

    var testDescription: String { file.deletingPathExtension().lastPathComponent }

    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    init(_ file: URL) throws {
        self.file = file
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        var steps: [Step] = []
        var files: [(path: String, text: String)] = []
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                files.append((String(line.dropFirst(3).dropLast(3)), ""))
            } else if !files.isEmpty {
                files[files.count - 1].text += line + (index == lines.count - 1 ? "" : "\n")
            } else if line == "|" || line.hasPrefix("| ") {
                guard !steps.isEmpty else {
                    throw Malformed(description: "\(file.path):\(index + 1): a block of nothing")
                }
                steps[steps.count - 1].block.append(String(line.dropFirst(2)))
                steps[steps.count - 1].blockLines = steps[steps.count - 1].blockLines.lowerBound..<index + 1
            } else if !line.isEmpty, !line.hasPrefix("#") {
                steps.append(Step(line, at: index + 1))
            }
        }
        self.steps = steps
        self.files = files
    }

    /// All scenarios of the folder, in the order of their names.
    static var all: [Scenario] {
        get throws {
            try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "txt" }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }.map(Scenario.init)
        }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scenarios")
    static let projects = folder.deletingLastPathComponent().appending(path: "Projects")
}

extension Scenario.Step {
    fileprivate init(_ line: String, at number: Int) {
        let beginnings: [(String, Kind)] = [("needs ", .needs), ("use ", .use), ("$ ", .run)]
        let found = beginnings.first { line.hasPrefix($0.0) }
        self.init(
            kind: found?.1 ?? .expect, line: number, text: String(line.dropFirst(found?.0.count ?? 0)),
            blockLines: number..<number)
    }

    /// The words of the line, of which the last may hold spaces.
    func words(_ count: Int) -> [String] {
        text.split(separator: " ", maxSplits: count - 1).map(String.init)
    }
}
