package import JSON

extension Redline {
    /// `changes` in the order of the redline, and how many there are of each kind.
    package var json: JSON {
        [
            "changes": .array(changes.map(\.json)),
            "summary": .object(
                counts.map { (key: $0.kind.rawValue, value: .integer($0.count)) }
                    + [(key: "typographic", value: .integer(typographicCount))]),
        ]
    }

    /// How many changes there are of each kind.
    package var counts: [(kind: Change.Kind, count: Int)] {
        Change.Kind.allCases.map { kind in (kind, changes.count { $0.kind == kind }) }
    }
}

extension Change {
    fileprivate var json: JSON {
        var members: [(key: String, value: JSON)] = [
            ("kind", .string(kind.rawValue)), ("old", old?.json ?? .null), ("new", new?.json ?? .null),
        ]
        if let reference {
            let now = reference.new.map(JSON.string) ?? .null
            members.append(("reference", .object([("old", .string(reference.old)), ("new", now)])))
        }
        return .object(members)
    }
}

extension Change.Side {
    fileprivate var json: JSON {
        .object([("label", label.map(JSON.string) ?? .null), ("line", .integer(line)), ("text", .string(text))])
    }
}
