package import Diagnostics
internal import Markdown
internal import Source

/// Leads the author's links to where they go: to a clause of the text, or to another page of the site.
struct Links {
    private let rendition: Rendition
    private let ids: Set<String>
    private(set) var diagnostics: [Diagnostic] = []
    /// Links to numbers of clauses that are not there.
    private(set) var unknown: [UnknownReference] = []
    /// Links to a provision of another text.
    private(set) var anchors: [OutwardAnchor] = []
    /// A hint is looked for among all provisions: past this many findings it would take too long.
    private static let mostHints = 50

    init(_ rendition: Rendition, ids: Set<String>) {
        self.rendition = rendition
        self.ids = ids
    }

    /// Resolves every link; those to other sites stay as they are.
    mutating func resolve(_ edition: EditionTree) {
        for node in Array(edition.tree.root.descendants) where node.kind == .link || node.kind == .image {
            let destination = String(decoding: node.destination, as: UTF8.self)
            if destination.isEmpty, edition.tree.destinationRange(of: node)?.isEmpty ?? true {
                report(node, edition, "a link without an address", hint: nil)
            }
            // What holds a placeholder is not known yet, and one that was refused is empty now.
            if destination.isEmpty || PlaceholderName.mayStand(in: node.destination) { continue }
            if LinkDestination.hasScheme(node.destination) {
                // A whole address stays as it is, and may still be one of this site's.
                switch rendition.resolveLink(destination) {
                case .unknown(let hint):
                    report(node, edition, "'\(destination)' leads nowhere in this site", hint: hint)
                case .address, .unpublished: noteAnchor(of: destination, node, edition)
                }
            } else if destination.utf8.first == UInt8(ascii: "#") {
                resolveAnchor(String(destination.dropFirst()), node, edition)
            } else {
                resolvePage(destination, node, edition)
            }
        }
    }

    private mutating func resolveAnchor(_ name: String, _ link: MarkdownNode, _ edition: EditionTree) {
        let id = name.percentDecoded
        if ids.contains(id) {
            link.destination = Array("\(rendition.anchorBase)#\(name)".utf8)
            return
        }
        if let range = edition.tree.destinationRange(of: link), NumberLabel(startOf: (id + ".").utf8)?.description == id
        {
            let start = range.lowerBound + 1
            unknown.append(
                UnknownReference(name: id, isAnnex: false, source: start..<max(start, range.upperBound)))
            return
        }
        report(
            link, edition, "there is no clause '\(id)' here",
            hint: diagnostics.count < Self.mostHints ? suggestion(for: id, in: ids) : nil)
    }

    private mutating func resolvePage(_ destination: String, _ link: MarkdownNode, _ edition: EditionTree) {
        switch rendition.resolveLink(destination) {
        case .address(let address):
            link.destination = Array(address.utf8)
            noteAnchor(of: destination, link, edition)
        case .unpublished: link.replace(with: Array(link.children))
        case .unknown(let hint): report(link, edition, "'\(destination)' leads nowhere in this site", hint: hint)
        }
    }

    /// Keeps what a link names behind its `#`, for who knows the other text.
    private mutating func noteAnchor(of destination: String, _ link: MarkdownNode, _ edition: EditionTree) {
        guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return }
        let anchor = String(destination[destination.index(after: hash)...]).percentDecoded
        anchors.append(OutwardAnchor(link: destination, anchor: anchor, location: location(of: link, edition)))
    }

    private mutating func report(_ link: MarkdownNode, _ edition: EditionTree, _ message: String, hint: String?) {
        diagnostics.append(
            Diagnostic(
                rendition.standing == .published ? .note : .error, "unknown-link-target",
                at: location(of: link, edition), message, hint: hint))
    }

    private func location(of link: MarkdownNode, _ edition: EditionTree) -> Location {
        let range = edition.tree.destinationRange(of: link)
        return edition.file.location(
            at: range?.lowerBound ?? edition.offset(of: link), length: range?.count ?? 1)
    }
}

/// A link to a provision of another text: `../rules/1.0.md#9.9`, or a place on a page of another site.
package struct OutwardAnchor: Sendable {
    /// As it is written.
    package let link: String
    package let anchor: String
    package let location: Location
}

extension String {
    /// The text with its `%41` read as bytes.
    fileprivate var percentDecoded: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
