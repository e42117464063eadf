package import Diagnostics
package import Source
package import Templates

/// The page of one specialist. Its text comes from outsiders and is not trusted.
package final class Profile: Sendable {
    /// The last part of its address: its file's name, or the `slug` of its row.
    package let slug: String
    package let file: SourceFile
    /// Where the profile begins.
    package let location: Location
    /// What the specialist says in their own words: Markdown, and where it stands in its file.
    package let text: SourceFile
    package let body: Range<Int>
    /// The bytes of its file that are its own: all, or those of its row.
    package let extent: Range<Int>
    /// Reads its fields again as they are written, for who looks at all that they say.
    package let writtenFields: @Sendable () -> YAML.Mapping?

    /// The language its page is in.
    package let language: Language
    package let name: String
    package let profession: Located<String>
    package let isPublished: Bool
    package let consent: PublicationConsent?
    /// As the profile names it.
    package let photoPath: Located<String>?
    package let city: Located<String>?
    package let formats: [Format]
    package let languages: [String]
    package let methods: [String]
    package let topics: [Located<String>]
    package let notWorkingWith: [String]
    package let audience: [String]
    package let education: [Course]
    package let training: [Course]
    /// The year in which practice began.
    package let practisingSince: Located<Int>?
    package let services: [Service]
    package let schedule: [WorkingHours]
    /// An address at which a client books.
    package let booking: String?

    /// The picture at `photoPath`.
    package let photo: Photo?

    /// Takes a profile's fields; nil without a name or a profession.
    init?<Failure: Error>(
        slug: String, file: SourceFile, location: Location, text: SourceFile, body: Range<Int>, extent: Range<Int>,
        writtenFields: @escaping @Sendable () -> YAML.Mapping?, _ fields: inout FieldReader,
        _ defaultLanguage: Language, photo: (Located<String>) throws(Failure) -> Photo?
    ) throws(Failure) {
        self.slug = slug
        self.file = file
        self.location = location
        self.text = text
        self.body = body
        self.extent = extent
        self.writtenFields = writtenFields
        let name = fields.text("name", required: true)?.value
        let profession = fields.text("profession", required: true)
        let currency = fields.choice("currency", of: Currency.self)?.value ?? .rub
        self.name = name ?? ""
        self.profession = profession ?? Located("", 0..<0)
        language = fields.choice("language", of: Language.self)?.value ?? defaultLanguage
        isPublished = fields.flag("published") ?? false
        consent = fields.consent()
        photoPath = fields.photo()
        city = fields.text("city")
        formats = fields.choices("formats", of: Format.self).map(\.value)
        languages = fields.languages()
        methods = fields.list("methods").map(\.value)
        topics = fields.list("topics")
        notWorkingWith = fields.list("not_working_with").map(\.value)
        audience = fields.list("audience").map(\.value)
        education = fields.courses("education")
        training = fields.courses("training")
        practisingSince = fields.integer("practising_since", in: 1900...2200)
        services = fields.services(currency)
        schedule = fields.schedule()
        booking = fields.address("booking")
        fields.finish()
        if name == nil || profession == nil { return nil }
        self.photo = if let photoPath { try photo(photoPath) } else { nil }
    }

    package enum Format: String, Sendable, CaseIterable {
        case online
        case inPerson = "in-person"
    }

    package struct Photo: Sendable {
        /// Relative to the project.
        package let path: String
        package let picture: Picture
        /// Changes with the bytes of the file.
        package let fingerprint: String

        package init(path: String, picture: Picture, fingerprint: String) {
            self.path = path
            self.picture = picture
            self.fingerprint = fingerprint
        }
    }

    package struct Course: Sendable {
        package let year: Located<Int>?
        package let place: String?
        package let title: String
    }

    package struct Service: Sendable {
        package let name: String
        package let minutes: Int
        /// In whole units of the currency.
        package let price: Int
        package let currency: Currency
    }

    package enum Currency: String, Sendable, CaseIterable {
        case rub = "RUB"
        case eur = "EUR"
        case usd = "USD"
    }

    package struct WorkingHours: Sendable {
        package let day: Weekday
        package let from: TimeOfDay
        package let to: TimeOfDay
    }

    package enum Weekday: String, Sendable, CaseIterable {
        case mon, tue, wed, thu, fri, sat, sun
    }

    /// Addresses below `/specialists/` that are the site's own.
    private static let taken: Set = ["index", "page", "topics", "cities", "professions"]

    /// What is wrong with the last part of a profile's address; nil where nothing is.
    package static func fault(ofSlug slug: String, at location: Location) -> Diagnostic? {
        if taken.contains(slug) {
            return Diagnostic(
                .error, "invalid-name", at: location,
                "'\(slug)' can be no address: /specialists/\(slug)/ is the site's own",
                hint: "choose another name")
        }
        if AddressPart.isValid(slug), slug.utf8.count <= 100 { return nil }
        return Diagnostic(
            .error, "invalid-name", at: location, "'\(slug)' can be no address",
            hint: "a name is lower-case Latin letters, digits and hyphens, a letter first: anna-sokolova")
    }

    /// Whether there is anything but white space in the specialist's own words.
    var hasText: Bool {
        text.bytes[body].contains { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }

    /// An error for each year that has not come yet. On a day before the consent nothing is said: the profile was not yet written.
    package func yearDiagnostics(on day: Day) -> [Diagnostic] {
        if let consent, day < consent.date.value { return [] }
        let years = [("practising_since", practisingSince)] + (education + training).map { ("year", $0.year) }
        return years.compactMap { key, year in
            guard let year, year.value > day.year else { return nil }
            return Diagnostic(
                .error, "future-year", at: file.location(of: year.range),
                "\(year.value) where '\(key)' expects a year up to \(day.year)")
        }
    }
}
