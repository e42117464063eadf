internal import Pages
internal import Profiles
internal import Source
internal import Templates

/// A page of a list of specialists.
struct SpecialistListModel: TemplateModel {
    let list: SpecialistList
    let strings: Strings
    let heading: String
    /// What the list is, in a sentence.
    let lead: String
    let breadcrumbs: [Breadcrumb]
    let cards: [ListedCard]
    let facets: [FacetLinks]
    let pagination: Pagination?
    /// Where the script finds the cards of all pages; nil where this page has all of them.
    let cardsHref: String?

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .heading: .text(heading)
        case .headingLang:
            .optional(list.facet.flatMap { $0.language == strings.language ? nil : $0.language.rawValue })
        case .lead: .text(lead)
        case .breadcrumbs: .list(breadcrumbs)
        case .hasBreadcrumbs: .flag(!breadcrumbs.isEmpty)
        case .cards: .list(cards)
        case .facets: .list(facets)
        case .hasFacets: .flag(!facets.isEmpty)
        case .pagination: .optional(pagination)
        case .cardsHref: .optional(cardsHref)
        case .facetKind: .optional(list.facet?.kind.cardKey)
        case .facetLabel: .optional(list.facet?.label)
        default: nil
        }
    }
}

extension Facet.Kind {
    /// What a card calls one of them.
    var cardKey: String {
        switch self {
        case .professions: "profession"
        case .topics: "topic"
        case .cities: "city"
        }
    }
}

/// A specialist on a page of a list: the card as it was rendered for all pages, and what it shows for templates that make
/// one of their own.
struct ListedCard: TemplateModel {
    let part: RenderedPart
    /// What leads from the page to `/specialists/`.
    let way: String
    let card: @Sendable () -> SpecialistCard

    func value(of name: TemplateName) -> TemplateValue? {
        name.word == .card ? .part(part, way: way) : card().value(of: name)
    }
}

/// A specialist among the others.
struct SpecialistCard: TemplateModel {
    let profile: Profile
    let strings: Strings
    /// What leads from the page to `/specialists/`.
    let way: String

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .href: .address(way + Address.specialists.page(profile.slug).relative(to: .specialists))
        case .name: .text(profile.name)
        case .profession: .text(profile.profession.value)
        case .initials: .text(profile.initials)
        case .photo: .optional(photo)
        case .cardLang: .optional(profile.language == strings.language ? nil : profile.language.rawValue)
        case .city: .optional(profile.city?.value)
        case .formats: .optional(Group(ListedWord.list(profile.formatNames(in: strings))))
        case .languages: .optional(Group(ListedWord.list(profile.languageNames(in: strings))))
        case .price: .optional(lowestPrice)
        case .topics: .list(profile.topics.map { Chip(label: $0.value) })
        case .t: .object(strings)
        default: nil
        }
    }

    /// The name stands beside it: to a screen reader the picture would say it again.
    private var photo: PhotoModel? {
        guard let photo = profile.photo, let address = profile.photoAddress else { return nil }
        let href = TemplateValue.address(way + address.relative(to: .specialists))
        return PhotoModel(href: href, picture: photo.picture, alternative: "")
    }

    private var lowestPrice: String? {
        // "From nothing" says nothing: what is free counts only where all is. Prices in two currencies cannot be compared.
        let paid = profile.services.filter { $0.price > 0 }
        guard let first = paid.first, let lowest = paid.min(by: { $0.price < $1.price }) else {
            return profile.services.first?.price(in: strings)
        }
        if paid.contains(where: { $0.currency != first.currency }) { return nil }
        let price = lowest.price(in: strings)
        return profile.services.count == 1 ? price : strings["price-from", ["price": price]]
    }
}

/// A word of a list that is read as one, `онлайн, очно`.
private struct ListedWord: TemplateModel {
    let label: String
    let isLast: Bool

    static func list(_ words: [String]) -> [ListedWord] {
        words.enumerated().map { ListedWord(label: $0.element, isLast: $0.offset == words.count - 1) }
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .label: .text(label)
        case .last: .flag(isLast)
        default: nil
        }
    }
}

/// Links to the lists of one kind.
struct FacetLinks: TemplateModel {
    struct Link: TemplateModel {
        let label: String
        let language: String?
        let href: String
        let count: String

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .label: .text(label)
            case .linkLang: .optional(language)
            case .href: .text(href)
            case .count: .text(count)
            default: nil
            }
        }
    }

    let id: String
    let heading: String
    let links: [Link]
    /// The page of all of them, where these are not all.
    let allHref: String?

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .id: .text(id)
        case .heading: .text(heading)
        case .links: .list(links)
        case .allHref: .optional(allHref)
        default: nil
        }
    }
}

/// All professions, topics or cities.
struct FacetsModel: TemplateModel {
    let heading: String
    let breadcrumbs: [Breadcrumb]
    let links: [FacetLinks.Link]

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .heading: .text(heading)
        case .breadcrumbs: .list(breadcrumbs)
        case .links: .list(links)
        default: nil
        }
    }
}

/// The way to the other pages of a list.
struct Pagination: TemplateModel {
    struct Step: TemplateModel {
        let label: String
        let number: String
        let href: String
        let isCurrent: Bool

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .label: .text(label)
            case .number: .text(number)
            case .href: .text(href)
            case .current: .flag(isCurrent)
            default: nil
            }
        }
    }

    let previous: String?
    let next: String?
    let steps: [Step]

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .previous: .optional(previous)
        case .next: .optional(next)
        case .steps: .list(steps)
        default: nil
        }
    }
}
