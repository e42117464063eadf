package import Diagnostics
package import Source

extension Edition {
    /// SHA-256 of the file's bytes with LF line ends.
    package var sourceDigest: Digest { Digest(of: file.bytesWithLineFeeds) }
}

extension SourceFile {
    /// The bytes with each CR LF as LF: what the digest of an edition's source is of.
    package var bytesWithLineFeeds: [UInt8] {
        guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let isBeforeLineFeed = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\r"), isBeforeLineFeed { continue }
            result.append(byte)
        }
        return result
    }
}

extension PublishedEdition {
    /// What is not as it was published: the file, or the text it gives.
    package func verify() -> [Diagnostic] {
        verify(Digest(of: edition.plainText(.published(publication))))
    }

    /// What is not as it was published.
    ///
    /// - Parameter text: the digest of the edition's plain text with the values it was published with.
    package func verify(_ text: @autoclosure () -> Digest) -> [Diagnostic] {
        let name = "\(publication.document)@\(publication.version)"
        let hint = "restore the file from version control; what is to change goes into a new edition"
        if edition.sourceDigest != publication.source {
            return [
                Diagnostic(
                    .error, "source-changed", at: edition.file.location,
                    "\(name) is published, and its file is not what was published", hint: hint)
            ]
        }
        if text() != publication.text {
            return [
                Diagnostic(
                    .error, "text-changed", at: edition.file.location,
                    "\(name) reads otherwise than when it was published, though its file is the same",
                    hint: "the program that renders it has changed: report this as a bug in Edict")
            ]
        }
        return []
    }
}
