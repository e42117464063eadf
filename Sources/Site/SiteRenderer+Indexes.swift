internal import Diagnostics
internal import Legal
internal import Pages
internal import Project
internal import Source
internal import Templates

extension SiteRenderer {
    func renderHome(_ page: SitePlan.Page) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let strings = strings
        var diagnostics: [Diagnostic] = []
        let model = HomeModel(
            documents: documents(on: page), specialistsCount: strings.plural("specialists", plan.profiles.count),
            specialistsHref: Address.specialists.relative(to: page.address),
            legalHref: Address.legal.relative(to: page.address))
        let frame = frame(
            page, strings, title: configuration.title,
            description: strings["home-description", ["site": configuration.title]],
            structuredData: .site(configuration, at: absolute(.home)))
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    func renderLegalIndex(_ page: SitePlan.Page) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let strings = strings
        var diagnostics: [Diagnostic] = []
        let frame = frame(
            page, strings,
            title: strings["page-title", ["title": strings["legal"], "site": configuration.title]],
            description: strings["legal-description", ["site": configuration.title]])
        let model = LegalIndexModel(documents: documents(on: page))
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    /// The page of a document of which no edition is in force.
    func renderNoEdition(
        of history: DocumentHistory, on page: SitePlan.Page
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let latest = history.published(by: plan.day).last?.publication
        let strings = project.templates.strings(in: latest?.language ?? history.document.language)
        let title = latest?.title ?? history.document.title
        let upcoming = upcoming(of: history).map { publication in
            let edition = ["document": publication.title, "version": publication.version.description]
            return PageLink(
                href: history.document.address(of: publication.version).relative(to: page.address),
                label: strings["edition-title", edition])
        }
        let model = NoEditionModel(
            title: title, status: status(of: history), upcoming: upcoming,
            historyHref: history.document.historyAddress.relative(to: page.address),
            breadcrumbs: [
                Breadcrumb(label: strings["legal"], href: Address.legal.relative(to: page.address)),
                Breadcrumb(label: title),
            ])
        let frame = frame(
            page, strings, title: strings["page-title", ["title": title, "site": configuration.title]],
            description: strings["history-description", ["document": title]], isIndexed: false)
        var diagnostics: [Diagnostic] = []
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    func renderNotFound(_ page: SitePlan.Page) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let strings = strings
        var diagnostics: [Diagnostic] = []
        let root = configuration.url.path
        let model = NotFoundModel(
            homeHref: root + Address.home.file, legalHref: root + Address.legal.file,
            specialistsHref: root + Address.specialists.file)
        let frame = frame(
            page, strings, title: strings["page-title", ["title": strings["not-found"], "site": configuration.title]],
            description: strings["not-found-lead"], isIndexed: false)
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    /// The documents of which an edition is published, in the order of their titles.
    private func documents(on page: SitePlan.Page) -> [DocumentModel] {
        project.documents.filter { !$0.published(by: plan.day).isEmpty }
            .sorted { ($0.document.title, $0.document.id) < ($1.document.title, $1.document.id) }
            .map { history in
                let edition = history.inForce(on: plan.day)
                return DocumentModel(
                    title: edition?.title ?? history.document.title,
                    language: (edition?.language ?? history.document.language).rawValue, status: status(of: history),
                    href: history.document.address.relative(to: page.address),
                    summary: edition?.summary, upcoming: edition.flatMap { _ in linkToUpcoming(of: history, on: page) })
            }
    }

    /// The edition that takes effect next, where another is in force until then.
    private func linkToUpcoming(of history: DocumentHistory, on page: SitePlan.Page) -> PageLink? {
        upcoming(of: history).map {
            PageLink(
                href: history.document.address(of: $0.version).relative(to: page.address),
                label: status("status-upcoming", $0))
        }
    }

    /// The edition that takes effect next.
    private func upcoming(of history: DocumentHistory) -> Publication? {
        history.published(by: plan.day).map(\.publication)
            .filter { history.status(of: $0.version, on: plan.day) == .upcoming }.min { $0.start < $1.start }
    }

    private func status(of history: DocumentHistory) -> String {
        if let edition = history.inForce(on: plan.day) { return status("status-in-force", edition) }
        return upcoming(of: history).map { status("status-upcoming", $0) } ?? strings["status-none"]
    }

    private func status(_ key: String, _ publication: Publication) -> String {
        strings[
            key, ["version": publication.version.description, "date": strings.date(publication.start)]]
    }
}

private struct HomeModel: TemplateModel {
    let documents: [DocumentModel]
    let specialistsCount: String
    let specialistsHref: String
    let legalHref: String

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .hasLegal, .hasSpecialists: .flag(true)
        case .documents: .list(documents)
        case .specialistsCount: .text(specialistsCount)
        case .specialistsHref: .text(specialistsHref)
        case .legalHref: .text(legalHref)
        default: nil
        }
    }
}

private struct LegalIndexModel: TemplateModel {
    let documents: [DocumentModel]

    func value(of name: TemplateName) -> TemplateValue? {
        name.word == .documents ? .list(documents) : nil
    }
}

private struct DocumentModel: TemplateModel {
    let title: String
    let language: String
    let status: String
    let href: String
    let summary: String?
    let upcoming: PageLink?

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .title: .text(title)
        case .documentLang: .text(language)
        case .status: .text(status)
        case .href: .text(href)
        case .summary: .optional(summary)
        case .upcoming: .optional(upcoming)
        default: nil
        }
    }
}

private struct NoEditionModel: TemplateModel {
    let title: String
    let status: String
    let upcoming: PageLink?
    let historyHref: String
    let breadcrumbs: [Breadcrumb]

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .documentTitle: .text(title)
        case .status: .text(status)
        case .upcoming: .optional(upcoming)
        case .historyHref: .text(historyHref)
        case .breadcrumbs: .list(breadcrumbs)
        default: nil
        }
    }
}

private struct NotFoundModel: TemplateModel {
    let homeHref: String
    let legalHref: String
    let specialistsHref: String

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .homeHref: .text(homeHref)
        case .legalHref: .text(legalHref)
        case .specialistsHref: .text(specialistsHref)
        default: nil
        }
    }
}
