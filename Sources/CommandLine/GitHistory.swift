internal import Foundation

/// What Git knows of the files of a project.
struct GitHistory {
    /// The project's folder.
    let folder: String

    /// The bytes of a file in a revision; nil where there is no Git, no such revision, or no such file in it.
    func file(_ path: String, in revision: String) -> [UInt8]? {
        // What begins with a hyphen would be an option to Git.
        guard revision.utf8.first != UInt8(ascii: "-") else { return nil }
        return git("show", "\(revision):./\(path)")
    }

    /// The revisions that changed a file, the latest first, at most a hundred.
    func revisions(of path: String) -> [String] {
        let output = git("log", "--format=%h", "--max-count=100", "--", path) ?? []
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// What Git prints; nil where it fails.
    private func git(_ arguments: String...) -> [UInt8]? {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", folder] + arguments
        let output = Pipe()
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        return git.terminationStatus == 0 ? Array(data) : nil
    }
}
