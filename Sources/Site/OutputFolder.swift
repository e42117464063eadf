internal import Glibc
package import Source

/// The folder the site is written to. Every file is written whole, and only where its bytes differ; what Edict wrote before
/// and the site no longer has is removed; anything else is left alone.
package struct OutputFolder {
    /// What a write did.
    package struct Outcome: Sendable {
        package var written = 0
        /// What Edict wrote before and the site no longer has, whether it was still there or not.
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
        let all = earlier.union(paths)
        if all != earlier { try writeManifest(all) }
        var outcome = Outcome()
        outcome.removed = earlier.subtracting(paths).sorted { $0.precedes($1) }
        let stage = files.lazy.compactMap(\.stage).first
        _ = try sweep("", keeping: paths, earlier: earlier, stage: stage, &outcome)
        if let stage { try settle("", from: stage) }
        for file in files where try write(file) { outcome.written += 1 }
        if all != paths { try writeManifest(paths) }
        return outcome
    }

    // MARK: Files

    /// Moves what waits to its place: as a whole folder where there is none yet.
    private func settle(_ relative: String, from stage: String) throws(FileError) {
        for entry in try folder.entries(of: relative.isEmpty ? stage : "\(stage)/\(relative)", includingHidden: true) {
            let path = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
            if entry.kind == .folder, try folder.kind(of: path) != nil {
                try folder.makeFolder(path)
                try settle(path, from: stage)
            } else {
                try folder.move("\(stage)/\(path)", to: path)
            }
        }
    }

    /// Whether the file is new in its place.
    private func write(_ file: OutputFile) throws(FileError) -> Bool {
        switch file.content {
        case .unchanged: return false
        case .waiting: return true
        case .pieces, .copy, .failed:
            let bytes = try file.read()
            if try folder.holds(file.path, { $0(bytes) }) { return false }
            try folder.makeFolder(Folder.parent(of: file.path))
            try folder.replace(file.path, with: bytes)
            return true
        }
    }

    // MARK: What is there

    /// Removes what Edict wrote and the site no longer has, and names what it did not write.
    ///
    /// - Returns: whether anything was removed.
    private func sweep(
        _ relative: String, keeping paths: Set<String>, earlier: Set<String>, stage: String?, _ outcome: inout Outcome
    ) throws(FileError) -> Bool {
        var hasRemoved = false
        for entry in try folder.entries(of: relative, includingHidden: true) {
            let path = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
            if entry.kind == .folder {
                if relative.isEmpty, entry.name.hasPrefix(Folder.temporaryPrefix), entry.name != stage {
                    try folder.removeStage(path)
                }
                // A hidden folder, such as `.git`, is somebody else's.
                if entry.name.first == "." { continue }
                guard try sweep(path, keeping: paths, earlier: earlier, stage: stage, &outcome) else { continue }
                hasRemoved = true
                // Fails where something is left in it, as it should.
                unsafe rmdir(folder.path(of: path))
            } else if entry.name.hasPrefix(Folder.temporaryPrefix) {
                try folder.remove(path)
            } else if earlier.contains(path), !paths.contains(path) {
                try folder.remove(path)
                hasRemoved = true
            } else if !paths.contains(path), entry.name.first != "." {
                outcome.foreign.append(path)
            }
        }
        return hasRemoved
    }

    // MARK: The list of files

    private func manifest() throws(FileError) -> Set<String> {
        guard try folder.kind(of: Self.manifestName) == .file else { return [] }
        let text = String(decoding: try folder.read(Self.manifestName), as: UTF8.self)
        return Set(text.split(separator: "\n").map(String.init).filter { !$0.split(separator: "/").contains("..") })
    }

    private func writeManifest(_ paths: Set<String>) throws(FileError) {
        let lines = paths.sorted { $0.precedes($1) }.map { $0 + "\n" }
        try folder.replace(Self.manifestName, with: Array(lines.joined().utf8))
    }
}
