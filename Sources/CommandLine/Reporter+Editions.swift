internal import ArgumentParser
internal import Diagnostics
internal import JSON
internal import Legal
internal import Project
internal import Source

extension Reporter {
    /// The published edition that `privacy@2.0`, `privacy@2026-03-03` or `privacy@in-force` names.
    func edition(
        _ name: String, in project: Project, on day: Day
    ) throws -> (DocumentHistory, Publication) {
        try failing(on: project.diagnostics.filter { $0.rule == "ledger-chain" })
        let parts = name.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw usage("'\(name)' is no edition; write privacy@2.0 or privacy@2026-03-03") }
        guard let history = project.documents.first(where: { $0.document.id == parts[0] }) else {
            throw usage("there is no document '\(parts[0])'")
        }
        if let version = EditionVersion(parts[1]) {
            guard let publication = history.publication(of: version), publication.published <= day else {
                throw finding("\(name) is not published")
            }
            return (history, publication)
        }
        guard let asked = parts[1] == "in-force" ? day : Day(parts[1]) else {
            throw usage("'\(parts[1])' is neither a version, a day nor 'in-force'")
        }
        guard let publication = history.inForce(on: asked, knownOn: min(asked, day)) else {
            throw finding("no edition of '\(parts[0])' was in force on \(asked)")
        }
        return (history, publication)
    }

    /// What a stored record of a consent names:
    /// `{"document": "privacy", "version": "2.0", "text_sha256": "…", "label_sha256": "…"}`; the digests may be left out.
    func consentRecord(_ path: String) throws -> ConsentRecord {
        do {
            let json = try JSON(parsing: try Folder(".").read(path))
            guard let document = json["document"]?.string, let version = json["version"]?.string else {
                throw usage("\(path) names no document and version")
            }
            return ConsentRecord(
                name: "\(document)@\(version)", text: try digest("text_sha256", of: json, in: path),
                label: try digest("label_sha256", of: json, in: path))
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

/// What was stored with a consent.
struct ConsentRecord {
    let name: String
    let text: Digest?
    let label: Digest?
}
