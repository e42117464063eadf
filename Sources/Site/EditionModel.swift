internal import Legal
internal import Source
internal import Templates

/// What the page of an edition shows.
struct EditionModel: TemplateModel {
    let title: String
    let edition: Edition
    let text: LegalText
    let body: [UInt8]
    let isDraft: Bool
    let banner: Banner
    /// Which values are still missing in a draft.
    let gaps: String?
    let stamp: [Fact]
    let breadcrumbs: [Breadcrumb]
    let permanentHref: String?
    let currentHref: String?
    let textHref: String?
    let historyHref: String?
    /// To what the edition changed in the one before it.
    let changes: PageLink?
    let printAddress: String

    struct Banner: TemplateModel {
        let kind: String
        let text: String
        var links: [PageLink] = []

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .kind: .text(kind)
            case .text: .text(text)
            case .links: .list(links)
            default: nil
            }
        }
    }

    private struct DefinitionModel: TemplateModel {
        let number: Int
        let meaning: TermMeaning

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .class: .text("d\(number)")
            case .meaning: .text(meaning.text)
            default: nil
            }
        }
    }

    private struct Entry: TemplateModel {
        let id: String
        let label: String
        let title: String

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .href: .text("#\(id)")
            case .label: .text(label)
            case .title: .text(title)
            default: nil
            }
        }
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .documentTitle: .text(title)
        case .version: .text(edition.version.description)
        case .summary: .optional(edition.hasSummary ? edition.summary : nil)
        case .body: .html(body)
        case .definitions:
            .optional(
                Group(text.meanings.enumerated().map { DefinitionModel(number: $0.offset + 1, meaning: $0.element) }))
        case .toc: .list(contents)
        case .draft: .flag(isDraft)
        case .banner: .object(banner)
        case .gaps: .optional(gaps)
        case .stamp: .list(stamp)
        case .breadcrumbs: .list(breadcrumbs)
        case .permanentHref: .optional(permanentHref)
        case .currentHref: .optional(currentHref)
        case .textHref: .optional(textHref)
        case .historyHref: .optional(historyHref)
        case .changes: .optional(changes)
        case .printAddress: .text(printAddress)
        default: nil
        }
    }

    /// The sections and annexes of the text.
    private var contents: [Entry] {
        text.clauses.compactMap { clause in
            guard let id = clause.id, let title = clause.title else { return nil }
            switch clause.kind {
            case .section: return Entry(id: id, label: "\(clause.label).", title: title)
            case .annex: return Entry(id: id, label: clause.label, title: title)
            case .clause, .item: return nil
            }
        }
    }
}
