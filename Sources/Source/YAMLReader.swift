internal import Diagnostics

/// Builds `YAML` out of libyaml's events, refusing what a settings file has no need of: anchors, aliases, tags, keys that
/// are not text, several documents.
struct YAMLReader {
    private static let deepest = 16

    let file: SourceFile
    let range: Range<Int>
    private var events: YAMLEvents

    init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
        events = YAMLEvents(file: file, range: range)
    }

    /// The one document of the text; nil where there is none.
    mutating func document() throws(YAMLError) -> YAML? {
        var document: YAML?
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamStart, .documentStart, .documentEnd: continue
            case .streamEnd: return document
            default:
                guard document == nil else {
                    throw YAMLError(rule: "yaml-syntax", range: event.range, message: "a second document in one file")
                }
                document = try value(event, depth: 0)
            }
        }
    }

    private mutating func value(_ event: YAMLEvents.Event, depth: Int) throws(YAMLError) -> YAML {
        guard depth < Self.deepest else {
            throw YAMLError(rule: "yaml-syntax", range: event.range, message: "more than \(Self.deepest) nested levels")
        }
        switch event.kind {
        case .scalar(let scalar):
            return .scalar(scalar)
        case .sequenceStart:
            var values: [YAML] = []
            while true {
                let next = try events.next()
                if case .end = next.kind { return .sequence(values, event.range) }
                values.append(try value(next, depth: depth + 1))
            }
        case .mappingStart: return .mapping(try mapping(from: event, depth: depth))
        default: throw YAMLError(rule: "yaml-syntax", range: event.range, message: "a value is missing")
        }
    }

    private mutating func mapping(from start: YAMLEvents.Event, depth: Int) throws(YAMLError) -> YAML.Mapping {
        var entries: [(key: YAML.Scalar, value: YAML)] = []
        var seen = Keys()
        while true {
            let event = try events.next()
            if case .end = event.kind { return YAML.Mapping(entries: entries, range: start.range) }
            guard case .scalar(let key) = event.kind else {
                throw YAMLError(rule: "yaml-syntax", range: event.range, message: "a key that is not text")
            }
            guard seen.insert(key.text) else {
                throw YAMLError(rule: "duplicate-key", range: key.range, message: "'\(key.text)' stands here twice")
            }
            entries.append((key, try value(try events.next(), depth: depth + 1)))
        }
    }
}

/// The keys of a mapping, as bytes: to String two spellings of a letter are one. A few are looked through, many are hashed.
private struct Keys {
    private var few: [String] = []
    private var many: Set<[UInt8]> = []

    /// Whether the key is new.
    mutating func insert(_ key: String) -> Bool {
        if few.count < 32 {
            if few.contains(where: { $0.hasBytes(of: key) }) { return false }
            few.append(key)
            return true
        }
        if many.isEmpty { many = Set(few.map { Array($0.utf8) }) }
        return many.insert(Array(key.utf8)).inserted
    }
}
