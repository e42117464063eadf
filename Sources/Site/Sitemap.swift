internal import HTML
internal import Legal
internal import Pages
internal import Project
internal import Source

extension SiteRenderer {
    /// `sitemap.xml` (sitemaps.org, version 0.9): every page that search engines should know.
    func sitemap() -> OutputFile {
        let urls = plan.pages.compactMap { page -> Element? in
            guard let lastModified = lastModified(page) else { return nil }
            var children = [Element("loc", text: absolute(page.address))]
            if let day = lastModified { children.append(Element("lastmod", text: day.description)) }
            return Element("url", [:], children)
        }
        let root = Element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"], urls)
        return OutputFile(path: "sitemap.xml", bytes: root.xmlDocument())
    }

    /// The day a page changed, so far as it is known; nil for a page that is in no list.
    private func lastModified(_ page: SitePlan.Page) -> Day?? {
        switch page.content {
        case .home, .legalIndex: latestChange
        case .specialistsIndex, .specialist: .some(nil)
        case .current(_, let published): published.publication.start
        case .history(let history):
            history.publications.filter { $0.published <= plan.day }.map(\.published).max()
        case .changes(let history, let comparison):
            isIndexed(comparison, history) ? .some(comparison.publication?.published) : nil
        case .permanent, .noEdition, .draft, .notFound: nil
        }
    }

    /// The last day on which a document of the site was published or took effect.
    private var latestChange: Day? {
        project.documents.flatMap { history in
            history.publications.filter { $0.published <= plan.day }.flatMap { [$0.published, $0.effective] }
        }.filter { $0 <= plan.day }.max()
    }

    /// `robots.txt` (RFC 9309).
    func robots() -> OutputFile {
        let lines = [
            "User-agent: *", "Disallow: \(configuration.url.path)drafts/", "",
            "Sitemap: \(configuration.url.origin)\(configuration.url.path)sitemap.xml", "",
        ]
        return OutputFile(path: "robots.txt", bytes: Array(lines.joined(separator: "\n").utf8))
    }
}
