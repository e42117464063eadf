package import Source

/// A file of the site, ready to be written.
package struct OutputFile: Sendable {
    /// Relative to the output folder.
    package let path: String
    let content: Content

    enum Content: Sendable {
        /// Bytes of the build, in one piece or in more: the same each time they are asked for.
        case pieces(Pieces)
        /// What is in the output folder already.
        case unchanged(folder: Folder)
        /// What waits in a folder within the output folder, below which it has the path that it will have.
        case waiting(stage: String, folder: Folder)
        /// A file that could not be kept.
        case failed(FileError)
        /// A file of the project as it is: so many pictures need not be in memory at once.
        case copy(path: String, folder: Folder)
    }

    typealias Pieces = @Sendable (_ take: ([UInt8]) -> Void) -> Void

    package init(path: String, bytes: [UInt8]) {
        self.init(path: path) { $0(bytes) }
    }

    /// A file whose bytes are too many to be in memory at once.
    init(path: String, pieces: @escaping Pieces) {
        self.path = path
        content = .pieces(pieces)
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

    init(path: String, waitingIn stage: String, of folder: Folder) {
        self.path = path
        content = .waiting(stage: stage, folder: folder)
    }

    init(path: String, failure: FileError) {
        self.path = path
        content = .failed(failure)
    }

    /// Its bytes piece by piece, if they are made by the build and not in a folder.
    var pieces: Pieces? {
        if case .pieces(let pieces) = content { pieces } else { nil }
    }

    /// Where it waits, if it does.
    var stage: String? {
        if case .waiting(let stage, _) = content { stage } else { nil }
    }

    package func read() throws(FileError) -> [UInt8] {
        switch content {
        case .pieces(let pieces):
            var bytes: [UInt8] = []
            pieces { bytes += $0 }
            return bytes
        case .copy(let path, let folder): return try folder.read(path)
        case .waiting(let stage, let folder): return try folder.read("\(stage)/\(path)")
        case .unchanged(let folder): return try folder.read(path)
        case .failed(let error): throw error
        }
    }
}
