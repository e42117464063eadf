package import Diagnostics
internal import Markdown
package import Source
package import Templates

extension Profile {
    /// Reads a profile out of its file. Nil where too little of it could be understood to go on; whatever is wrong is a
    /// diagnostic.
    ///
    /// - Parameters:
    ///   - defaultLanguage: the language of a profile that names none.
    ///   - photo: looks at the picture that the profile names.
    package static func parse<Failure: Error>(
        _ file: SourceFile, slug: String, defaultLanguage: Language, _ diagnostics: inout [Diagnostic],
        photo: (Located<String>) throws(Failure) -> Photo?
    ) throws(Failure) -> Profile? {
        guard let front = file.parseFrontMatter(&diagnostics) else { return nil }
        var fields = FieldReader(front.fields, of: file)
        defer { diagnostics += fields.diagnostics }
        return try Profile(
            slug: slug, file: file, location: file.location(at: 0), text: file, body: front.body,
            extent: 0..<file.bytes.count, writtenFields: { writtenFields(of: file) }, &fields, defaultLanguage,
            photo: photo)
    }

    /// The same without a look at its photo.
    package static func parse(
        _ file: SourceFile, slug: String, defaultLanguage: Language, _ diagnostics: inout [Diagnostic]
    ) -> Profile? {
        parse(file, slug: slug, defaultLanguage: defaultLanguage, &diagnostics) { _ in nil }
    }

    private static func writtenFields(of file: SourceFile) -> YAML.Mapping? {
        var ignored: [Diagnostic] = []
        return file.parseFrontMatter(&ignored)?.fields
    }
}

extension FieldReader {
    mutating func consent() -> PublicationConsent? {
        mapping("publication_consent") { inner in
            let date = inner.day("date", required: true)
            let until = inner.day("until")
            let fields = inner.choicesWithPlace("fields", of: Profile.Field.self)
            if let date, let until, until.value < date.value {
                inner.report("invalid-field", until.range, "'until' \(until.value) is before 'date' \(date.value)")
            }
            return date.map { date in
                PublicationConsent(
                    date: date, until: until, fields: fields.map { Located(Set($0.value), $0.range) })
            }
        }
    }

    /// A file below a folder.
    mutating func photo() -> Located<String>? {
        parsed("photo", expected: "the path of a picture in content/, such as photos/anna.jpg") { path in
            let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            let isBelow = parts.allSatisfy { part in
                !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
            }
            return isBelow && path.utf8.count <= 1024 && !path.utf8.contains(0) ? path : nil
        }
    }

    /// Language codes such as `ru` (ISO 639).
    mutating func languages() -> [String] {
        list("languages", expected: "a language code such as `ru`") { text in
            let isCode =
                (2...3).contains(text.utf8.count)
                && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            return isCode ? text : nil
        }.map(\.value)
    }

    mutating func courses(_ key: String) -> [Profile.Course] {
        each(key) { inner in
            let year = inner.integer("year", in: 1900...2200)
            let place = inner.text("place")?.value
            return inner.text("title", required: true).map {
                Profile.Course(year: year, place: place, title: $0.value)
            }
        }
    }

    mutating func services(_ currency: Profile.Currency) -> [Profile.Service] {
        each("services") { inner in
            let name = inner.text("name", required: true)?.value
            let minutes = inner.integer("minutes", in: 1...1440, required: true)?.value
            let price = inner.integer("price", in: 0...100_000_000, required: true)?.value
            let currency = inner.choice("currency", of: Profile.Currency.self)?.value ?? currency
            guard let name, let minutes, let price else { return nil }
            return Profile.Service(name: name, minutes: minutes, price: price, currency: currency)
        }
    }

    mutating func schedule() -> [Profile.WorkingHours] {
        let time = "a time such as \"09:30\""
        let hours = each("schedule") { inner -> Located<Profile.WorkingHours>? in
            let day = inner.choice("day", of: Profile.Weekday.self, required: true)?.value
            let from = inner.parsed("from", required: true, expected: time, hint: TimeOfDay.hint, TimeOfDay.init)
            let to = inner.parsed("to", required: true, expected: time, hint: TimeOfDay.hint, TimeOfDay.init)
            guard let day, let from, let to else { return nil }
            guard from.value < to.value else {
                inner.report(
                    "invalid-field", to.range, "'to' \(to.value) is not after 'from' \(from.value)",
                    hint: "hours past midnight are two entries")
                return nil
            }
            return Located(Profile.WorkingHours(day: day, from: from.value, to: to.value), from.range)
        }
        for day in Profile.Weekday.allCases { reportOverlaps(hours.filter { $0.value.day == day }) }
        return hours.map(\.value)
    }

    /// Hours of one day in the order of their beginning overlap only with the one before that ends last.
    private mutating func reportOverlaps(_ hours: [Located<Profile.WorkingHours>]) {
        let sorted = hours.sorted { ($0.value.from, $0.range.lowerBound) < ($1.value.from, $1.range.lowerBound) }
        guard var latest = sorted.first else { return }
        for entry in sorted.dropFirst() {
            if entry.value.from < latest.value.to {
                let later = entry.range.lowerBound < latest.range.lowerBound ? latest : entry
                report(
                    "invalid-field", later.range,
                    "\(later.value.from)–\(later.value.to) overlaps other hours on '\(later.value.day.rawValue)'")
            }
            if entry.value.to > latest.value.to { latest = entry }
        }
    }

    /// A web address that a page may link to.
    mutating func address(_ key: String) -> String? {
        // Without its type the value would be an optional that holds nil, and nothing would be reported.
        let address: Located<String>? = parsed(key, expected: "an address that begins with https:// or http://") {
            text in
            let isWeb = ["https://", "http://"].contains { text.utf8.starts(with: $0.utf8) }
            return isWeb && LinkDestination.isAllowed(Array(text.utf8)) ? text : nil
        }
        return address?.value
    }
}
