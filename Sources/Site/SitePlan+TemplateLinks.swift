internal import Diagnostics
internal import Legal
internal import Pages
internal import Project
internal import Templates

extension SitePlan {
    /// The addresses in the project's own templates and words at which the site has nothing.
    func brokenLinksOfTemplates(_ files: [OutputFile]) -> [Diagnostic] {
        let links = project.templates.writtenLinks
        if links.isEmpty { return [] }
        let pages = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        return links.compactMap { link in
            guard let (path, file, anchor) = target(of: link) else { return nil }
            guard let page = pages[file] else {
                var hint: String?
                if case .unknown(let near) = resolve("/" + path, from: link.location.path, on: .home) { hint = near }
                return broken(link, "'\(link.text)' leads nowhere in this site", hint)
            }
            let bytes = anchor.isEmpty ? [] : (try? page.read()) ?? []
            if anchor.isEmpty || String(decoding: bytes, as: UTF8.self).contains("id=\"\(anchor)\"") { return nil }
            return broken(link, "there is no '\(anchor)' on the page that '\(link.text)' leads to", nil)
        }
    }

    /// The files of the pages in which such a link leads to a place.
    var pagesOfTemplateAnchors: Set<String> {
        Set(project.templates.writtenLinks.compactMap(target).filter { !$0.anchor.isEmpty }.map(\.file))
    }

    /// What is wrong with a whole address that may be one of this site's: nil where nothing is.
    func fault(ofWhole address: String, on page: Address) -> (message: String, hint: String?)? {
        guard let path = ownPath(of: address), case .unknown(let hint) = resolve(path, from: "", on: page) else {
            return nil
        }
        return ("'\(address)' leads nowhere in this site", hint)
    }

    private func broken(_ link: WrittenLink, _ message: String, _ hint: String?) -> Diagnostic {
        Diagnostic(.error, "unknown-link-target", at: link.location, message, hint: hint)
    }

    /// The path within the site with the file that is there, and what stands behind `#`; nil for what is beside the site on its
    /// host.
    private func target(of link: WrittenLink) -> (path: String, file: String, anchor: String)? {
        var path = link.path
        switch link.start {
        case .root: break
        case .host:
            let mount = String(project.configuration.url.path.dropFirst())
            guard path.hasPrefix(mount) else { return nil }
            path = String(path.dropFirst(mount.count))
        case .nowhere:
            guard let own = ownPath(of: path) else { return nil }
            path = String(own.dropFirst())
        }
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let page = parts.first?.split(separator: "?", omittingEmptySubsequences: false).first ?? ""
        let isPage = page.isEmpty || page.hasSuffix("/")
        return (String(page), page + (isPage ? "index.html" : ""), parts.count > 1 ? String(parts[1]) : "")
    }
}
