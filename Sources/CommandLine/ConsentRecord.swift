internal import ArgumentParser
internal import JSON
internal import Legal
internal import Source

/// What was stored with a consent: `{"document": "privacy", "version": "2.0", "text_sha256": "…", …}`. What is not needed to
/// find the edition may be left out.
struct ConsentRecord {
    /// The file, as it is.
    let bytes: [UInt8]
    let document: String
    let version: EditionVersion
    /// Of the text that was shown.
    let text: Digest?
    /// Of the words at the checkbox.
    let label: Digest?
    /// The head of the ledger at that time.
    let ledgerHead: Digest?
    /// When it was given (RFC 3339), as it is written.
    let instant: String?
}

extension Reporter {
    func consentRecord(_ path: String) throws -> ConsentRecord {
        do {
            let bytes = try Folder(path.hasPrefix("/") ? "/" : ".").read(path, limit: 1 << 20)
            let json = try JSON(parsing: bytes)
            guard let document = json["document"]?.string, let version = json["version"]?.string else {
                throw usage("\(path) names no document and version")
            }
            guard let version = EditionVersion(version) else {
                throw usage("'\(version)' in \(path) is no version of an edition")
            }
            return ConsentRecord(
                bytes: bytes, document: document, version: version, text: try digest("text_sha256", of: json, in: path),
                label: try digest("label_sha256", of: json, in: path),
                ledgerHead: try digest("ledger_head", of: json, in: path), instant: json["instant"]?.string)
        } catch let error as FileError {
            throw machine(error)
        } catch let error as JSONError {
            throw usage("\(path) is no JSON: \(error.message)")
        }
    }

    private func digest(_ key: String, of json: JSON, in path: String) throws -> Digest? {
        guard let value = json[key], value != .null else { return nil }
        guard let digest = value.string.flatMap(Digest.init(hexadecimal:)) else {
            throw usage("'\(key)' in \(path) is no SHA-256: 64 hexadecimal digits in lower case")
        }
        return digest
    }
}
