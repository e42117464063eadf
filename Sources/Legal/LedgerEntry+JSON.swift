internal import JSON
internal import Source
internal import Templates

extension LedgerEntry {
    /// The entry as the ledger holds it.
    var json: JSON {
        switch self {
        case .publish(let publication): publication.json
        case .withdraw(let withdrawal):
            [
                "type": "withdraw", "document": .string(withdrawal.document),
                "version": .string(withdrawal.version.description), "from": .string(withdrawal.from.description),
                "reason": .string(withdrawal.reason), "recorded": .string(withdrawal.recorded.description),
            ]
        case .note(let note):
            [
                "type": "note", "document": .string(note.document), "version": .string(note.version.description),
                "text": .string(note.text), "recorded": .string(note.recorded.description),
            ]
        }
    }

    /// Reads an entry; nil where it is none. A key that is not known is not seen here: the line's bytes tell.
    init?(_ json: JSON) {
        guard let document = json["document"]?.string, Document.isID(document),
            let version = json["version"]?.string.flatMap({ EditionVersion($0) })
        else { return nil }
        switch json["type"]?.string {
        case "publish":
            guard let publication = Publication(json, document: document, version: version) else { return nil }
            self = .publish(publication)
        case "withdraw":
            guard let from = json.day("from"), let reason = json["reason"]?.string, let recorded = json.day("recorded")
            else { return nil }
            self = .withdraw(
                Withdrawal(document: document, version: version, from: from, reason: reason, recorded: recorded))
        case "note":
            guard let text = json["text"]?.string, let recorded = json.day("recorded") else { return nil }
            self = .note(Note(document: document, version: version, text: text, recorded: recorded))
        default: return nil
        }
    }
}

extension Publication {
    /// SHA-256 of the canonical JSON of the values.
    package var valuesDigest: Digest { Digest(of: JSON.texts(values).canonicalBytes()) }

    fileprivate var json: JSON {
        var members: [(key: String, value: JSON)] = [
            ("type", "publish"), ("document", .string(document)), ("version", .string(version.description)),
            ("date", .string(date.description)), ("effective", .string(effective.description)),
            ("change", .string(change.rawValue)), ("action", .string(action.rawValue)),
            ("summary", .string(summary)), ("title", .string(title)), ("kind", .string(kind.rawValue)),
            ("language", .string(language.rawValue)), ("published", .string(published.description)),
            ("source_sha256", .string(source.description)), ("text_sha256", .string(text.description)),
            ("values", .texts(values)), ("values_sha256", .string(valuesDigest.description)),
            ("builtin", .texts(builtIn)), ("waivers", .texts(waivers)),
        ]
        if !with.isEmpty { members.append(("with", .array(with.map(JSON.string)))) }
        if let recorded { members.append(("recorded", .string(recorded.description))) }
        if let label { members.append(("label_sha256", .string(label.description))) }
        return .object(members)
    }

    fileprivate init?(_ json: JSON, document: String, version: EditionVersion) {
        guard let date = json.day("date"), let effective = json.day("effective"),
            let change = json["change"]?.string.flatMap(Edition.Change.init),
            let action = json["action"]?.string.flatMap(Edition.Action.init),
            let summary = json["summary"]?.string, let title = json["title"]?.string,
            let kind = json["kind"]?.string.flatMap(Document.Kind.init),
            let language = json["language"]?.string.flatMap(Language.init), let published = json.day("published"),
            let source = json.digest("source_sha256"), let text = json.digest("text_sha256"),
            let values = json["values"]?.texts, let builtIn = json["builtin"]?.texts,
            let waivers = json["waivers"]?.texts
        else { return nil }
        self.init(
            document: document, version: version, date: date, effective: effective, change: change, action: action,
            summary: summary, title: title, kind: kind, language: language, published: published,
            recorded: json.day("recorded"), source: source, text: text, label: json.digest("label_sha256"),
            values: values, builtIn: builtIn, waivers: waivers, with: json["with"]?.strings ?? [])
    }
}

extension JSON {
    fileprivate static func texts(_ texts: [String: String]) -> JSON {
        .object(texts.sorted { $0.key < $1.key }.map { (key: $0.key, value: .string($0.value)) })
    }

    fileprivate var texts: [String: String]? {
        guard let members else { return nil }
        var texts: [String: String] = [:]
        for (key, value) in members {
            guard let text = value.string else { return nil }
            texts[key] = text
        }
        return texts
    }

    fileprivate var strings: [String]? {
        if case .array(let values) = self { values.compactMap(\.string) } else { nil }
    }

    fileprivate func day(_ key: String) -> Day? { self[key]?.string.flatMap { Day($0) } }

    fileprivate func digest(_ key: String) -> Digest? { self[key]?.string.flatMap(Digest.init(hexadecimal:)) }
}
