internal import Diagnostics
internal import JSON
internal import Legal
internal import Pages
internal import Profiles
internal import Project
internal import Review
internal import Source
internal import Templates

extension SiteRenderer {
    /// The page of a specialist, and their photo.
    func renderSpecialist(
        _ profile: Profile, on page: SitePlan.Page
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let strings = project.templates.strings(in: profile.language)
        var diagnostics: [Diagnostic] = []
        let name = strings["profile-title", ["name": profile.name, "profession": profile.profession.value]]
        let photo = profile.photo.flatMap { photo in
            profile.photoAddress.map { address in
                PhotoModel(
                    href: .text(address.relative(to: page.address)), picture: photo.picture,
                    alternative: strings["photo-alt", ["name": profile.name]])
            }
        }
        diagnostics += Review.findings(in: profile, reviewContext, standing: .ready)
        let specialists = plan.specialists
        let model = SpecialistModel(
            profile, strings, on: plan.day,
            timeZone: TimeZoneModel(name: configuration.timeZone, midnight: plan.midnight(plan.day)),
            body: profile.renderText(&diagnostics) { plan.fault(ofWhole: $0, on: page.address) },
            breadcrumbs: [
                Breadcrumb(label: strings["specialists"], href: Address.specialists.relative(to: page.address)),
                Breadcrumb(label: profile.name),
            ],
            photo: photo,
            listHref: { specialists.list($0, $1)?.address.relative(to: page.address) })
        var frame = frame(
            page, strings, title: strings["page-title", ["title": name, "site": configuration.title]],
            description: ([name] + profile.topics.prefix(5).map(\.value)).joined(separator: ", "),
            structuredData: .specialist(
                profile, strings, at: absolute(page.address), photo: profile.photoAddress.map(absolute)),
            openGraphType: "profile")
        if let photo, let address = profile.photoAddress {
            frame.image = SocialImage(url: absolute(address), picture: photo.picture, alternative: photo.alternative)
        }
        var files = [file(page, model, frame, &diagnostics)]
        if let photo = profile.photo, let address = profile.photoAddress {
            files.append(OutputFile(path: address.file, copying: photo.path, in: project.folder))
        }
        return (files, diagnostics)
    }

    // MARK: Lists

    /// A page of a list of specialists.
    func renderSpecialists(
        _ list: SpecialistList, number: Int, on page: SitePlan.Page
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let strings = strings
        var diagnostics: [Diagnostic] = []
        let words = words(of: list, number)
        let pagination = pagination(of: list, number, on: page)
        let way = Address.specialists.way(from: page.address)
        let model = SpecialistListModel(
            list: list, strings: strings, heading: words.heading, lead: words.lead,
            breadcrumbs: breadcrumbs(of: list, on: page),
            cards: list.members(onPage: number).map { card($0, way: way) },
            facets: list.facet == nil ? facets(on: page) : [], pagination: pagination,
            cardsHref: list.pageCount > 1 ? Self.cardsAddress.relative(to: page.address) : nil)
        var frame = frame(
            page, strings, title: strings["page-title", ["title": words.title, "site": configuration.title]],
            description: words.description)
        (frame.previous, frame.next) = (pagination?.previous, pagination?.next)
        if !list.members.isEmpty { frame.script = relativeRoot(of: page.address) + script.path }
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    private func words(
        of list: SpecialistList, _ number: Int
    ) -> (heading: String, title: String, lead: String, description: String) {
        let count = strings.plural("specialists", list.members.count)
        var (heading, title) = (strings["specialists"], strings["specialists"])
        var description = strings["specialists-description", ["site": configuration.title]]
        if let facet = list.facet {
            heading = strings.sentenceCase(facet.label)
            let parameters = ["site": configuration.title, "heading": heading, "count": count]
            title = strings["list-title-\(facet.kind.cardKey)", parameters]
            description = strings["list-description-\(facet.kind.cardKey)", parameters]
        }
        if number == 1 { return (heading, title, count, description) }
        let page = ["page": strings.language.number(number), "pages": strings.language.number(list.pageCount)]
        return (
            heading, strings["numbered-title", page.merging(["title": title]) { $1 }],
            strings["numbered-count", page.merging(["count": count]) { $1 }],
            strings["numbered-description", page.merging(["description": description]) { $1 }]
        )
    }

    private func breadcrumbs(of list: SpecialistList, on page: SitePlan.Page) -> [Breadcrumb] {
        guard let facet = list.facet else { return [] }
        return [
            Breadcrumb(label: strings["specialists"], href: Address.specialists.relative(to: page.address)),
            Breadcrumb(
                label: strings["facet-heading-\(facet.kind.rawValue)"],
                href: facet.kind.address.relative(to: page.address)),
            Breadcrumb(label: strings.sentenceCase(facet.label)),
        ]
    }

    /// The card of each specialist.
    static func cards(_ plan: SitePlan) async -> ([RenderedPart], [Diagnostic]) {
        let templates = plan.project.templates
        let strings = templates.strings(in: plan.project.configuration.language)
        let cards = await plan.profiles.mapOnAllCores { profile in
            var diagnostics: [Diagnostic] = []
            let card = SpecialistCard(profile: profile, strings: strings, way: "")
            return (templates.renderPart("specialist-card", card, in: strings.language, &diagnostics), diagnostics)
        }
        return (cards.map(\.0), cards.flatMap(\.1))
    }

    private func card(_ index: Int, way: String) -> ListedCard {
        let (profiles, strings) = (plan.profiles, strings)
        return ListedCard(part: cards[index], way: way) {
            SpecialistCard(profile: profiles[index], strings: strings, way: way)
        }
    }

    private func pagination(of list: SpecialistList, _ number: Int, on page: SitePlan.Page) -> Pagination? {
        guard list.pageCount > 1 else { return nil }
        func href(_ number: Int) -> String? {
            (1...list.pageCount).contains(number) ? list.address(ofPage: number).relative(to: page.address) : nil
        }
        // The first, the last, and those around this one.
        let near = ([1, list.pageCount] + (number - 2...number + 2)).filter { (1...list.pageCount).contains($0) }
        let steps = Set(near).sorted().compactMap { step in
            href(step).map {
                Pagination.Step(
                    label: strings["page-number", ["page": strings.language.number(step)]],
                    number: strings.language.number(step), href: $0, isCurrent: step == number)
            }
        }
        return Pagination(previous: href(number - 1), next: href(number + 1), steps: steps)
    }

    // MARK: What specialists have in common

    /// All professions, topics or cities on one page.
    func renderFacets(
        _ kind: Facet.Kind, on page: SitePlan.Page
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let strings = strings
        var diagnostics: [Diagnostic] = []
        let title = strings["facets-title-\(kind.rawValue)"]
        let model = FacetsModel(
            heading: title,
            breadcrumbs: [
                Breadcrumb(label: strings["specialists"], href: Address.specialists.relative(to: page.address)),
                Breadcrumb(label: strings["facet-heading-\(kind.rawValue)"]),
            ],
            links: plan.specialists.lists(by: kind).map { link(to: $0, on: page) })
        let frame = frame(
            page, strings, title: strings["page-title", ["title": title, "site": configuration.title]],
            description: strings["facets-description-\(kind.rawValue)", ["site": configuration.title]])
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    /// The way to the largest lists of each kind.
    private func facets(on page: SitePlan.Page) -> [FacetLinks] {
        Facet.Kind.allCases.compactMap { kind in
            let lists = plan.specialists.lists(by: kind)
            if lists.isEmpty { return nil }
            let largest = lists.enumerated().sorted {
                ($1.element.members.count, $0.offset) < ($0.element.members.count, $1.offset)
            }.prefix(12).sorted { $0.offset < $1.offset }.map(\.element)
            return FacetLinks(
                id: kind.rawValue, heading: strings["facet-heading-\(kind.rawValue)"],
                links: largest.map { link(to: $0, on: page) },
                allHref: largest.count < lists.count ? kind.address.relative(to: page.address) : nil)
        }
    }

    private func link(to list: SpecialistList, on page: SitePlan.Page) -> FacetLinks.Link {
        let language = list.facet?.language
        return FacetLinks.Link(
            label: list.facet?.label ?? "", language: language == strings.language ? nil : language?.rawValue,
            href: list.address.relative(to: page.address), count: strings.language.number(list.members.count))
    }

    // MARK: For the script

    private static let cardsAddress = Address.specialists.file("cards.json")

    /// `specialists/cards.json`: the cards of all specialists as HTML, for the script of a list that has several pages; their
    /// links are relative to it. Nil where one page has all.
    func cardsJSON() -> OutputFile? {
        guard plan.specialists.all.pageCount > 1 else { return nil }
        let json = JSON.elements(cards.count) { [cards] in .string(String(decoding: cards[$0].bytes, as: UTF8.self)) }
        return OutputFile(path: Self.cardsAddress.file) { json.forEachPiece($0) }
    }
}

extension Strings {
    /// With a capital at its beginning.
    func sentenceCase(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
