package import Diagnostics
package import Source
package import Templates

/// `edict.yml`: what a project says of itself.
package struct Configuration: Sendable {
    package let title: String
    package let url: SiteURL
    package let language: Language
    /// A name of the IANA time zone database: the day of the build is the day there.
    package let timeZone: String
    /// Where it stands, or the file where it does not.
    package let timeZoneLocation: Location
    package let organization: String?
    /// Days between publication and effect that the service has promised itself.
    package let noticeDays: Int
    package let parts: Set<Part>
    /// `review: {rules: …}`: how bad the findings of some rules are here.
    package let ruleSettings: [RuleSetting]
    /// Where profiles come from, relative to the project: a folder of Markdown files, or a CSV file.
    package let specialists: String
    /// Where the file says so; nil where it does not.
    package let specialistsLocation: Location?

    /// A part of the site that can be built alone.
    package enum Part: String, Sendable, CaseIterable {
        case legal, specialists
    }

    package static let fileName = "edict.yml"

    /// Reads the file; nil, with diagnostics, where it is not right.
    package static func parse(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Configuration? {
        var found = file.characterDiagnostics()
        defer { diagnostics += found }
        guard let mapping = file.parseYAML(&found) else { return nil }
        var fields = FieldReader(mapping, of: file)
        let title = fields.text("title", required: true)
        let url = fields.parsed("url", required: true, expected: "an address such as https://example.org/docs") {
            SiteURL($0)
        }
        let language = fields.choice("language", of: Language.self)
        let timeZone = fields.text("timezone")
        let organization = fields.mapping("organization") { $0.text("name", required: true)?.value }
        let noticeDays = fields.integer("notice_days", in: 0...365)
        let parts = fields.choices("pages", of: Part.self)
        let specialists = fields.parsed("specialists", expected: "a folder of the project, or a CSV file in it") {
            path in
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            return parts.contains { ["", ".", ".."].contains($0) } ? nil : path
        }
        let ruleSettings = fields.mapping("review") { $0.mapping("rules") { RuleSetting.all(of: &$0) } ?? [] }
        fields.finish()
        found += fields.diagnostics
        guard let title, let url, !found.containsError else { return nil }
        return Configuration(
            title: title.value, url: url.value, language: language?.value ?? .ru, timeZone: timeZone?.value ?? "UTC",
            timeZoneLocation: timeZone.map { file.location(of: $0.range) } ?? file.location,
            organization: organization, noticeDays: noticeDays?.value ?? 0,
            parts: parts.isEmpty ? Set(Part.allCases) : Set(parts.map(\.value)), ruleSettings: ruleSettings ?? [],
            specialists: specialists?.value ?? "content/specialists",
            specialistsLocation: specialists.map { file.location(of: $0.range) })
    }
}

/// Where the site will stand: an origin, and the path it is mounted at.
package struct SiteURL: Sendable, Equatable {
    /// `https://example.org`, without a slash at its end.
    package let origin: String
    /// `/` or `/docs/`.
    package let path: String

    /// Reads an address with the scheme http or https, without a query, a fragment or credentials.
    package init?(_ text: String) {
        guard let scheme = ["https://", "http://"].first(where: { text.utf8.starts(with: $0.utf8) }) else { return nil }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        let host = rest.prefix { $0 != UInt8(ascii: "/") }
        guard !host.isEmpty, host.allSatisfy(Self.isHostByte) else { return nil }
        let segments = rest.dropFirst(host.count).split(separator: UInt8(ascii: "/"))
        guard
            segments.allSatisfy({
                $0.allSatisfy(Self.isPathByte) && !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8)
            })
        else { return nil }
        origin = scheme + String(decoding: host, as: UTF8.self)
        path = "/" + segments.map { String(decoding: $0, as: UTF8.self) + "/" }.joined()
    }

    /// The whole address of a path within the site, which begins with a slash.
    package func absolute(_ path: String) -> String {
        origin + self.path + path.dropFirst()
    }

    /// Whether the host is one of those that are kept for examples and tests (RFC 2606).
    package var isExample: Bool {
        let host = origin.split(separator: "/").last?.split(separator: ":").first ?? ""
        let labels = host.lowercased().split(separator: ".")
        let isSecondLevel = labels.count > 1 && labels[labels.count - 2] == "example"
        return ["example", "test", "invalid", "localhost"].contains(labels.last)
            || isSecondLevel && ["com", "net", "org"].contains(labels.last)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || ".-:".utf8.contains(byte)
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || ".-_~".utf8.contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
