internal import Diagnostics
internal import Legal
internal import Pages
internal import Profiles
internal import Project
internal import Review
internal import Source
internal import Templates

extension SiteRenderer {
    func renderSpecialists(_ page: SitePlan.Page) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let strings = strings
        var diagnostics: [Diagnostic] = []
        let cards = plan.profiles.map { profile in
            SpecialistCard(
                profile: profile, strings: strings,
                href: Address.specialists.page(profile.slug).relative(to: page.address))
        }
        let model = SpecialistsModel(
            heading: strings["specialists"], count: strings.plural("specialists", cards.count), cards: cards)
        let frame = frame(
            page, strings,
            title: strings["page-title", ["title": strings["specialists"], "site": configuration.title]],
            description: strings["specialists-description", ["site": configuration.title]])
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    func renderSpecialist(
        _ profile: Profile, on page: SitePlan.Page
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let strings = strings
        var diagnostics: [Diagnostic] = []
        let body = profile.renderText(&diagnostics)
        diagnostics += Review.findings(ReviewedProfile(profile, context: reviewContext), standing: .ready)
        let name = strings["profile-title", ["name": profile.name, "profession": profile.profession]]
        let model = SpecialistModel(
            profile: profile, strings: strings, day: plan.day, timeZone: configuration.timeZone, body: body,
            breadcrumbs: [
                Breadcrumb(label: strings["specialists"], href: Address.specialists.relative(to: page.address)),
                Breadcrumb(label: profile.name),
            ])
        let frame = frame(
            page, strings, title: strings["page-title", ["title": name, "site": configuration.title]],
            description: ([name] + profile.topics.prefix(5)).joined(separator: ", "),
            structuredData: .specialist(profile, strings, at: absolute(page.address)), openGraphType: "profile")
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }
}
