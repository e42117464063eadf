package import Foundation

/// Where this repository and what stands beside it are.
package enum Repository {
    /// The package's root, which is itself a project: CMPAS's.
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What `Tests/fetch-corpora` fetches.
    package static let corpora = root.appending(path: ".build-corpora")

    /// The folder of corpora beside the repository, where a machine has it.
    package static let shared = root.deletingLastPathComponent().appending(path: "shared/corpus")

    /// Whether a file or folder is there.
    package static func has(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
    }
}
