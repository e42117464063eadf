internal import ArgumentParser
internal import Legal

/// `privacy@2.1`, as an argument.
struct EditionName: ExpressibleByArgument, Hashable, CustomStringConvertible {
    let document: String
    let version: EditionVersion

    init?(argument: String) {
        let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Document.isID(String(parts[0])), let version = EditionVersion(parts[1]) else {
            return nil
        }
        (document, self.version) = (String(parts[0]), version)
    }

    var description: String { "\(document)@\(version)" }
}
