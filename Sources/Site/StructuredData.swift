internal import HTML
internal import JSON
internal import Legal
internal import Profiles
internal import Project
internal import Source
internal import Templates

/// What a page says to machines, in schema.org's words (JSON-LD 1.1).
struct StructuredData: Sendable {
    private let json: JSON

    private init(_ type: JSON, _ members: [(key: String, value: JSON?)]) {
        let present = members.compactMap { member in member.value.map { (key: member.key, value: $0) } }
        json = .object([(key: "@context", value: "https://schema.org"), (key: "@type", value: type)] + present)
    }

    /// The element for the head of the page.
    func html() -> [UInt8] {
        Element("script", ["type": "application/ld+json"], [.rendered(json.bytes())]).html()
    }

    static func site(_ configuration: Configuration, at url: String) -> StructuredData {
        StructuredData(
            "WebSite",
            [
                ("name", .string(configuration.title)), ("url", .string(url)),
                ("inLanguage", .string(configuration.language.rawValue)),
                ("publisher", configuration.organization.map { ["@type": "Organization", "name": .string($0)] }),
            ])
    }

    static func edition(_ publication: Publication, at url: String, _ configuration: Configuration) -> StructuredData {
        StructuredData(
            ["WebPage", "DigitalDocument"],
            [
                ("name", .string(publication.title)), ("url", .string(url)),
                ("inLanguage", .string(publication.language.rawValue)),
                ("version", .string(publication.version.description)),
                ("description", .string(publication.summary)),
                ("dateCreated", .string(publication.date.description)),
                ("datePublished", .string(publication.published.description)),
                ("publisher", configuration.organization.map { ["@type": "Organization", "name": .string($0)] }),
            ])
    }

    static func specialist(_ profile: Profile, _ strings: Strings, at url: String, photo: String?) -> StructuredData {
        let offers = profile.services.map { service -> JSON in
            [
                "@type": "Offer", "price": .integer(service.price), "priceCurrency": .string(service.currency.rawValue),
                "itemOffered": ["@type": "Service", "name": .string(service.name)],
            ]
        }
        var person: [(key: String, value: JSON)] = [
            ("@type", "Person"), ("name", .string(profile.name)), ("jobTitle", .string(profile.profession.value)),
            ("url", .string(url)),
        ]
        if let photo { person.append(("image", .string(photo))) }
        if !profile.languages.isEmpty { person.append(("knowsLanguage", .array(profile.languages.map(JSON.string)))) }
        if !profile.topics.isEmpty { person.append(("knowsAbout", .array(profile.topics.map { .string($0.value) }))) }
        if !offers.isEmpty { person.append(("makesOffer", .array(offers))) }
        return StructuredData(
            "ProfilePage",
            [
                ("url", .string(url)), ("inLanguage", .string(strings.language.rawValue)),
                ("mainEntity", .object(person)),
            ])
    }
}
