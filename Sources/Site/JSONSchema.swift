internal import JSON

/// The words of JSON Schema 2020-12 that Edict's own schemas are written in.
enum JSONSchema {
    static let text: JSON = ["type": "string"]
    static let address: JSON = ["type": "string", "format": "uri"]
    static let day = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    static let instant = pattern(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$")
    static let digest = pattern("^[0-9a-f]{64}$")

    /// An object with these properties, all of them, and no others.
    static func object(_ properties: KeyValuePairs<String, JSON>) -> JSON { .object(members(properties)) }

    static func list(of items: JSON) -> JSON { ["type": "array", "items": items] }
    static func pattern(_ text: String) -> JSON { ["type": "string", "pattern": .string(text)] }
    static func orNull(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

    static func integer(_ range: ClosedRange<Int>) -> JSON {
        ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    }

    static func oneOf<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> JSON where Choice.RawValue == String {
        ["enum": .array(Choice.allCases.map { .string($0.rawValue) })]
    }

    /// The schema of a file that holds an object with these properties.
    static func file(_ path: String, _ properties: KeyValuePairs<String, JSON>) -> OutputFile {
        let head: [(key: String, value: JSON)] = [("$schema", "https://json-schema.org/draft/2020-12/schema")]
        return OutputFile(path: path, bytes: JSON.object(head + members(properties)).prettyBytes())
    }

    private static func members(_ properties: KeyValuePairs<String, JSON>) -> [(key: String, value: JSON)] {
        [
            ("type", "object"), ("additionalProperties", false),
            ("required", .array(properties.map { .string($0.key) })),
            ("properties", .object(properties.map { (key: $0.key, value: $0.value) })),
        ]
    }
}
