internal import Diagnostics
internal import HTML
internal import Legal
internal import Pages
internal import Project
internal import Redline
internal import Source
internal import Templates

extension SiteRenderer {
    /// All editions of a document, when they were in force, and what they changed.
    func renderHistory(
        of history: DocumentHistory, on page: SitePlan.Page, _ comparer: inout EditionComparer
    ) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
        let known = history.published(by: plan.day).map(\.publication)
        let language = known.last?.language ?? history.document.language
        let strings = project.templates.strings(in: language)
        let title = known.last?.title ?? history.document.title
        let periods = history.periods(knownOn: plan.day)
        var breadcrumbs = [Breadcrumb(label: strings["legal"], href: Address.legal.relative(to: page.address))]
        if history.inForce(on: plan.day) != nil {
            breadcrumbs.append(Breadcrumb(label: title, href: history.document.address.relative(to: page.address)))
        }
        breadcrumbs.append(Breadcrumb(label: strings["history"]))
        let transitions = transitions(of: history, &comparer)
        let model = HistoryModel(
            title: title, breadcrumbs: breadcrumbs,
            timeline: Timeline(periods, on: plan.day).map { $0.svg(strings, status: history.statuses(on: plan.day)) },
            editions: known.reversed().map { publication in
                HistoryModel.Row(
                    publication: publication, strings: strings,
                    href: history.document.address(of: publication.version).relative(to: page.address),
                    status: strings[history.status(of: publication.version, on: plan.day).rawValue],
                    periods: periods.filter { $0.version == publication.version }.map {
                        Chip(label: strings.text(of: $0))
                    },
                    notes: history.notes.filter { $0.version == publication.version && $0.recorded <= plan.day }
                        .map { Chip(label: $0.text) },
                    transition: transitions.last { $0.new == publication.version }.map(sentence),
                    links: [
                        linkToChanges(of: publication.version, history, on: page, strings),
                        linkToChanges(since: publication.version, history, on: page, strings),
                    ].compactMap(\.self))
            }, provisions: provisionHistories(of: history, on: page, strings, &comparer))
        let frame = frame(
            page, strings,
            title: strings[
                "page-title",
                ["title": strings["history-title", ["document": title]], "site": configuration.title]],
            description: strings["history-description", ["document": title]])
        var diagnostics: [Diagnostic] = []
        return ([file(page, model, frame, &diagnostics)], diagnostics)
    }

    /// What each edition changed in the one before it.
    private struct Transition {
        let new: EditionVersion
        let redline: Redline
        let language: Language
    }

    private func transitions(of history: DocumentHistory, _ comparer: inout EditionComparer) -> [Transition] {
        plan.comparisons(of: history).filter { $0.kind == .edition }.map { comparison in
            Transition(
                new: comparison.new.version,
                redline: redline(of: comparison, in: history.document, &comparer),
                language: comparison.publication?.language ?? history.document.language)
        }
    }

    private func sentence(_ transition: Transition) -> String {
        transition.redline.sentence(project.templates.strings(in: transition.language)) + "."
    }
}

extension Strings {
    /// "с 1 февраля 2026 года по 31 мая 2026 года".
    func text(of period: Period) -> String {
        guard let until = period.until else { return self["period-open", ["from": date(period.from)]] }
        if until == period.from.adding(days: 1) { return self["period-day", ["date": date(period.from)]] }
        return self["period", ["from": date(period.from), "to": date(until.previous)]]
    }
}

private struct HistoryModel: TemplateModel {
    let title: String
    let breadcrumbs: [Breadcrumb]
    let timeline: [UInt8]?
    let editions: [Row]
    let provisions: [ProvisionHistoryModel]

    struct Row: TemplateModel {
        let publication: Publication
        let strings: Strings
        let href: String
        let status: String
        let periods: [Chip]
        let notes: [Chip]
        /// What it changed in the edition before it.
        let transition: String?
        let links: [PageLink]

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .href: .text(href)
            case .version: .text(publication.version.description)
            case .date: .text(strings.date(publication.date))
            case .dateIso: .text(publication.date.description)
            case .periods: .list(periods)
            case .status: .text(status)
            case .summary: .text(publication.summary)
            case .digest: .text(publication.text.description)
            case .notes: .list(notes)
            case .transition: .optional(transition)
            case .links: .list(links)
            default: nil
            }
        }
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .documentTitle: .text(title)
        case .breadcrumbs: .list(breadcrumbs)
        case .timeline: timeline.map { .html($0) } ?? .absent
        case .editions: .list(editions)
        case .provisions: .optional(Group(provisions))
        default: nil
        }
    }
}
