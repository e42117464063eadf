internal import Glibc

/// A file that the user names on the command line: also behind a symbolic link, a pipe, a terminal, `-`. (What belongs to a
/// project is read through `Folder`, which follows no links.)
package enum GivenFile {
    /// Its bytes, to its end. Throws where it is no text to be read, or longer than `limit`.
    package static func read(_ path: String, limit: Int = 64 << 20) throws(FileError) -> [UInt8] {
        let isInput = path == "-"
        let descriptor = unsafe isInput ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError("read", path, code: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count < 0 { throw FileError("read", path, code: errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > limit { throw FileError("read", path, code: EFBIG) }
        }
    }

    /// Whether there is something at a path, whatever it is.
    package static func exists(_ path: String) -> Bool {
        if path == "-" { return true }
        return unsafe access(path, F_OK) == 0
    }
}
