internal import Diagnostics
internal import HTML
internal import Legal
internal import Pages
internal import Project
internal import Review
internal import Source
internal import Templates

extension SiteRenderer {
    /// The pages that show the text of a published edition.
    enum EditionPage {
        case current, permanent
    }

    func renderEdition(
        _ published: PublishedEdition, of history: DocumentHistory, on page: SitePlan.Page, as kind: EditionPage
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let (edition, publication) = (published.edition, published.publication)
        let strings = project.templates.strings(in: publication.language)
        let permanent = history.document.address(of: edition.version)
        var rendition = Rendition.published(
            publication,
            permalinkBase: kind == .current ? permanent.relative(to: page.address) : "",
            permalinkLabel: { strings.permalink(to: $0) }, tableLabel: strings["table"],
            resolveLink: linkResolver(edition, on: page))
        rendition.linksTerms = true
        let text = edition.render(rendition)
        let hasCurrent = history.inForce(on: plan.day) != nil
        let model = EditionModel(
            title: publication.title, edition: edition, text: text,
            body: text.article(
                of: history.document.id, edition.version, publication.language, heading: publication.title
            ).html(), isDraft: false,
            banner: banner(publication, history, on: page, strings), gaps: nil,
            stamp: stamp(published, history, text, strings),
            breadcrumbs: breadcrumbs(publication, history, on: page, as: kind, strings),
            permanentHref: kind == .current ? permanent.relative(to: page.address) : nil,
            currentHref: kind == .permanent && hasCurrent ? history.document.address.relative(to: page.address) : nil,
            textHref: permanent.plainText.relative(to: page.address),
            historyHref: history.document.historyAddress.relative(to: page.address),
            changes: linkToChanges(of: edition.version, history, on: page, strings), printAddress: absolute(permanent))
        let isInForce = history.status(of: edition.version, on: plan.day) == .inForce
        let edited = ["document": publication.title, "version": edition.version.description]
        let title = kind == .current ? publication.title : strings["edition-title", edited]
        var frame = frame(
            page, strings, title: strings["page-title", ["title": title, "site": configuration.title]],
            description: strings[
                "edition-description", edited.merging(["date": strings.date(publication.date)]) { $1 }],
            canonical: isInForce ? history.document.address : page.address, isIndexed: isInForce,
            structuredData: .edition(publication, at: absolute(page.address), configuration),
            openGraphType: "article")
        if !text.meanings.isEmpty { frame.script = relativeRoot(of: page.address) + termsScript.path }
        var diagnostics = text.diagnostics + published.verify(text.digest)
        if kind == .permanent { diagnostics += plan.missingAnchors(of: text, in: edition, .note) }
        if kind == .permanent, reviewsPublished {
            let reviewed = ReviewedEdition(edition: edition, text: text, history: history, context: reviewContext)
            diagnostics += Review.findings(reviewed, standing: .published)
        }
        var files = [file(page, model, frame, &diagnostics)]
        if kind == .permanent {
            files.append(OutputFile(path: permanent.plainText.file, bytes: text.plainText))
            files.append(OutputFile(path: permanent.file("fragment.html").file, bytes: fragment(published, history)))
        }
        return (files, diagnostics)
    }

    func renderDraft(
        _ edition: Edition, of history: DocumentHistory, on page: SitePlan.Page
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let document = history.document
        let strings = project.templates.strings(in: document.language)
        var rendition = plan.draftRendition(
            of: edition, document, permalinkLabel: { strings.permalink(to: $0) },
            tableLabel: strings["table"], resolveLink: linkResolver(edition, on: page))
        rendition.linksTerms = true
        let text = edition.render(rendition)
        let version = edition.version.description
        let model = EditionModel(
            title: document.title, edition: edition, text: text,
            body: text.article(of: document.id, edition.version, document.language, heading: document.title).html(),
            isDraft: true,
            banner: EditionModel.Banner(kind: "draft", text: strings["banner-draft"]), gaps: gaps(text, strings),
            stamp: stamp(ofDraft: edition, document, text, strings),
            breadcrumbs: [
                Breadcrumb(label: strings["legal"], href: Address.legal.relative(to: page.address)),
                Breadcrumb(label: "\(document.title), \(strings["version"].lowercased()) \(version)"),
            ],
            permanentHref: nil, currentHref: nil, textHref: nil, historyHref: nil,
            changes: linkToChanges(ofDraft: edition.version, history, on: page, strings),
            printAddress: absolute(page.address))
        let edited = ["document": document.title, "version": version]
        var frame = frame(
            page, strings,
            title: strings["page-title", ["title": strings["draft-title", edited], "site": configuration.title]],
            description: strings[
                "edition-description",
                edited.merging(["date": edition.date.map(strings.date) ?? strings["date-unset"]]) { $1 }],
            isIndexed: false, openGraphType: "article")
        if !text.meanings.isEmpty { frame.script = relativeRoot(of: page.address) + termsScript.path }
        let reviewed = ReviewedEdition(edition: edition, text: text, history: history, context: reviewContext)
        var diagnostics =
            text.diagnostics + plan.missingAnchors(of: text, in: edition, edition.isReady ? .error : .warning)
            + Review.findings(reviewed, standing: edition.isReady ? .ready : .draft)
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    /// The text of an edition alone, to be shown in another page: its links name their addresses in full.
    private func fragment(_ published: PublishedEdition, _ history: DocumentHistory) -> [UInt8] {
        let (edition, publication) = (published.edition, published.publication)
        let permanent = history.document.address(of: edition.version)
        let (plan, url, path) = (plan, configuration.url, edition.file.path)
        let strings = project.templates.strings(in: publication.language)
        var rendition = Rendition.published(
            publication, permalinkBase: absolute(permanent), permalinkLabel: { strings.permalink(to: $0) },
            resolveLink: { link in
                switch plan.resolve(link, from: path, on: .home) {
                case .address(let address): .address(url.absolute("/" + address))
                case let other: other
                }
            })
        rendition.anchorBase = absolute(permanent)
        let text = edition.render(rendition)
        return text.article(of: history.document.id, edition.version, publication.language).html()
    }

    private func linkResolver(
        _ edition: Edition, on page: SitePlan.Page
    ) -> @Sendable (String) -> Rendition.LinkTarget {
        let (plan, address, path) = (plan, page.address, edition.file.path)
        return { plan.resolve($0, from: path, on: address) }
    }

    private func breadcrumbs(
        _ publication: Publication, _ history: DocumentHistory, on page: SitePlan.Page, as kind: EditionPage,
        _ strings: Strings
    ) -> [Breadcrumb] {
        let legal = Breadcrumb(label: strings["legal"], href: Address.legal.relative(to: page.address))
        let version = "\(strings["version"].lowercased()) \(publication.version)"
        switch kind {
        case .current: return [legal, Breadcrumb(label: publication.title)]
        case .permanent where history.inForce(on: plan.day) != nil:
            let current = history.document.address.relative(to: page.address)
            return [legal, Breadcrumb(label: publication.title, href: current), Breadcrumb(label: version)]
        case .permanent: return [legal, Breadcrumb(label: "\(publication.title), \(version)")]
        }
    }

    private func gaps(_ text: LegalText, _ strings: Strings) -> String? {
        guard !text.gaps.isEmpty else { return nil }
        let names = text.gaps.joined(separator: ", ")
        return strings[strings.pluralKey("gaps", text.gaps.count), ["n": String(text.gaps.count), "names": names]]
    }

    // MARK: Where the edition stands

    private func banner(
        _ publication: Publication, _ history: DocumentHistory, on page: SitePlan.Page, _ strings: Strings
    ) -> EditionModel.Banner {
        let periods = history.periods(knownOn: plan.day)
        let own = periods.last { $0.version == publication.version && $0.from <= plan.day }
        let date = strings.date(publication.start)
        switch history.status(of: publication.version, on: plan.day) {
        case .inForce:
            let since = strings.date(own?.from ?? publication.start)
            guard let until = own?.until else {
                return EditionModel.Banner(kind: "in-force", text: strings["banner-in-force", ["date": since]])
            }
            let isDay = until.previous == (own?.from ?? publication.start)
            var banner = EditionModel.Banner(
                kind: "in-force",
                text: isDay
                    ? strings["banner-in-force-day", ["date": since]]
                    : strings["banner-in-force-until", ["from": since, "to": strings.date(until.previous)]])
            if let next = periods.first(where: { $0.from == until }) {
                banner.links = [
                    PageLink(
                        href: history.document.address(of: next.version).relative(to: page.address),
                        label: strings[
                            "banner-link-next", ["date": strings.date(next.from), "version": next.version.description]])
                ]
                banner.links += [linkToChanges(of: next.version, history, on: page, strings)].compactMap(\.self)
            }
            return banner
        case .upcoming, .draft:
            return withLinks(
                "upcoming", strings["banner-upcoming", ["date": date]], from: publication.version, history, page,
                strings)
        case .superseded:
            let text =
                if let own, own.until == own.from.adding(days: 1) {
                    strings["banner-superseded-day", ["date": strings.date(own.from)]]
                } else if let own, let until = own.until {
                    strings[
                        "banner-superseded", ["from": strings.date(own.from), "to": strings.date(until.previous)]]
                } else {
                    strings["banner-never-in-force"]
                }
            return withLinks("superseded", text, from: publication.version, history, page, strings)
        case .withdrawn:
            let withdrawal = history.withdrawal(of: publication.version, knownOn: plan.day)
            let text = strings[
                "banner-withdrawn",
                [
                    "date": withdrawal.map { strings.date($0.from) } ?? "", "reason": withdrawal?.reason ?? "",
                ]]
            return withLinks("withdrawn", text, from: publication.version, history, page, strings)
        }
    }

    /// A banner with the ways to the edition in force and to what differs there.
    private func withLinks(
        _ kind: String, _ text: String, from version: EditionVersion, _ history: DocumentHistory, _ page: SitePlan.Page,
        _ strings: Strings
    ) -> EditionModel.Banner {
        var banner = EditionModel.Banner(kind: kind, text: text)
        if let current = history.inForce(on: plan.day) {
            banner.links.append(
                PageLink(
                    href: history.document.address.relative(to: page.address),
                    label: strings["banner-link-current", ["version": current.version.description]]))
        }
        let changes =
            kind == "upcoming"
            ? linkToChanges(of: version, history, on: page, strings)
            : linkToChanges(since: version, history, on: page, strings)
        banner.links += [changes].compactMap(\.self)
        return banner
    }

    // MARK: The stamp

    private func stamp(
        _ published: PublishedEdition, _ history: DocumentHistory, _ text: LegalText, _ strings: Strings
    ) -> [Fact] {
        let publication = published.publication
        let permanent = absolute(history.document.address(of: publication.version))
        let status = history.status(of: publication.version, on: plan.day)
        return [
            Fact(term: strings["stamp-document"], value: publication.title),
            Fact(term: strings["stamp-version"], value: publication.version.description),
            date("stamp-date", publication.date, strings), date("stamp-effective", publication.effective, strings),
            date("stamp-published", publication.published, strings),
            Fact(term: strings["stamp-status"], value: strings[status.rawValue]),
            Fact(term: strings["stamp-permanent"], value: permanent, href: permanent),
            Fact(term: strings["stamp-digest"], value: text.digest.description, isDigest: true),
        ]
            + history.notes.filter { $0.version == publication.version && $0.recorded <= plan.day }.map {
                Fact(term: strings["stamp-note"], value: $0.text)
            }
    }

    private func stamp(
        ofDraft edition: Edition, _ document: Document, _ text: LegalText, _ strings: Strings
    ) -> [Fact] {
        [
            Fact(term: strings["stamp-document"], value: document.title),
            Fact(term: strings["stamp-version"], value: edition.version.description),
            date("stamp-date", edition.date, strings), date("stamp-effective", edition.effective, strings),
            Fact(term: strings["stamp-status"], value: strings["draft"]),
            Fact(
                term: strings["stamp-permanent"], value: absolute(document.address(of: edition.version))),
            Fact(term: strings["stamp-digest"], value: text.digest.description, isDigest: true),
        ]
    }

    private func date(_ key: String, _ day: Day?, _ strings: Strings) -> Fact {
        Fact(
            term: strings[key], value: day.map(strings.date) ?? strings["date-unset"], datetime: day?.description)
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
}
