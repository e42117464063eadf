internal import Glibc
package import Source

/// The folder the site is written to. Every file is written whole, and only where its bytes differ; what Edict wrote before
/// and the site no longer has is removed; anything else is left alone.
package struct OutputFolder {
    /// What a write did.
    package struct Outcome: Sendable {
        package var written = 0
        package var removed: [String] = []
        /// Files that are none of Edict's, relative to the folder.
        package var foreign: [String] = []
    }

    /// The list of what Edict wrote here, a path a line.
    private static let manifestName = ".edict-files"
    private let folder: Folder

    package init(_ path: String) {
        folder = Folder(path)
    }

    /// Makes the folder hold these files.
    ///
    /// The list of files is written first with what is and what will be in it, so that after an interruption the next write
    /// still knows which files are Edict's.
    package func write(_ files: [OutputFile]) throws(FileError) -> Outcome {
        try folder.makeFolder("")
        let paths = Set(files.map(\.path))
        let earlier = try manifest()
        if !paths.isSubset(of: earlier) { try writeManifest(earlier.union(paths)) }
        var outcome = Outcome()
        var made: Set<String> = []
        for file in files where try write(file, &made) { outcome.written += 1 }
        try sweep("", keeping: paths, earlier: earlier, &outcome)
        if earlier != paths { try writeManifest(paths) }
        return outcome
    }

    // MARK: Files

    /// Whether the file had to be written.
    private func write(_ file: OutputFile, _ made: inout Set<String>) throws(FileError) -> Bool {
        if try folder.kind(of: file.path) == .file, try folder.read(file.path, limit: file.bytes.count) == file.bytes {
            return false
        }
        let parent = Folder.parent(of: file.path)
        if made.insert(parent).inserted { try folder.makeFolder(parent) }
        try folder.replace(file.path, with: file.bytes)
        return true
    }

    // MARK: What is there

    /// Removes what Edict wrote and the site no longer has, and names what it did not write.
    private func sweep(
        _ relative: String, keeping paths: Set<String>, earlier: Set<String>, _ outcome: inout Outcome
    ) throws(FileError) {
        for entry in try folder.entries(of: relative, includingHidden: true) {
            let path = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
            if entry.kind == .folder {
                // A hidden folder, such as `.git`, is somebody else's.
                if entry.name.first == "." { continue }
                let removed = outcome.removed.count
                try sweep(path, keeping: paths, earlier: earlier, &outcome)
                // Fails where something is left in it, as it should.
                if outcome.removed.count > removed { unsafe rmdir(folder.path(of: path)) }
            } else if entry.name.hasPrefix(Folder.temporaryPrefix) {
                try remove(path)
            } else if earlier.contains(path), !paths.contains(path) {
                try remove(path)
                outcome.removed.append(path)
            } else if !paths.contains(path), entry.name.first != "." {
                outcome.foreign.append(path)
            }
        }
    }

    private func remove(_ path: String) throws(FileError) {
        if unsafe unlink(folder.path(of: path)) != 0, errno != ENOENT {
            throw FileError("remove", folder.path(of: path), code: errno)
        }
    }

    // MARK: The list of files

    private func manifest() throws(FileError) -> Set<String> {
        guard try folder.kind(of: Self.manifestName) == .file else { return [] }
        let text = String(decoding: try folder.read(Self.manifestName), as: UTF8.self)
        return Set(text.split(separator: "\n").map(String.init).filter { !$0.split(separator: "/").contains("..") })
    }

    private func writeManifest(_ paths: Set<String>) throws(FileError) {
        let lines = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }
        try folder.replace(Self.manifestName, with: Array(lines.joined().utf8))
    }
}
