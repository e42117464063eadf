package import Source

/// A file of the site, ready to be written.
package struct OutputFile: Sendable {
    /// Relative to the output folder.
    package let path: String
    let content: Content

    enum Content: Sendable {
        case bytes([UInt8])
        /// What is in the output folder already.
        case unchanged(folder: Folder)
        /// A file that waits in the output folder to get its name.
        case waiting(path: String, folder: Folder)
        /// A file that could not be kept.
        case failed(FileError)
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

    init(unchanged path: String, in folder: Folder) {
        self.path = path
        content = .unchanged(folder: folder)
    }

    init(path: String, waitingAt place: String, in folder: Folder) {
        self.path = path
        content = .waiting(path: place, folder: folder)
    }

    init(path: String, failure: FileError) {
        self.path = path
        content = .failed(failure)
    }

    /// Its bytes, if they are in memory.
    var bytes: [UInt8]? {
        if case .bytes(let bytes) = content { bytes } else { nil }
    }

    package func read() throws(FileError) -> [UInt8] {
        switch content {
        case .bytes(let bytes): bytes
        case .copy(let path, let folder), .waiting(let path, let folder): try folder.read(path)
        case .unchanged(let folder): try folder.read(path)
        case .failed(let error): throw error
        }
    }
}
