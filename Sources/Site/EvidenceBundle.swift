internal import HTML
package import Legal
package import Pages
internal import Project
package import Source
internal import Templates

/// What shows that an edition said what it says: verifiable without Edict.
package struct EvidenceBundle: Sendable {
    package let files: [OutputFile]

    /// A stored record of a consent.
    package struct Record: Sendable {
        /// The file, as it is.
        let bytes: [UInt8]
        /// When the consent was given, as it is written there.
        let instant: String?
        /// The day of it where the project is.
        let day: Day?

        package init(bytes: [UInt8], instant: String?, day: Day?) {
            (self.bytes, self.instant, self.day) = (bytes, instant, day)
        }
    }

    /// - Parameter record: that of the consent which the edition is proved for.
    package init(
        _ published: PublishedEdition, _ history: DocumentHistory, _ plan: SitePlan, record: Record? = nil
    ) {
        let (edition, publication) = (published.edition, published.publication)
        let templates = plan.project.templates
        let strings = templates.strings(in: publication.language)
        let address = plan.project.configuration.url.absolute(history.document.address(of: edition.version).description)
        let text = edition.render(.published(publication, permalinkBase: address))
        let facts = [
            (strings["stamp-document"], publication.title),
            (strings["stamp-version"], publication.version.description),
            (strings["stamp-date"], strings.date(publication.date)),
            (strings["stamp-effective"], strings.date(publication.effective)),
            (strings["stamp-published"], strings.date(publication.published)),
            (
                strings["proof-periods"],
                history.periods(knownOn: plan.day).filter { $0.version == publication.version }
                    .map(strings.text(of:)).joined(separator: "; ")
            ),
            (strings["stamp-permanent"], address), (strings["stamp-digest"], publication.text.description),
        ]
        let events = Self.events(of: publication, history, plan.day, strings)
        let consent = Self.facts(of: record, publication, history, strings)
        let article = text.article(
            of: publication.document, publication.version, publication.language, heading: publication.title)
        let names = ["document": publication.title, "version": publication.version.description]
        files =
            [
                OutputFile(path: "check-edition.py", bytes: templates.assets["check-edition.py"] ?? []),
                OutputFile(path: "check.sh", bytes: templates.assets["check.sh"] ?? []),
                Self.page(
                    "cover.html", strings["proof-title", names],
                    [Self.stamp(facts + events + consent)] + Self.cover(names, strings, hasRecord: record != nil),
                    strings),
                Self.page(
                    "edition.html", strings["edition-title", names], [article, Self.stamp(facts + events)], strings),
                OutputFile(path: "ledger.jsonl", bytes: plan.project.ledger.bytes),
                OutputFile(path: "site.css", bytes: templates.assets["site.css"] ?? []),
                OutputFile(path: "source.md", bytes: edition.file.bytesWithLineFeeds),
                OutputFile(path: "text.txt", bytes: text.plainText),
            ] + (record.map { [OutputFile(path: "consent.json", bytes: $0.bytes)] } ?? [])
    }

    /// What became of the edition: its withdrawal, and what was noted of it.
    private static func events(
        of publication: Publication, _ history: DocumentHistory, _ day: Day, _ strings: Strings
    ) -> [(String, String)] {
        let withdrawal = history.withdrawal(of: publication.version, knownOn: day)
        let notes = history.notes.filter { $0.version == publication.version && $0.recorded <= day }
        return (withdrawal.map { [(strings["proof-withdrawn"], "\(strings.date($0.from)). \($0.reason)")] } ?? [])
            + notes.map { (strings["stamp-note"], "\($0.text) (\(strings.date($0.recorded)))") }
    }

    /// What the record of a consent says, and what was in force then.
    private static func facts(
        of record: Record?, _ publication: Publication, _ history: DocumentHistory, _ strings: Strings
    ) -> [(String, String)] {
        guard let instant = record?.instant, let day = record?.day else { return [] }
        let current = history.inForce(on: day)
        let version = ["version": current?.version.description ?? ""]
        let standing =
            current == nil
            ? "proof-none-in-force"
            : current?.version == publication.version ? "proof-in-force" : "proof-other-in-force"
        return [(strings["proof-instant"], instant), (strings["proof-then"], strings[standing, version])]
    }

    private static func stamp(_ facts: [(String, String)]) -> Element {
        Element(
            "section", ["class": "stamp"],
            [Element("dl", [:], facts.map { Element("div", [:], [Element("dt", text: $0), Element("dd", text: $1)]) })])
    }

    private static func cover(_ names: [String: String], _ strings: Strings, hasRecord: Bool) -> [Element] {
        let files =
            [
                ("text.txt", "proof-file-text"), ("edition.html", "proof-file-page"),
                ("source.md", "proof-file-source"),
                ("ledger.jsonl", "proof-file-ledger"), ("check.sh", "proof-file-check"),
                ("check-edition.py", "proof-file-script"),
            ] + (hasRecord ? [("consent.json", "proof-file-record")] : [])
        return [
            Element("p", text: strings["proof-what", names]),
            Element(
                "ul", [:],
                files.map { name, key in
                    Element("li", [:], [Element("a", ["href": name], text: name), .text(" — \(strings[key])")])
                }),
            Element("h2", text: strings["proof-shows"]), Element("p", text: strings["proof-shows-text"]),
            Element("p", text: strings["proof-shows-head"]),
            Element("h2", text: strings["proof-not"]), Element("p", text: strings["proof-not-time"]),
            Element("p", text: strings["proof-not-consent"]),
        ]
    }

    private static func page(_ path: String, _ title: String, _ body: [Element], _ strings: Strings) -> OutputFile {
        let hasTitle = path == "edition.html"
        let heading = hasTitle ? [] : [Element("h1", text: title)]
        let root = Element(
            "html", ["lang": strings.language.rawValue],
            [
                Element(
                    "head", [:],
                    [
                        Element("meta", ["charset": "utf-8"]),
                        Element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                        Element("title", text: title), Element("link", ["rel": "stylesheet", "href": "site.css"]),
                    ]),
                Element(
                    "body", [:],
                    [Element("main", ["class": "page"], [Element("div", ["class": "reading"], heading + body)])]),
            ])
        return OutputFile(path: path, bytes: Array("<!DOCTYPE html>\n".utf8) + root.html() + [UInt8(ascii: "\n")])
    }
}
