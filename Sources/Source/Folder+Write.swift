internal import Glibc

extension Folder {
    /// How the name of a file begins that is being written.
    package static let temporaryPrefix = ".edict-new-"

    /// Writes a file whole: beside its place first, then under its name. At no moment is there half a file.
    ///
    /// - Parameter isDurable: whether to return only when the bytes and the name are on the disk.
    package func replace(_ relative: String, with bytes: [UInt8], isDurable: Bool = false) throws(FileError) {
        let parent = Self.parent(of: relative)
        let temporary = path(of: (parent.isEmpty ? "" : parent + "/") + Self.temporaryPrefix + "\(getpid())")
        let target = path(of: relative)
        var failure = Self.write(to: temporary, isDurable: isDurable) { $0(bytes) }
        if failure == 0, unsafe rename(temporary, target) != 0 { failure = errno }
        guard failure == 0 else {
            unsafe unlink(temporary)
            throw FileError("write", target, code: failure)
        }
        if isDurable { try synchronize(parent) }
    }

    /// Writes a file that has nobody's name yet, with the folders above it: until it is moved to its place, nobody reads it.
    ///
    /// - Parameter pieces: gives its bytes, one piece after the other.
    package func create(_ relative: String, _ pieces: (_ take: ([UInt8]) -> Void) -> Void) throws(FileError) {
        var failure = Self.write(to: path(of: relative), isDurable: false, pieces)
        if failure == ENOENT {
            try makeFolder(Self.parent(of: relative))
            failure = Self.write(to: path(of: relative), isDurable: false, pieces)
        }
        if failure != 0 { throw FileError("write", path(of: relative), code: failure) }
    }

    /// Gives a file another name, in the place of what has it.
    package func move(_ relative: String, to target: String) throws(FileError) {
        if unsafe rename(path(of: relative), path(of: target)) != 0 {
            throw FileError("write", path(of: target), code: errno)
        }
    }

    /// Removes a file, if it is there.
    package func remove(_ relative: String) throws(FileError) {
        if unsafe unlink(path(of: relative)) != 0, errno != ENOENT {
            throw FileError("remove", path(of: relative), code: errno)
        }
    }

    /// Makes a folder below this one, or this one itself, and those above it. A symbolic link in the place of one would lead
    /// what is written elsewhere.
    package func makeFolder(_ relative: String) throws(FileError) {
        let path = path(of: relative)
        if unsafe mkdir(path, 0o755) == 0 { return }
        if errno == EEXIST {
            if !relative.isEmpty, try kind(of: relative) == .symbolicLink {
                throw FileError("write through the symbolic link", path, code: ELOOP)
            }
            return
        }
        guard errno == ENOENT, path.contains("/") else { throw FileError("make folder", path, code: errno) }
        if relative.isEmpty {
            try Folder(Self.parent(of: path)).makeFolder("")
        } else {
            try makeFolder(Self.parent(of: relative))
        }
        if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError("make folder", path, code: errno) }
    }

    /// The folder that a path stands in; nothing where it names none.
    package static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// Removes the files that a process was writing into a folder when it was killed. Nobody else may be writing into it.
    package func removeHalfWritten(in relative: String) throws(FileError) {
        for entry in try entries(of: relative, includingHidden: true)
        where entry.kind == .file && entry.name.hasPrefix(Self.temporaryPrefix) {
            try remove("\(relative)/\(entry.name)")
        }
    }

    /// The system's error, or 0.
    private static func write(
        to path: String, isDurable: Bool, _ pieces: (_ take: ([UInt8]) -> Void) -> Void
    ) -> Int32 {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return errno }
        var failure: Int32 = 0
        pieces { bytes in
            if failure == 0 { failure = write(bytes, to: descriptor) }
        }
        if failure == 0, isDurable, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        return failure
    }

    /// The system's error, or 0.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        unsafe bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
                let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return count < 0 ? errno : ENOSPC }
                written += count
            }
            return 0
        }
    }

    /// Puts the names in a folder on the disk.
    private func synchronize(_ relative: String) throws(FileError) {
        let path = path(of: relative)
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("open", path, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError("write", path, code: errno) }
    }

    /// Runs `body` while no other process does so with the same folder. Nil, without running it, where one does.
    package func locked<Value>(_ relative: String, _ body: () throws(FileError) -> Value) throws(FileError) -> Value? {
        let path = path(of: relative)
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("open", path, code: errno) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK { return nil }
            throw FileError("lock", path, code: errno)
        }
        return try body()
    }
}
