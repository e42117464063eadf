package import Source

/// A file of the site, ready to be written.
package struct OutputFile: Sendable {
    /// Relative to the output folder.
    package let path: String
    private let content: Content

    private enum Content: Sendable {
        case bytes([UInt8])
        /// A file of the project as it is: so many pictures need not be in memory at once.
        case copy(path: String, folder: Folder)
    }

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        content = .bytes(bytes)
    }

    /// A file with the bytes of one below a folder.
    package init(path: String, copying source: String, in folder: Folder) {
        self.path = path
        content = .copy(path: source, folder: folder)
    }

    package func read() throws(FileError) -> [UInt8] {
        switch content {
        case .bytes(let bytes): bytes
        case .copy(let path, let folder): try folder.read(path)
        }
    }
}
