internal import Legal
internal import Pages
internal import Redline
internal import Templates

extension SiteRenderer {
    /// What each provision of the edition that readers have now was called in every edition before, and where it stands there.
    /// Nothing for a first edition.
    func provisionHistories(
        of history: DocumentHistory, on page: SitePlan.Page, _ strings: Strings, _ comparer: inout EditionComparer
    ) -> [ProvisionHistoryModel] {
        let known = history.published(by: plan.day)
        let shown = history.inForce(on: plan.day)?.version ?? known.last?.edition.version
        guard let last = known.firstIndex(where: { $0.edition.version == shown }), last > 0 else { return [] }
        let editions = Array(known[...last])
        let anchors = editions.map { $0.edition.anchors(title: $0.publication.title) }

        func station(_ station: ClauseHistory.Station) -> ProvisionHistoryModel.Station {
            let version = editions[station.edition].edition.version
            let label = station.label ?? ""
            let address = history.document.address(of: version).relative(to: page.address)
            return ProvisionHistoryModel.Station(
                version: version.description, label: label,
                href: anchors[station.edition].contains(label) ? "\(address)#\(label)" : address,
                fates: strings.list(of: station.fates))
        }
        let chain = EditionChain(editions.map(\.comparedText)) { comparer.redline(old: $0, new: $1) }
        return chain.histories(in: last).map { provision in
            ProvisionHistoryModel(stations: provision.stations.filter { $0.edition <= last }.reversed().map(station))
        }
    }
}

/// A provision, and what it was called in earlier editions.
struct ProvisionHistoryModel: TemplateModel {
    struct Station: TemplateModel {
        let version: String
        let label: String
        let href: String
        /// What became of it since the edition before, in words.
        let fates: String

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .version: .text(version)
            case .label: .text(label)
            case .href: .text(href)
            case .fates: .text(fates)
            default: nil
            }
        }
    }

    /// The latest first: the edition that readers have now.
    let stations: [Station]

    func value(of name: TemplateName) -> TemplateValue? {
        name.word == .before ? .list(Array(stations.dropFirst())) : stations.first?.value(of: name)
    }
}

extension Strings {
    /// "изменено, новый номер".
    func list(of fates: Set<ChangedProvision.Fate>) -> String {
        ChangedProvision.Fate.allCases.filter(fates.contains).map { self["fate-\($0.rawValue)"] }.joined(
            separator: ", ")
    }
}
