internal import Diagnostics
internal import HTML
internal import Legal
internal import Pages
internal import Profiles
internal import Project
internal import Redline
internal import Review
internal import Source
internal import Templates

/// Renders the pages of a plan: those of a document one after the other, all others each by itself, so that all cores can work.
struct SiteRenderer: Sendable {
    let plan: SitePlan
    let stylesheet: Asset
    /// Of pages that show a redline.
    let changesStylesheet: Asset
    /// Of lists of specialists.
    let script: Asset
    /// Of the terms of an edition.
    let termsScript: Asset
    let reviewContext: ReviewContext
    /// Whether the rules look at published editions.
    let reviewsPublished: Bool
    /// Of each specialist, in the order of `plan.profiles`, as it stands on `/specialists/`.
    let cards: [RenderedPart]
    /// What is wrong with the cards.
    let diagnosticsOfCards: [Diagnostic]

    var project: Project { plan.project }
    var configuration: Configuration { project.configuration }

    init(_ plan: SitePlan, reviewsPublished: Bool) async {
        self.plan = plan
        self.reviewsPublished = reviewsPublished
        stylesheet = Asset("site", "css", plan.project.templates)
        changesStylesheet = Asset("changes", "css", plan.project.templates)
        script = Asset("specialists", "js", plan.project.templates)
        termsScript = Asset("terms", "js", plan.project.templates)
        reviewContext = ReviewContext(plan.project, on: plan.day)
        (cards, diagnosticsOfCards) = await Self.cards(plan)
    }

    /// A page with the files that belong to it, and what is wrong with it.
    ///
    /// - Parameter comparer: that of the page's document.
    func render(
        _ page: SitePlan.Page, _ comparer: inout EditionComparer
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        switch page.content {
        case .home: renderHome(page)
        case .legalIndex: renderLegalIndex(page)
        case .specialists(let list, let number): renderSpecialists(list, number: number, on: page)
        case .facets(let kind): renderFacets(kind, on: page)
        case .notFound: renderNotFound(page)
        case .current(let history, let published): renderEdition(published, of: history, on: page, as: .current)
        case .permanent(let history, let published): renderEdition(published, of: history, on: page, as: .permanent)
        case .noEdition(let history): renderNoEdition(of: history, on: page)
        case .history(let history): renderHistory(of: history, on: page, &comparer)
        case .changes(let history, let comparison): renderChanges(comparison, of: history, on: page, &comparer)
        case .draft(let history, let edition): renderDraft(edition, of: history, on: page)
        case .specialist(let profile): renderSpecialist(profile, on: page)
        }
    }

    /// The files that are of no one page.
    ///
    /// - Parameter hold: what becomes of each as soon as it is made.
    func filesOfWholeSite(_ hold: (OutputFile) -> OutputFile) -> [OutputFile] {
        var files = [hold(stylesheet.file), hold(sitemap())]
        if plan.pages.contains(where: { $0.address == .legal }) {
            files += [hold(editionsJSON()), hold(editionsSchema()), hold(feed())]
            files += [hold(termsScript.file), hold(changesStylesheet.file)]
        }
        if plan.pages.contains(where: { $0.address == .specialists }) {
            files += [hold(specialistsJSON()), hold(specialistsSchema())]
            if let cards = cardsJSON() { files.append(hold(cards)) }
            if !plan.profiles.isEmpty { files.append(hold(script.file)) }
        }
        if plan.pages.contains(where: { $0.address == .home }) { files.append(hold(robots())) }
        return files
    }

    /// One page out of a template.
    func file(
        _ page: SitePlan.Page, _ model: some TemplateModel, _ frame: PageFrame,
        _ diagnostics: inout [Diagnostic]
    ) -> OutputFile {
        let bytes = project.templates.render(
            page.content.template, LayeredModel(model, frame), in: frame.strings.language, &diagnostics)
        return OutputFile(path: page.address.file, bytes: bytes)
    }

    /// The part of a page that is the same everywhere.
    func frame(
        _ page: SitePlan.Page, _ strings: Strings, title: String, description: String, canonical: Address? = nil,
        isIndexed: Bool = true, structuredData: StructuredData? = nil, openGraphType: String = "website"
    ) -> PageFrame {
        // A page that is shown at any address, as 404.html is, must name the root of the site in full.
        let root = page.address.isPage ? relativeRoot(of: page.address) : configuration.url.path
        return PageFrame(
            strings: strings, title: title, description: description,
            canonical: isIndexed ? absolute(canonical ?? page.address) : nil, isIndexed: isIndexed, root: root,
            home: root + plan.start.file,
            stylesheet: root + stylesheet.path, siteTitle: configuration.title,
            organization: configuration.organization == configuration.title ? nil : configuration.organization,
            navigation: navigation(on: page, root, strings),
            structuredData: structuredData?.html(), feed: feed(of: page, strings), openGraphType: openGraphType)
    }

    private func feed(of page: SitePlan.Page, _ strings: Strings) -> Feed? {
        guard page.address.description.utf8.starts(with: Address.legal.description.utf8) else { return nil }
        return Feed(
            title: strings["feed-title", ["site": configuration.title]],
            href: Address.legal.file("feed.xml").relative(to: page.address))
    }

    func relativeRoot(of address: Address) -> String {
        String(repeating: "../", count: address.description.split(separator: "/").count)
    }

    private func navigation(on page: SitePlan.Page, _ root: String, _ strings: Strings) -> [NavigationLink] {
        func link(_ address: Address, _ label: String) -> NavigationLink {
            NavigationLink(
                href: root + address.file, label: strings[label],
                isCurrent: page.address.description.utf8.starts(with: address.description.utf8))
        }
        var links: [NavigationLink] = []
        if configuration.parts.contains(.specialists) { links.append(link(.specialists, "specialists")) }
        if configuration.parts.contains(.legal) { links.append(link(.legal, "legal")) }
        return links
    }

    /// The whole address of a page, as it is cited.
    func absolute(_ address: Address) -> String {
        configuration.url.absolute(address.description)
    }

    var strings: Strings { project.templates.strings(in: configuration.language) }
}

/// A file of the templates under a name that changes with its bytes, so that it can be cached for ever.
struct Asset: Sendable {
    /// From the root of the site.
    let path: String
    let bytes: [UInt8]

    init(_ name: String, _ suffix: String, _ templates: TemplateLibrary) {
        bytes = templates.assets["\(name).\(suffix)"] ?? []
        path = "assets/\(name).\(Digest(of: bytes).description.prefix(10)).\(suffix)"
    }

    var file: OutputFile { OutputFile(path: path, bytes: bytes) }
}
