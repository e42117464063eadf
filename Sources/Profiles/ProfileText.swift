package import Diagnostics
internal import HTML
internal import Markdown
internal import Source

extension Profile {
    /// The profile's own text as HTML, in the smaller Markdown that outsiders may write: no heading of the page's own level,
    /// no image, links to other sites only, marked as not vouched for.
    ///
    /// - Parameter fault: what is wrong with a whole address, and what to do about it; nil where nothing is.
    package func renderText(
        _ diagnostics: inout [Diagnostic], fault: (String) -> (message: String, hint: String?)? = { _ in nil }
    ) -> [UInt8] {
        let tree = MarkdownTree(text, body: body)
        diagnostics += tree.diagnostics
        var level = 1
        for node in Array(tree.root.descendants) {
            switch node.kind {
            case .heading(level: 1):
                diagnostics.append(
                    Diagnostic(
                        .error, "profile-heading", at: text.location(at: node.startOffset),
                        "a heading of the first level, which is the name's own", hint: "write `##`"))
            case .heading(let written):
                // One level down at most, or readers who go by headings would miss one.
                level = min(written, level + 1)
                node.setHeadingLevel(level)
            case .image:
                diagnostics.append(
                    Diagnostic(
                        .error, "profile-image", at: text.location(at: node.startOffset),
                        "an image in a profile's text", hint: "take it out"))
                node.unlink()
            case .link: harden(node, in: tree, &diagnostics, fault)
            default: break
            }
        }
        return tree.html()
    }

    private func harden(
        _ link: MarkdownNode, in tree: MarkdownTree, _ diagnostics: inout [Diagnostic],
        _ fault: (String) -> (message: String, hint: String?)?
    ) {
        let destination = link.destination
        guard LinkDestination.hasScheme(destination) else {
            if !destination.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .error, "profile-link", at: text.location(at: link.startOffset),
                        "a link within the site in a profile's text", hint: "write the whole address, with https://"))
            }
            link.replace(with: Array(link.children))
            return
        }
        let address = String(decoding: destination, as: UTF8.self)
        if let fault = fault(address) {
            let range = tree.destinationRange(of: link)
            diagnostics.append(
                Diagnostic(
                    .error, "unknown-link-target",
                    at: text.location(at: range?.lowerBound ?? link.startOffset, length: range?.count ?? 1),
                    fault.message, hint: fault.hint))
        }
        let anchor = tree.makeCustomInline(
            enter: Element.startTag(
                "a",
                [
                    "href": address,
                    "rel": "nofollow ugc noopener",
                ]),
            exit: Element.endTag("a"))
        for child in Array(link.children) { anchor.append(child) }
        link.replace(with: [anchor])
    }
}
