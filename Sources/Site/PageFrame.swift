internal import Profiles
internal import Templates

/// What every page has: its head, the way to the other pages, the words of its language.
struct PageFrame: TemplateModel {
    let strings: Strings
    let title: String
    let description: String
    /// The absolute address that search engines take for this page's.
    let canonical: String?
    let isIndexed: Bool
    /// What leads from the page to the root of the site: `../../`, or nothing.
    let root: String
    /// What leads from the page to the page that readers come to first.
    let home: String
    let stylesheet: String
    let siteTitle: String
    let organization: String?
    let navigation: [NavigationLink]
    let structuredData: [UInt8]?
    /// The feed that the page's part of the site has.
    let feed: Feed?
    let openGraphType: String
    /// What is shown where somebody shares the page.
    var image: SocialImage?
    /// The pages of a list before and after this one.
    var previous: String?
    var next: String?
    var script: String?
    /// Of a page that shows a redline.
    var changesStylesheet: String?

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .lang: .text(strings.language.rawValue)
        case .title: .text(title)
        case .description: .text(description)
        case .canonical: .optional(canonical)
        case .noindex: .flag(!isIndexed)
        case .root: .text(root)
        case .home: .text(home)
        case .stylesheet: .text(stylesheet)
        case .site: .object(SiteModel(title: siteTitle, organization: organization))
        case .nav: .list(navigation)
        case .jsonld: structuredData.map { .html($0) } ?? .absent
        case .feed: .optional(feed)
        case .ogType: .text(openGraphType)
        case .ogImage: .optional(image)
        case .relPrev: .optional(previous)
        case .relNext: .optional(next)
        case .script: .optional(script)
        case .changesStylesheet: .optional(changesStylesheet)
        case .t: .object(strings)
        default: nil
        }
    }
}

/// A picture of a page for other sites (Open Graph).
struct SocialImage: TemplateModel {
    /// Whole.
    let url: String
    let picture: Picture
    let alternative: String

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .url: .text(url)
        case .width: .text(String(picture.width))
        case .height: .text(String(picture.height))
        case .alt: .text(alternative)
        default: nil
        }
    }
}

/// A feed, as the head of a page names it.
struct Feed: TemplateModel {
    let title: String
    let href: String

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .title: .text(title)
        case .href: .text(href)
        default: nil
        }
    }
}

private struct SiteModel: TemplateModel {
    let title: String
    let organization: String?

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .title: .text(title)
        case .organization: .optional(organization)
        default: nil
        }
    }
}

/// A link to a part of the site.
struct NavigationLink: TemplateModel {
    let href: String
    let label: String
    let isCurrent: Bool

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .href: .text(href)
        case .label: .text(label)
        case .current: .flag(isCurrent)
        default: nil
        }
    }
}

/// A link to another page.
struct PageLink: TemplateModel {
    let href: String
    let label: String

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .href: .text(href)
        case .label: .text(label)
        default: nil
        }
    }
}

/// A step on the way from the home page to this one; the last has no link.
struct Breadcrumb: TemplateModel {
    let label: String
    var href: String?

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .label: .text(label)
        case .href: .optional(href)
        default: nil
        }
    }
}

/// A term and what goes with it: a line of a stamp or of the facts about a specialist.
struct Fact: TemplateModel {
    let term: String
    let value: String
    var href: String?
    /// The same as a machine reads it, of a date.
    var datetime: String?
    var isDigest = false

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .term: .text(term)
        case .value: .text(value)
        case .href: .optional(href)
        case .datetime: .optional(datetime)
        case .digest: .flag(isDigest)
        default: nil
        }
    }
}

/// A word in a row of words, and what it leads to.
struct Chip: TemplateModel {
    let label: String
    var href: String?

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .label: .text(label)
        case .href: .optional(href)
        default: nil
        }
    }
}

/// A list with a heading, which is there only where the list is not empty.
struct Group<Item: TemplateModel>: TemplateModel {
    private let items: [Item]

    /// Nil for an empty list.
    init?(_ items: [Item]) {
        if items.isEmpty { return nil }
        self.items = items
    }

    func value(of name: TemplateName) -> TemplateValue? {
        name.word == .items ? .list(items) : nil
    }
}
