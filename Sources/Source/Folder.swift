internal import Glibc

/// The machine failed to read or write: the operation, the path, and what the system said.
package struct FileError: Error, Sendable, CustomStringConvertible {
    package let operation: String
    package let path: String
    package let reason: String

    package init(_ operation: String, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        reason = unsafe String(cString: strerror(code))
    }

    package var description: String { "cannot \(operation) \(path): \(reason)" }
}

/// A folder on disk, read without following symbolic links below it.
package struct Folder: Sendable {
    package struct Entry: Sendable {
        package enum Kind: Sendable { case file, folder, symbolicLink, other }
        package let name: String
        package let kind: Kind
    }

    /// As it was given; paths below it are relative to it.
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package func path(of relative: String) -> String {
        if relative.isEmpty { return path }
        if path == "." { return relative }
        return path.utf8.last == UInt8(ascii: "/") ? path + relative : "\(path)/\(relative)"
    }

    /// What stands at a path below the folder; nil where there is nothing.
    package func kind(of relative: String) throws(FileError) -> Entry.Kind? {
        var status = stat()
        guard unsafe lstat(path(of: relative), &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileError("look at", path(of: relative), code: errno)
        }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .symbolicLink
        default: .other
        }
    }

    /// What the folder below holds, sorted by the bytes of the names; hidden entries are left out unless asked for.
    package func entries(of relative: String, includingHidden: Bool = false) throws(FileError) -> [Entry] {
        let path = path(of: relative)
        guard let stream = unsafe opendir(path) else { throw FileError("list", path, code: errno) }
        defer { unsafe closedir(stream) }
        var entries: [Entry] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let type = unsafe entry.pointee.d_type
            if name != ".", name != "..", includingHidden || name.utf8.first != UInt8(ascii: ".") {
                let kind: Entry.Kind? =
                    switch Int(type) {
                    case Int(DT_REG): .file
                    case Int(DT_DIR): .folder
                    case Int(DT_LNK): .symbolicLink
                    default: try kind(of: relative.isEmpty ? name : "\(relative)/\(name)")
                    }
                if let kind { entries.append(Entry(name: name, kind: kind)) }
            }
            errno = 0
        }
        guard errno == 0 else { throw FileError("list", path, code: errno) }
        return entries.sorted { $0.name.precedes($1.name) }
    }

    /// The bytes of a file below the folder, at most `limit` and one more, which tells that there are more.
    package func read(_ relative: String, limit: Int = 64 << 20) throws(FileError) -> [UInt8] {
        try withFile(relative) { descriptor, size throws(FileError) in
            try Self.read(min(size, limit + 1), from: descriptor, path(of: relative))
        }
    }

    /// Whether a file below the folder has just these bytes, of which there is only one piece at a time in memory.
    ///
    /// - Parameter pieces: gives them, one piece after the other.
    package func holds(
        _ relative: String, _ pieces: (_ take: ([UInt8]) -> Void) -> Void
    ) throws(FileError) -> Bool {
        guard try kind(of: relative) == .file else { return false }
        return try withFile(relative) { descriptor, size throws(FileError) in
            var rest = size
            var result: Result<Bool, FileError> = .success(true)
            pieces { bytes in
                guard case .success(true) = result else { return }
                rest -= bytes.count
                result = Result { () throws(FileError) in
                    guard rest >= 0 else { return false }
                    let held = try Self.read(bytes.count, from: descriptor, path(of: relative))
                    // Arrays compare byte by byte.
                    return unsafe held.count == bytes.count && memcmp(held, bytes, bytes.count) == 0
                }
            }
            return try result.get() && rest == 0
        }
    }

    /// Opens a file to be read, and tells its size.
    private func withFile<Value>(
        _ relative: String, _ body: (_ descriptor: Int32, _ size: Int) throws(FileError) -> Value
    ) throws(FileError) -> Value {
        let path = path(of: relative)
        // Without O_NONBLOCK a pipe under the name of a file would make us wait for somebody to write into it.
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError("read", path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError("read", path, code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
        }
        return try body(descriptor, Int(status.st_size))
    }

    /// As many bytes as there are, at most `size`.
    private static func read(_ size: Int, from descriptor: Int32, _ path: String) throws(FileError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let read = unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, size - count)
                if read < 0 && errno == EINTR { continue }
                if read < 0 { failure = errno }
                if read <= 0 { break }
                count += read
            }
        }
        guard failure == 0 else { throw FileError("read", path, code: failure) }
        return bytes
    }
}
