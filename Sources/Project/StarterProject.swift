package import Source
package import Templates

/// The files that a new project begins with: inside the binary, out of `Starter/`.
package enum StarterProject {
    /// In the order in which their owner needs them.
    package static func files(in language: Language) -> [SourceFile] {
        let own =
            switch language {
            case .ru: PackageResources.ru_txt
            case .en: PackageResources.en_txt
            }
        return split(own) + split(PackageResources.common_txt)
    }

    /// The files in one text, each below a line `-- PATH --`.
    private static func split(_ archive: [UInt8]) -> [SourceFile] {
        var files: [(path: String, bytes: [UInt8])] = []
        for line in archive.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            if line.starts(with: "-- ".utf8), line.suffix(3).elementsEqual(" --".utf8) {
                files.append((String(decoding: line.dropFirst(3).dropLast(3), as: UTF8.self), []))
            } else if let last = files.indices.last {
                files[last].bytes += line + [UInt8(ascii: "\n")]
            }
        }
        return files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
    }
}
