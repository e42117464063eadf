internal import Diagnostics
internal import HTML
internal import Legal
internal import Pages
internal import Project
internal import Redline
internal import Source
internal import Templates

extension SiteRenderer {
    /// What changed from one edition to another: a summary, a list of the provisions that changed, and the redline.
    func renderChanges(
        _ comparison: Comparison, of history: DocumentHistory, on page: SitePlan.Page, _ comparer: inout EditionComparer
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let document = history.document
        let language = comparison.publication?.language ?? document.language
        let title = comparison.publication?.title ?? document.title
        let strings = project.templates.strings(in: language)
        let redline = redline(of: comparison, in: document, &comparer)
        let columns = redline.columns(strings)
        let (old, new) = (
            side(of: comparison.old.edition, comparison, document, on: page, strings),
            side(
                of: comparison.new, comparison, document, on: page, strings)
        )
        let names = ["document": title, "old": old.version, "new": new.version]
        let isSince = comparison.kind == .sinceEdition
        let model = ChangesModel(
            title: title, heading: strings[isSince ? "changes-since-heading" : "changes-heading", names],
            isDraft: comparison.kind == .draft, version: new.version, comparison: strings["changes-lead", names],
            old: old, new: new, summary: redline.sentence(strings) + ".",
            ownSummary: isSince || !comparison.new.hasSummary ? nil : comparison.new.summary,
            provisions: redline.provisions.filter(\.isWorthListing).map { ProvisionLink($0, strings) },
            redline: columns.html(),
            historyHref: history.published(by: plan.day).isEmpty
                ? nil : document.historyAddress.relative(to: page.address),
            breadcrumbs: breadcrumbs(comparison, title, document, on: page, strings),
            printAddress: absolute(page.address))
        var frame = frame(
            page, strings,
            title: strings["page-title", ["title": strings["changes-title", names], "site": configuration.title]],
            description: strings["changes-description", names], isIndexed: isIndexed(comparison, history),
            openGraphType: "article")
        frame.changesStylesheet = relativeRoot(of: page.address) + changesStylesheet.path
        var diagnostics: [Diagnostic] = []
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    /// The comparison of two editions, each with what its placeholders stand for.
    func redline(
        of comparison: Comparison, in document: Document, _ comparer: inout EditionComparer
    ) -> Redline {
        let new =
            if let publication = comparison.publication {
                PublishedEdition(edition: comparison.new, publication: publication).comparedText
            } else {
                ComparedText(comparison.new, plan.draftRendition(of: comparison.new, document) { .address($0) })
            }
        return comparer.redline(old: comparison.old.comparedText, new: new)
    }

    /// Search engines know what the edition in force changed; every other comparison is there for who has its address.
    func isIndexed(_ comparison: Comparison, _ history: DocumentHistory) -> Bool {
        comparison.kind == .edition && history.status(of: comparison.new.version, on: plan.day) == .inForce
    }

    // MARK: The ways to these pages

    /// To what a published edition changed in the one before it; nil where there is none before.
    func linkToChanges(
        of version: EditionVersion, _ history: DocumentHistory, on page: SitePlan.Page, _ strings: Strings
    ) -> PageLink? {
        link(to: history.document.changesAddress(of: version), "link-changes", version, on: page, strings)
    }

    /// To what changed since an edition, up to the one in force.
    func linkToChanges(
        since version: EditionVersion, _ history: DocumentHistory, on page: SitePlan.Page, _ strings: Strings
    ) -> PageLink? {
        link(to: history.document.changesAddress(since: version), "link-changes-since", version, on: page, strings)
    }

    func linkToChanges(
        ofDraft version: EditionVersion, _ history: DocumentHistory, on page: SitePlan.Page, _ strings: Strings
    ) -> PageLink? {
        link(to: history.document.draftChangesAddress(of: version), "link-changes", version, on: page, strings)
    }

    private func link(
        to address: Address, _ key: String, _ version: EditionVersion, on page: SitePlan.Page, _ strings: Strings
    ) -> PageLink? {
        guard plan.has(address) else { return nil }
        return PageLink(
            href: address.relative(to: page.address), label: strings[key, ["version": version.description]])
    }

    // MARK: The parts of a page

    private func side(
        of edition: Edition, _ comparison: Comparison, _ document: Document, on page: SitePlan.Page, _ strings: Strings
    ) -> ChangesModel.Side {
        let isDraft = comparison.kind == .draft && edition.version == comparison.new.version
        let address = isDraft ? document.draftAddress(of: edition.version) : document.address(of: edition.version)
        return ChangesModel.Side(
            version: edition.version.description,
            date: edition.date.map { strings["changes-date", ["date": strings.date($0)]] },
            href: address.relative(to: page.address))
    }

    private func breadcrumbs(
        _ comparison: Comparison, _ title: String, _ document: Document, on page: SitePlan.Page, _ strings: Strings
    ) -> [Breadcrumb] {
        let version = comparison.new.version
        let edition = "\(title), \(strings["version"].lowercased()) \(version)"
        let legal = Breadcrumb(label: strings["legal"], href: Address.legal.relative(to: page.address))
        let middle =
            switch comparison.kind {
            case .draft: Breadcrumb(label: edition, href: document.draftAddress(of: version).relative(to: page.address))
            case .edition: Breadcrumb(label: edition, href: document.address(of: version).relative(to: page.address))
            case .sinceEdition: Breadcrumb(label: title, href: document.address.relative(to: page.address))
            }
        return [legal, middle, Breadcrumb(label: strings["changes"])]
    }
}

/// What a page of changes shows.
private struct ChangesModel: TemplateModel {
    let title: String
    let heading: String
    let isDraft: Bool
    let version: String
    /// Which edition is compared with which, in words.
    let comparison: String
    let old: Side
    let new: Side
    /// What changed, counted.
    let summary: String
    /// What the edition's author says of it.
    let ownSummary: String?
    let provisions: [ProvisionLink]
    let redline: [UInt8]
    let historyHref: String?
    let breadcrumbs: [Breadcrumb]
    let printAddress: String

    struct Side: TemplateModel {
        let version: String
        let date: String?
        let href: String

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .version: .text(version)
            case .date: .optional(date)
            case .href: .text(href)
            default: nil
            }
        }
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .documentTitle: .text(title)
        case .heading: .text(heading)
        case .draft: .flag(isDraft)
        case .version: .text(version)
        case .comparison: .text(comparison)
        case .old: .object(old)
        case .new: .object(new)
        case .changesSummary: .text(summary)
        case .summary: .optional(ownSummary)
        case .provisions: .list(provisions)
        case .redline: .html(redline)
        case .historyHref: .optional(historyHref)
        case .breadcrumbs: .list(breadcrumbs)
        case .printAddress: .text(printAddress)
        default: nil
        }
    }
}

/// A line in the list of what changed.
private struct ProvisionLink: TemplateModel {
    private let href: String
    private let name: String
    private let title: String?
    private let fates: String

    init(_ provision: ChangedProvision, _ strings: Strings) {
        href = "#\(provision.anchor ?? "redline")"
        name = provision.name(strings)
        title = provision.label == nil ? nil : provision.title
        fates = strings.list(of: provision.fates)
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .href: .text(href)
        case .name: .text(self.name)
        case .title: .optional(title)
        case .fates: .text(fates)
        default: nil
        }
    }
}
