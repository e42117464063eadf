package import Diagnostics
internal import Source

extension Edition {
    /// SHA-256 of the file's bytes with LF line ends.
    package var sourceDigest: Digest { Digest(of: sourceBytes) }

    /// The file's bytes with LF line ends.
    package var sourceBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.bytes.count)
        for (index, byte) in file.bytes.enumerated() {
            let isBeforeLineFeed = index + 1 < file.bytes.count && file.bytes[index + 1] == UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\r"), isBeforeLineFeed { continue }
            bytes.append(byte)
        }
        return bytes
    }
}

extension PublishedEdition {
    /// What is not as it was published: the file, the text it gives, or the words at the checkbox.
    ///
    /// - Parameter text: the edition rendered with the values it was published with.
    package func verify(_ text: LegalText) -> [Diagnostic] {
        let name = "\(publication.document)@\(publication.version)"
        let hint = "restore the file from version control; what is to change goes into a new edition"
        if edition.sourceDigest != publication.source {
            return [
                Diagnostic(
                    .error, "source-changed", at: edition.file.location,
                    "\(name) is published, and its file is not what was published", hint: hint)
            ]
        }
        if text.digest != publication.text {
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
