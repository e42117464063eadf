internal import Legal

/// Compares the editions of one document: each is read once and each two are compared once, however often they are asked for.
package struct EditionComparer {
    private struct Versions: Hashable {
        let old: EditionVersion
        let new: EditionVersion
    }

    private var reader = TextReader()
    private var texts: [EditionVersion: [Block]] = [:]
    private var redlines: [Versions: Redline] = [:]

    package init() {}

    /// - Parameters:
    ///   - old: an edition of the document; a file is of none, and is read anew.
    ///   - new: likewise.
    package mutating func redline(old: ComparedText, new: ComparedText) -> Redline {
        guard let from = old.edition?.edition.version, let to = new.edition?.edition.version else {
            return Redline(old: old, new: new)
        }
        let versions = Versions(old: from, new: to)
        if let known = redlines[versions] { return known }
        let redline = Redline(blocks(of: old, from), blocks(of: new, to), language: new.language ?? old.language)
        redlines[versions] = redline
        return redline
    }

    private mutating func blocks(of text: ComparedText, _ version: EditionVersion) -> [Block] {
        if let known = texts[version] { return known }
        let blocks = reader.blocks(of: text)
        texts[version] = blocks
        return blocks
    }
}
