internal import HTML
internal import JSON
internal import Legal
internal import Pages
internal import Project
internal import Source
internal import Templates

/// What machines read beside the pages: the editions for a booking service, and a feed.
extension SiteRenderer {
    /// `legal/editions.json`: what is to be stored with a consent.
    func editionsJSON() -> OutputFile {
        let documents = project.documents.compactMap { history -> JSON? in
            let known = history.published(by: plan.day)
            guard let latest = known.last?.publication else { return nil }
            let periods = history.periods(knownOn: plan.day)
            return [
                "document": .string(history.document.id), "title": .string(latest.title),
                "kind": .string(latest.kind.rawValue), "language": .string(latest.language.rawValue),
                "address": .string(absolute(history.document.address)),
                "editions": .array(known.map { edition(_: $0, history, periods) }),
            ]
        }
        let json: JSON = [
            "$schema": .string("editions.schema.json"), "site": .string(configuration.title),
            "as_of": .string(plan.day.description),
            "ledger_head": .string(project.ledger.head(knownOn: plan.day).description),
            "documents": .array(documents),
        ]
        return OutputFile(path: "legal/editions.json", bytes: json.prettyBytes())
    }

    private func edition(_ published: PublishedEdition, _ history: DocumentHistory, _ periods: [Period]) -> JSON {
        let publication = published.publication
        let address = history.document.address(of: publication.version)
        return [
            "version": .string(publication.version.description), "date": .string(publication.date.description),
            "published": .string(publication.published.description), "summary": .string(publication.summary),
            "change": .string(publication.change.rawValue), "action": .string(publication.action.rawValue),
            "in_force": .array(
                periods.filter { $0.version == publication.version }.map { period in
                    [
                        "from": .string(plan.midnight(period.from)),
                        "until": period.until.map { .string(plan.midnight($0)) } ?? .null,
                    ]
                }),
            "address": .string(absolute(address)), "text": .string(absolute(address.file("text.txt"))),
            "fragment": .string(absolute(address.file("fragment.html"))),
            "text_sha256": .string(publication.text.description),
            "source_sha256": .string(publication.source.description),
            "label": published.edition.label.map { .string($0) } ?? .null,
            "label_sha256": publication.label.map { .string($0.description) } ?? .null,
        ]
    }

    /// `legal/editions.schema.json`: JSON Schema 2020-12 of the file beside it.
    func editionsSchema() -> OutputFile {
        func object(_ properties: KeyValuePairs<String, JSON>) -> JSON {
            [
                "type": "object", "additionalProperties": false,
                "required": .array(properties.map { .string($0.key) }),
                "properties": .object(properties.map { (key: $0.key, value: $0.value) }),
            ]
        }
        func pattern(_ text: String) -> JSON { ["type": "string", "pattern": .string(text)] }
        func oneOf(_ values: [String]) -> JSON { ["enum": .array(values.map(JSON.string))] }
        func orNull(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }
        let text: JSON = ["type": "string"]
        let day = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        let instant = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$")
        let digest = pattern("^[0-9a-f]{64}$")
        let address: JSON = ["type": "string", "format": "uri"]
        let edition = object([
            "version": pattern("^[0-9]+\\.[0-9]+(\\.[0-9]+)?$"), "date": day, "published": day, "summary": text,
            "change": oneOf(Edition.Change.allCases.map(\.rawValue)),
            "action": oneOf(Edition.Action.allCases.map(\.rawValue)),
            "in_force": ["type": "array", "items": object(["from": instant, "until": orNull(instant)])],
            "address": address, "text": address, "fragment": address, "text_sha256": digest, "source_sha256": digest,
            "label": orNull(text), "label_sha256": orNull(digest),
        ])
        let document = object([
            "document": text, "title": text, "kind": oneOf(Document.Kind.allCases.map(\.rawValue)), "language": text,
            "address": address, "editions": ["type": "array", "items": edition],
        ])
        guard
            case .object(let root) = object([
                "$schema": text, "site": text, "as_of": day, "ledger_head": digest,
                "documents": ["type": "array", "items": document],
            ])
        else { return OutputFile(path: "legal/editions.schema.json", bytes: []) }
        let head: [(key: String, value: JSON)] = [("$schema", "https://json-schema.org/draft/2020-12/schema")]
        return OutputFile(path: "legal/editions.schema.json", bytes: JSON.object(head + root).prettyBytes())
    }

    /// `legal/feed.xml`: an Atom feed (RFC 4287) of the editions that were published.
    func feed() -> OutputFile {
        let published = project.documents.flatMap { history in
            history.published(by: plan.day).map { (history.document, $0.publication) }
        }.sorted { ($0.1.published, $0.0.id, $0.1.version) > ($1.1.published, $1.0.id, $1.1.version) }
        let entries = published.map { document, publication in
            let address = absolute(document.address(of: publication.version))
            return Element(
                "entry", [:],
                [
                    Element("id", text: address),
                    Element(
                        "title",
                        text: strings[
                            "edition-title",
                            ["document": publication.title, "version": publication.version.description]]),
                    Element("link", ["href": address]),
                    Element("published", text: plan.midnight(publication.published)),
                    Element("updated", text: plan.midnight(publication.published)),
                    Element("summary", text: publication.summary),
                ])
        }
        let address = absolute(Address.legal.file("feed.xml"))
        let updated = published.first?.1.published ?? plan.day
        let root = Element(
            "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": configuration.language.rawValue],
            [
                Element("id", text: address),
                Element("title", text: strings["feed-title", ["site": configuration.title]]),
                Element("link", ["rel": "self", "href": address]),
                Element("link", ["href": absolute(.legal)]),
                Element("updated", text: plan.midnight(updated)),
                Element("author", [:], [Element("name", text: configuration.organization ?? configuration.title)]),
            ] + entries)
        return OutputFile(path: "legal/feed.xml", bytes: root.xmlDocument())
    }
}
