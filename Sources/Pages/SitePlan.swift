package import Legal
package import Profiles
package import Project
package import Source
internal import Templates

/// Which pages the site has on a day, and at which addresses.
package struct SitePlan: Sendable {
    /// A page and what it is made from.
    package struct Page: Sendable {
        package let address: Address
        package let content: Content

        /// Its own, and those of the files beside it.
        fileprivate var addresses: [Address] { isPermanent ? [address, address.plainText] : [address] }

        fileprivate var isPermanent: Bool { if case .permanent = content { true } else { false } }
    }

    /// Small: most pages of a large site are specialists'.
    package enum Content: Sendable {
        case home, legalIndex, notFound
        /// The edition in force, at the document's own address.
        indirect case current(DocumentHistory, PublishedEdition)
        /// A document of which no edition is in force, at its own address.
        indirect case noEdition(DocumentHistory)
        /// A published edition, at its permanent address.
        indirect case permanent(DocumentHistory, PublishedEdition)
        /// All editions of a document.
        indirect case history(DocumentHistory)
        indirect case changes(DocumentHistory, Comparison)
        indirect case draft(DocumentHistory, Edition)
        case specialist(Profile)
        /// A page of a list of specialists, counted from 1.
        indirect case specialists(SpecialistList, page: Int)
        /// All professions, cities or topics.
        case facets(Facet.Kind)

        /// The document that the page is of; nil of any other page.
        var document: Document? {
            switch self {
            case .current(let history, _), .noEdition(let history), .permanent(let history, _), .history(let history),
                .changes(let history, _), .draft(let history, _):
                history.document
            case .home, .legalIndex, .notFound, .specialist, .specialists, .facets: nil
            }
        }
    }

    package let project: Project
    /// The day the site is built for.
    package let day: Day
    package let showsDrafts: Bool
    /// The instant at which a day begins in the project's time zone (RFC 3339).
    package let midnight: @Sendable (Day) -> String
    /// In the order of their addresses.
    package let pages: [Page]
    /// The profiles that are shown, in the order of their names.
    package let profiles: [Profile]
    package let specialists: SpecialistLists
    private let addresses: Set<Address>

    package init(
        _ project: Project, on day: Day, showsDrafts: Bool,
        midnight: @escaping @Sendable (Day) -> String = { "\($0)T00:00:00Z" }
    ) {
        self.midnight = midnight
        self.project = project
        self.day = day
        self.showsDrafts = showsDrafts
        profiles = project.profiles.filter { $0.isShown(on: day) }.sorted { ($0.name, $0.slug) < ($1.name, $1.slug) }
        specialists = SpecialistLists(profiles)
        let parts = project.configuration.parts
        var pages: [Page] = []
        if parts == Set(Configuration.Part.allCases) {
            pages += [Page(address: .home, content: .home), Page(address: Address("/404.html"), content: .notFound)]
        }
        if parts.contains(.legal) {
            pages.append(Page(address: .legal, content: .legalIndex))
            for history in project.documents { pages += Self.pages(of: history, on: day, showsDrafts: showsDrafts) }
        }
        if parts.contains(.specialists) {
            pages += Self.pages(of: specialists)
            pages += profiles.map { Page(address: Address.specialists.page($0.slug), content: .specialist($0)) }
        }
        self.pages = pages.sorted { $0.address < $1.address }
        addresses = Set(pages.flatMap(\.addresses))
    }

    private static func pages(of specialists: SpecialistLists) -> [Page] {
        let kinds = Facet.Kind.allCases.filter { !specialists.lists(by: $0).isEmpty }
        return kinds.map { Page(address: $0.address, content: .facets($0)) }
            + ([specialists.all] + kinds.flatMap(specialists.lists)).flatMap { list in
                (1...list.pageCount).map {
                    Page(address: list.address(ofPage: $0), content: .specialists(list, page: $0))
                }
            }
    }

    private static func pages(of history: DocumentHistory, on day: Day, showsDrafts: Bool) -> [Page] {
        var pages: [Page] = []
        let current = history.inForce(on: day)
        for published in history.published(by: day) {
            let version = published.edition.version
            if version == current?.version {
                pages.append(Page(address: history.document.address, content: .current(history, published)))
            }
            pages.append(Page(address: history.document.address(of: version), content: .permanent(history, published)))
        }
        if current == nil, !pages.isEmpty {
            pages.append(Page(address: history.document.address, content: .noEdition(history)))
        }
        if !pages.isEmpty { pages.append(Page(address: history.document.historyAddress, content: .history(history))) }
        pages += Comparison.all(of: history, on: day, showsDrafts: showsDrafts).map {
            Page(address: $0.address(in: history.document), content: .changes(history, $0))
        }
        if showsDrafts {
            pages += history.drafts.map {
                Page(address: history.document.draftAddress(of: $0.version), content: .draft(history, $0))
            }
        }
        return pages
    }

    /// The page at an address, with or without the slash at its end; nil where there is none.
    package func page(at address: String) -> Page? {
        pages.first { $0.address.description == address || $0.address.description == address + "/" }
    }

    /// The pages, those of a document together and every other by itself.
    package var pagesTogether: [ArraySlice<Page>] {
        var groups: [ArraySlice<Page>] = []
        var rest = pages[...]
        while let first = rest.first {
            let document = first.content.document?.id
            let group = document == nil ? rest.prefix(1) : rest.prefix { $0.content.document?.id == document }
            groups.append(group)
            rest = rest[group.endIndex...]
        }
        return groups
    }

    /// The pages of drafts.
    package var drafts: [Address] {
        pages.filter { if case .draft = $0.content { true } else { false } }.map(\.address)
    }

    /// The page that readers come to first.
    package var start: Address {
        let parts = project.configuration.parts
        return parts == Set(Configuration.Part.allCases) ? .home : parts.contains(.legal) ? .legal : .specialists
    }

    /// The comparisons of a document's editions that the site shows.
    package func comparisons(of history: DocumentHistory) -> [Comparison] {
        Comparison.all(of: history, on: day, showsDrafts: showsDrafts)
    }

    // MARK: Links

    /// Whether there is a page, or a file beside one, at an address.
    package func has(_ address: Address) -> Bool { addresses.contains(address) }

    /// Where a link within the site leads: a path from the file it stands in (`../privacy/`, `../privacy/2.0.md`), an address
    /// of the site (`/legal/privacy/`), or the whole of one. An address of another site leads where it says.
    ///
    /// - Parameters:
    ///   - path: the file the link stands in, relative to the project.
    ///   - page: the page it is shown on.
    package func resolve(_ link: String, from path: String, on page: Address) -> Rendition.LinkTarget {
        if Self.isWhole(link) {
            guard let own = ownPath(of: link) else { return .address(link) }
            if case .unknown(let hint) = resolve(own, from: path, on: page) { return .unknown(hint: hint) }
            return .address(link)
        }
        let end = link.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? link.endIndex
        guard let address = Self.address(of: String(link[..<end]), from: path) else { return .unknown(hint: nil) }
        if addresses.contains(address) { return .address(address.relative(to: page) + link[end...]) }
        if isHidden(address) { return .unpublished }
        guard let (history, edition) = unshown(at: address) else { return .unknown(hint: hint(for: address)) }
        guard showsDrafts, let draft = edition ?? history.drafts.last else { return .unpublished }
        let target = history.document.draftAddress(of: draft.version)
        return addresses.contains(target) ? .address(target.relative(to: page) + link[end...]) : .unpublished
    }

    /// Whether a link names its scheme: a colon before any sign of a path.
    private static func isWhole(_ link: String) -> Bool {
        link.utf8.first { ":/?#".utf8.contains($0) } == UInt8(ascii: ":")
    }

    /// The path within the site of a whole address; nil where it is another site's, or beside what Edict builds of this one.
    package func ownPath(of link: String) -> String? {
        let root = project.configuration.url.absolute("/")
        guard link.utf8.starts(with: root.utf8) else { return nil }
        let path = "/" + String(decoding: link.utf8.dropFirst(root.utf8.count), as: UTF8.self)
        let parts = [Address.legal, .specialists].map(\.description)
        return parts.contains { path.utf8.starts(with: $0.utf8) } ? path : nil
    }

    /// The text that a link leads to, where that is an edition which the site shows; with the title it is shown under.
    func legalText(of link: String, from path: String) -> (address: Address, title: String, edition: Edition)? {
        guard let link = Self.isWhole(link) ? ownPath(of: link) : link else { return nil }
        let end = link.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? link.endIndex
        guard let address = Self.address(of: String(link[..<end]), from: path) else { return nil }
        for page in pages where page.address == address {
            switch page.content {
            case .current(_, let published), .permanent(_, let published):
                return (address, published.publication.title, published.edition)
            case .draft(let history, let edition): return (address, history.document.title, edition)
            default: return nil
            }
        }
        guard let (history, edition) = unshown(at: address), showsDrafts, let draft = edition ?? history.drafts.last
        else { return nil }
        return (address, history.document.title, draft)
    }

    /// Whether the address is that of a profile that is not shown on this day, or in a part of the site that is not built: what it
    /// leads to comes and goes without anybody having made a mistake.
    private func isHidden(_ address: Address) -> Bool {
        if project.profiles.contains(where: { Address.specialists.page($0.slug) == address }) { return true }
        let parts: [(Configuration.Part, Address)] = [(.legal, .legal), (.specialists, .specialists)]
        return parts.contains { part, root in
            !project.configuration.parts.contains(part) && address.description.utf8.starts(with: root.description.utf8)
        }
    }

    /// The document, and the edition where the address names one, that an address would lead to were it shown.
    private func unshown(at address: Address) -> (history: DocumentHistory, edition: Edition?)? {
        for history in project.documents {
            if address == history.document.address { return (history, nil) }
            for edition in history.editions
            where address == history.document.address(of: edition.version)
                || address == history.document.draftAddress(of: edition.version)
            {
                return (history, edition)
            }
        }
        return nil
    }

    private func hint(for address: Address) -> String? {
        let near = addresses.min { left, right in
            let (a, b) = (Self.commonPrefix(left, address), Self.commonPrefix(right, address))
            return a != b ? a > b : left < right
        }
        return near.map { "the nearest address is \($0)" }
    }

    private static func commonPrefix(_ left: Address, _ right: Address) -> Int {
        zip(left.description.utf8, right.description.utf8).prefix { $0 == $1 }.count
    }

    /// The address that a link names; nil where it leads out of the site's content.
    private static func address(of link: String, from path: String) -> Address? {
        var parts: [Substring] = []
        var rest = link.split(separator: "/", omittingEmptySubsequences: false)
        if link.utf8.first == UInt8(ascii: "/") {
            rest.removeFirst()
        } else {
            parts = path.split(separator: "/").dropFirst().dropLast()
        }
        for part in rest {
            switch part {
            case "", ".": continue
            case "..":
                if parts.popLast() == nil { return nil }
            default: parts.append(part)
            }
        }
        if let last = parts.last, last.hasSuffix(".md") {
            parts[parts.count - 1] = last.dropLast(3)
        } else if let last = parts.last, last.contains("."), EditionVersion(last) == nil {
            return Address("/" + parts.joined(separator: "/"))
        }
        return Address("/" + parts.map { $0 + "/" }.joined())
    }
}

extension SitePlan {
    /// A draft as it would be published now.
    package func draftRendition(
        of edition: Edition, _ document: Document,
        permalinkLabel: @escaping @Sendable (Clause) -> String = { $0.label }, tableLabel: String? = nil,
        resolveLink: @escaping @Sendable (String) -> Rendition.LinkTarget
    ) -> Rendition {
        Rendition(
            title: document.title, language: document.language, values: project.values,
            builtIn: builtIn(of: edition, document),
            standing: edition.isReady ? .ready : .draft, permalinkBase: "", permalinkLabel: permalinkLabel,
            tableLabel: tableLabel, resolveLink: resolveLink)
    }

    /// The text of each built-in placeholder.
    func builtIn(of edition: Edition, _ document: Document) -> [String: String] {
        [
            "VERSION": edition.version.description,
            "DATE": edition.date.map(document.language.longDate) ?? "",
            "EFFECTIVE_DATE": edition.effective.map(document.language.longDate) ?? "",
            "PERMANENT_URL": project.configuration.url.absolute(document.address(of: edition.version).description),
            "CURRENT_URL": project.configuration.url.absolute(document.address.description),
        ]
    }
}

extension Document {
    /// `/legal/privacy/`: the edition in force.
    package var address: Address { Address.legal.page(id) }

    /// `/legal/privacy/2.0/`: an edition, for ever.
    package func address(of version: EditionVersion) -> Address { address.page(version.description) }

    /// `/legal/privacy/history/`: all editions.
    package var historyAddress: Address { address.page("history") }

    /// `/drafts/privacy/2.1/`.
    package func draftAddress(of version: EditionVersion) -> Address {
        Address.drafts.page(id).page(version.description)
    }
}
