internal import Glibc
package import Source
internal import Synchronization

/// Where the files of a build wait, beside what is in the output folder, until all of them are known to be right: so no more of
/// them are in memory than are being made, and where anything is wrong nothing is written.
package final class OutputStage: Sendable {
    private let folder: Folder
    private let name = Folder.temporaryPrefix + "files-\(getpid())"
    private let state = Mutex(State())

    private struct State {
        var count = 0
        var hasMadeOutput = false
    }

    /// - Parameter path: the output folder. Nothing is made there until a file needs it.
    package init(_ path: String) {
        folder = Folder(path)
    }

    /// The same file without its bytes, which are in the output folder already or wait beside it.
    func hold(_ file: OutputFile) -> OutputFile {
        guard let bytes = file.bytes else { return file }
        do {
            if try folder.holds(file.path, bytes) { return OutputFile(unchanged: file.path, in: folder) }
            let place = try place()
            try folder.create(place, with: bytes)
            return OutputFile(path: file.path, waitingAt: place, in: folder)
        } catch {
            return OutputFile(path: file.path, failure: error)
        }
    }

    /// Where the next file waits.
    private func place() throws(FileError) -> String {
        try state.withLock { state throws(FileError) in
            if state.count == 0 {
                state.hasMadeOutput = try folder.kind(of: "") == nil
                try folder.makeFolder("")
                try folder.removeStage(name)
                try folder.makeFolder(name)
            }
            state.count += 1
            return "\(name)/\(state.count)"
        }
    }

    /// Removes what still waits.
    package func discard() throws(FileError) {
        try state.withLock { state throws(FileError) in
            if state.count == 0 { return }
            try folder.removeStage(name)
            // Fails where something is in it, as it should.
            if state.hasMadeOutput { unsafe rmdir(folder.path) }
        }
    }
}

extension Folder {
    /// Whether a file has these bytes.
    func holds(_ relative: String, _ bytes: [UInt8]) throws(FileError) -> Bool {
        guard try kind(of: relative) == .file else { return false }
        let held = try read(relative, limit: bytes.count)
        if held.count != bytes.count { return false }
        // Arrays compare byte by byte.
        return unsafe memcmp(held, bytes, bytes.count) == 0
    }

    /// Removes a folder in which files of a build waited, with those that still do.
    func removeStage(_ relative: String) throws(FileError) {
        guard try kind(of: relative) == .folder else { return }
        for entry in try entries(of: relative, includingHidden: true) { try remove("\(relative)/\(entry.name)") }
        if unsafe rmdir(path(of: relative)) != 0, errno != ENOENT {
            throw FileError("remove", path(of: relative), code: errno)
        }
    }
}
