internal import Diagnostics
internal import HTML
internal import Legal
internal import Pages
internal import Project
internal import Source
internal import Templates

extension SiteRenderer {
    /// The pages that show the text of an edition.
    enum EditionPage {
        case current, permanent, draft
    }

    func renderEdition(
        _ edition: Edition, of history: DocumentHistory, on page: SitePlan.Page, as kind: EditionPage
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let document = history.document
        let strings = project.templates.strings(in: document.language)
        let permanent = document.address(of: edition)
        let text = edition.render(rendition(of: edition, document, on: page, as: kind, strings))
        let model = EditionModel(
            document: document, edition: edition, text: text, body: article(edition, document, text),
            isDraft: kind == .draft, banner: banner(edition, history, on: page, strings),
            gaps: gaps(text, strings), stamp: stamp(edition, history, text, strings),
            breadcrumbs: breadcrumbs(edition, document, on: page, strings),
            permanentHref: kind == .current ? permanent.relative(to: page.address) : nil,
            currentHref: kind == .permanent && history.inForce(on: plan.day) != nil
                ? document.address.relative(to: page.address) : nil,
            textHref: kind == .draft ? nil : permanent.plainText.relative(to: page.address),
            printAddress: absolute(kind == .draft ? page.address : permanent))
        let isInForce = history.status(of: edition, on: plan.day) == .inForce
        let frame = frame(
            page, strings, title: title(edition, document, kind, strings),
            description: description(edition, document, strings),
            canonical: isInForce ? document.address : page.address, isIndexed: isInForce,
            structuredData: kind == .draft
                ? nil : .edition(edition, history, text, at: absolute(page.address), configuration),
            openGraphType: "article")
        var diagnostics = text.diagnostics
        var files = [file(page, template: "edition", model, frame, &diagnostics)]
        if kind == .permanent {
            files.append(OutputFile(path: permanent.plainText.file, bytes: text.plainText))
        }
        return (files, diagnostics)
    }

    private func rendition(
        of edition: Edition, _ document: Document, on page: SitePlan.Page, as kind: EditionPage, _ strings: Strings
    ) -> Rendition {
        let (plan, address, path) = (plan, page.address, edition.file.path)
        return Rendition(
            title: document.title, language: document.language, values: project.values,
            builtIn: [
                "VERSION": edition.version.description,
                "DATE": document.language.longDate(edition.date),
                "EFFECTIVE_DATE": document.language.longDate(edition.effective),
                "PERMANENT_URL": absolute(document.address(of: edition)),
                "CURRENT_URL": absolute(document.address),
            ],
            standing: kind != .draft ? .published : edition.isReady ? .ready : .draft,
            permalinkBase: kind == .current ? document.address(of: edition).relative(to: address) : "",
            permalinkLabel: { clause in strings.permalink(to: clause) },
            resolveLink: { plan.resolve($0, from: path, on: address) })
    }

    /// The element that holds the text of the edition and nothing else.
    private func article(_ edition: Edition, _ document: Document, _ text: LegalText) -> [UInt8] {
        Element(
            "article",
            [
                "class": "edition", "data-edition": "\(document.id)@\(edition.version)",
                "lang": document.language.rawValue,
            ],
            [.text("\n"), .rendered(text.html)]
        ).html()
    }

    private func title(_ edition: Edition, _ document: Document, _ kind: EditionPage, _ strings: Strings) -> String {
        let title =
            switch kind {
            case .current: document.title
            case .permanent:
                strings["edition-title", ["document": document.title, "version": edition.version.description]]
            case .draft: strings["draft-title", ["document": document.title, "version": edition.version.description]]
            }
        return strings["page-title", ["title": title, "site": configuration.title]]
    }

    private func description(_ edition: Edition, _ document: Document, _ strings: Strings) -> String {
        strings[
            "edition-description",
            [
                "document": document.title, "version": edition.version.description,
                "date": strings.date(edition.date),
            ]]
    }

    private func breadcrumbs(
        _ edition: Edition, _ document: Document, on page: SitePlan.Page, _ strings: Strings
    ) -> [Breadcrumb] {
        var crumbs = [Breadcrumb(label: strings["legal"], href: Address.legal.relative(to: page.address))]
        let version = "\(strings["version"]) \(edition.version)"
        switch page.content {
        case .current: crumbs.append(Breadcrumb(label: document.title))
        case .permanent(let history, _) where history.inForce(on: plan.day) != nil:
            crumbs.append(Breadcrumb(label: document.title, href: document.address.relative(to: page.address)))
            crumbs.append(Breadcrumb(label: version))
        default: crumbs += [Breadcrumb(label: "\(document.title), \(version.lowercased())")]
        }
        return crumbs
    }

    private func gaps(_ text: LegalText, _ strings: Strings) -> String? {
        guard !text.gaps.isEmpty else { return nil }
        let names = text.gaps.joined(separator: ", ")
        return strings[
            strings.pluralKey("gaps", text.gaps.count), ["n": String(text.gaps.count), "names": names]]
    }

    // MARK: Where the edition stands

    private func banner(
        _ edition: Edition, _ history: DocumentHistory, on page: SitePlan.Page, _ strings: Strings
    ) -> EditionModel.Banner {
        let date = strings.date(edition.effective)
        switch history.status(of: edition, on: plan.day) {
        case .draft: return EditionModel.Banner(kind: "draft", text: strings["banner-draft"])
        case .inForce:
            guard let next = history.successor(of: edition, on: plan.day) else {
                return EditionModel.Banner(kind: "in-force", text: strings["banner-in-force", ["date": date]])
            }
            return EditionModel.Banner(
                kind: "in-force",
                text: strings["banner-in-force-until", ["from": date, "to": strings.date(next.effective.previous)]],
                linkHref: history.document.address(of: next).relative(to: page.address),
                linkText: strings[
                    "banner-link-next", ["date": strings.date(next.effective), "version": next.version.description]])
        case .upcoming:
            return withLinkToCurrent("upcoming", strings["banner-upcoming", ["date": date]], history, page, strings)
        case .superseded:
            let text =
                if let next = history.successor(of: edition, on: plan.day), next.effective > edition.effective {
                    strings["banner-superseded", ["from": date, "to": strings.date(next.effective.previous)]]
                } else {
                    strings["banner-never-in-force"]
                }
            return withLinkToCurrent("superseded", text, history, page, strings)
        }
    }

    private func withLinkToCurrent(
        _ kind: String, _ text: String, _ history: DocumentHistory, _ page: SitePlan.Page, _ strings: Strings
    ) -> EditionModel.Banner {
        let current = history.inForce(on: plan.day)
        return EditionModel.Banner(
            kind: kind, text: text,
            linkHref: current.map { _ in history.document.address.relative(to: page.address) },
            linkText: current.map { strings["banner-link-current", ["version": $0.version.description]] })
    }

    private func stamp(
        _ edition: Edition, _ history: DocumentHistory, _ text: LegalText, _ strings: Strings
    ) -> [Fact] {
        let permanent = absolute(history.document.address(of: edition))
        let status = history.status(of: edition, on: plan.day)
        var stamp = [
            Fact(term: strings["stamp-document"], value: history.document.title),
            Fact(term: strings["stamp-version"], value: edition.version.description),
            Fact(
                term: strings["stamp-date"], value: strings.date(edition.date), datetime: edition.date.description),
            Fact(
                term: strings["stamp-effective"], value: strings.date(edition.effective),
                datetime: edition.effective.description),
        ]
        if let published = history.publishedOn[edition.version] {
            stamp.append(
                Fact(
                    term: strings["stamp-published"], value: strings.date(published), datetime: published.description))
        }
        return stamp + [
            Fact(term: strings["stamp-status"], value: strings.name(of: status)),
            Fact(
                term: strings["stamp-permanent"], value: permanent, href: status == .draft ? nil : permanent),
            Fact(term: strings["stamp-digest"], value: text.digest.description, isDigest: true),
        ]
    }
}

extension Strings {
    /// The words of a permalink for who does not see it.
    fileprivate func permalink(to clause: Clause) -> String {
        switch clause.kind {
        case .annex: self["permalink-annex", ["title": clause.label]]
        case .section: self["permalink-section", ["label": clause.label]]
        case .clause: self["permalink", ["label": clause.label]]
        case .item: self["permalink-item", ["label": clause.label]]
        }
    }

    fileprivate func name(of status: EditionStatus) -> String {
        switch status {
        case .draft: self["draft"]
        case .upcoming: self["upcoming"]
        case .inForce: self["in-force"]
        case .superseded: self["superseded"]
        }
    }
}
