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
        var isMade = false
        var hasMadeOutput = false
    }

    /// - Parameter path: the output folder. Nothing is made there until a file needs it.
    package init(_ path: String) {
        folder = Folder(path)
    }

    /// The same file without its bytes, which are in the output folder already or wait beside it.
    func hold(_ file: OutputFile) -> OutputFile {
        guard let pieces = file.pieces else { return file }
        do {
            if try folder.holds(file.path, pieces) { return OutputFile(unchanged: file.path, in: folder) }
            try make()
            try folder.create("\(name)/\(file.path)", pieces)
            return OutputFile(path: file.path, waitingIn: name, of: folder)
        } catch {
            return OutputFile(path: file.path, failure: error)
        }
    }

    private func make() throws(FileError) {
        try state.withLock { state throws(FileError) in
            if state.isMade { return }
            state.hasMadeOutput = try folder.kind(of: "") == nil
            try folder.makeFolder("")
            try folder.removeStage(name)
            try folder.makeFolder(name)
            state.isMade = true
        }
    }

    /// Removes what still waits.
    package func discard() throws(FileError) {
        try state.withLock { state throws(FileError) in
            if !state.isMade { return }
            try folder.removeStage(name)
            // Fails where something is in it, as it should.
            if state.hasMadeOutput { unsafe rmdir(folder.path) }
        }
    }
}

extension Folder {
    /// Removes a folder in which files of a build waited, with those that still do.
    func removeStage(_ relative: String) throws(FileError) {
        guard try kind(of: relative) == .folder else { return }
        for entry in try entries(of: relative, includingHidden: true) {
            let path = "\(relative)/\(entry.name)"
            if entry.kind == .folder { try removeStage(path) } else { try remove(path) }
        }
        if unsafe rmdir(path(of: relative)) != 0, errno != ENOENT {
            throw FileError("remove", path(of: relative), code: errno)
        }
    }
}
