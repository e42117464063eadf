package import Foundation

/// A folder for one test; it goes when nobody holds it any more.
package final class TemporaryFolder: Sendable {
    package let url: URL

    package var path: String { url.path(percentEncoded: false) }

    /// - Parameter place: where the folder is made; the system's place for such where nil.
    package init(in place: URL? = nil) throws {
        url = (place ?? FileManager.default.temporaryDirectory).appending(
            path: "edict-test-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file, with the folders above it, and returns where it is.
    @discardableResult
    package func write(_ path: String, _ bytes: some Sequence<UInt8>) throws -> URL {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file
    }

    /// Writes a file of text.
    @discardableResult
    package func write(_ path: String, _ text: String) throws -> URL {
        try write(path, text.utf8)
    }

    /// Copies a file or a whole folder into this one.
    package func copy(_ source: URL, to path: String) throws {
        let target = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: target)
    }

    package func read(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: url.appending(path: path)))
    }

    /// Every file below a folder with its bytes, by its path there.
    package func files(below path: String = "") throws -> [String: [UInt8]] {
        try Self.files(of: url.appending(path: path, directoryHint: .isDirectory))
    }

    /// The same of any folder.
    package static func files(of base: URL) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false)) {
            let file = base.appending(path: name)
            let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false
            if isFile { files[name] = [UInt8](try Data(contentsOf: file)) }
        }
        return files
    }
}
