/// A name that a template asks for: looked up once, when the template is read.
package struct TemplateName: Sendable {
    /// As it stands in the template.
    package let text: String
    /// The same as a word of the built-in pages; nil where none of them has it.
    package let word: Word?

    init(_ text: some StringProtocol) {
        self.text = String(text)
        word = Word(rawValue: self.text)
    }

    /// The names that models answer to. What each means on which page, docs/templates.md tells.
    package enum Word: String, Sendable {
        case alt, banner, before, body, booking, breadcrumbs, canonical, card, cards, changes, city, `class`, closed,
            comparison, count, current, date, datetime, day, days, definitions, description, digest, documents, draft,
            editions, education, facets, facts, fates, feed, formats, gaps, heading, height, home, hours, href, id,
            initials, items, jsonld, kind, label, lang, languages, last, lead, links, meaning, methods, minutes, name,
            nav, new, next, noindex, notes, number, old, organization, pagination, periods, photo, place, previous,
            price, profession, provisions, redline, root, schedule, script, services, site, src, stamp, status, steps,
            stylesheet, summary, t, term, text, timeline, timezone, title, toc, topics, training, transition,
            upcoming, url, value, version, width, year
        case allHref = "all-href"
        case cardLang = "card-lang"
        case cardsHref = "cards-href"
        case changesStylesheet = "changes-stylesheet"
        case changesSummary = "changes-summary"
        case currentHref = "current-href"
        case dateIso = "date-iso"
        case documentLang = "document-lang"
        case documentTitle = "document-title"
        case facetKind = "facet-kind"
        case facetLabel = "facet-label"
        case hasBody = "has-body"
        case hasBreadcrumbs = "has-breadcrumbs"
        case hasFacets = "has-facets"
        case hasLegal = "has-legal"
        case hasSpecialists = "has-specialists"
        case headingLang = "heading-lang"
        case historyHref = "history-href"
        case homeHref = "home-href"
        case legalHref = "legal-href"
        case linkLang = "link-lang"
        case noSchedule = "no-schedule"
        case notWorkingWith = "not-working-with"
        case ogImage = "og-image"
        case ogType = "og-type"
        case permanentHref = "permanent-href"
        case printAddress = "print-address"
        case relNext = "rel-next"
        case relPrev = "rel-prev"
        case specialistsCount = "specialists-count"
        case specialistsHref = "specialists-href"
        case textHref = "text-href"
    }
}
