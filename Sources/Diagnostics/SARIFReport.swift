package import JSON

/// Diagnostics in the Static Analysis Results Interchange Format 2.1.0 (OASIS, with errata 01): one run, with the rules and
/// their help texts.
package struct SARIFReport: Sendable {
    private let version: String
    private let rules: [RuleDescription]

    /// - Parameters:
    ///   - version: of the program: three numbers with points between them.
    ///   - rules: every rule that was looked at; what else the diagnostics name is described as malformed.
    package init(version: String, rules: [RuleDescription]) {
        (self.version, self.rules) = (version, rules)
    }

    package func json(_ diagnostics: [Diagnostic]) -> JSON {
        let known = Set(rules.map(\.id))
        let others = Set(diagnostics.map(\.rule)).subtracting(known).sorted().map(RuleDescription.init(malformed:))
        let described = rules + others
        let indices = Dictionary(
            described.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let results = zip(diagnostics, diagnostics.fingerprints).map { result($0, fingerprint: $1, indices) }
        return [
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "Edict", "semanticVersion": .string(version),
                            "rules": .array(described.map(descriptor)),
                        ]
                    ],
                    "columnKind": "unicodeCodePoints",
                    "results": .array(results),
                ]
            ],
        ]
    }

    private func descriptor(_ rule: RuleDescription) -> JSON {
        [
            "id": .string(rule.id),
            "shortDescription": ["text": .string(rule.title)],
            "fullDescription": ["text": .string(rule.asks)],
            "help": ["text": .string(rule.help.text), "markdown": .string(rule.help.markdown)],
            "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
        ]
    }

    private func result(_ diagnostic: Diagnostic, fingerprint: String, _ indices: [String: Int]) -> JSON {
        let location = diagnostic.location
        var place: [(key: String, value: JSON)] = [("artifactLocation", ["uri": .string(uri(location.path))])]
        if let line = location.line {
            place.append(("region", region(location, line)))
            if let excerpt = location.excerpt {
                place.append(("contextRegion", ["startLine": .integer(line), "snippet": ["text": .string(excerpt)]]))
            }
        }
        return [
            "ruleId": .string(diagnostic.rule),
            "ruleIndex": indices[diagnostic.rule].map(JSON.integer) ?? -1,
            "level": .string(diagnostic.severity.rawValue),
            "message": ["text": .string(diagnostic.messageAndHint)],
            "locations": [["physicalLocation": .object(place)]],
            "partialFingerprints": ["edict/v1": .string(fingerprint)],
        ]
    }

    private func region(_ location: Location, _ line: Int) -> JSON {
        guard let column = location.column else { return ["startLine": .integer(line)] }
        return [
            "startLine": .integer(line), "startColumn": .integer(column),
            // The column after the last one that is meant (§3.30.8).
            "endColumn": .integer(column + location.length),
        ]
    }

    /// A path as a relative reference (RFC 3986): all but letters, digits, `-._~` and `/` as `%` and two digits.
    private func uri(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                String(Unicode.Scalar(byte))
            default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
