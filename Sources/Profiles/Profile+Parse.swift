package import Diagnostics
internal import Markdown
package import Source

extension Profile {
    /// Reads a profile out of its file. Nil where too little of it could be understood to go on; whatever is wrong is a
    /// diagnostic.
    package static func parse(_ file: SourceFile, slug: String, _ diagnostics: inout [Diagnostic]) -> Profile? {
        guard let front = file.parseFrontMatter(&diagnostics) else { return nil }
        var fields = FieldReader(front.fields, of: file)
        defer { diagnostics += fields.diagnostics }
        let profile = Profile(
            slug: slug, file: file, body: front.body,
            name: fields.text("name", required: true)?.value ?? "",
            profession: fields.text("profession", required: true)?.value ?? "",
            isPublished: fields.flag("published") ?? false,
            consent: fields.consent(),
            city: fields.text("city")?.value,
            formats: fields.choices("formats", of: Format.self).map(\.value),
            languages: fields.languages(),
            methods: fields.list("methods").map(\.value),
            topics: fields.list("topics").map(\.value),
            notWorkingWith: fields.list("not_working_with").map(\.value),
            audience: fields.list("audience").map(\.value),
            education: fields.courses("education"),
            training: fields.courses("training"),
            practisingSince: fields.integer("practising_since", in: 1900...2200)?.value,
            services: fields.services(),
            schedule: fields.schedule(),
            booking: fields.address("booking"))
        fields.finish()
        return profile.name.isEmpty || profile.profession.isEmpty ? nil : profile
    }
}

extension FieldReader {
    fileprivate mutating func consent() -> Profile.PublicationConsent? {
        mapping("publication_consent") { inner in
            let date = inner.day("date", required: true)
            let until = inner.day("until")
            if let date, let until, until.value < date.value {
                inner.report("invalid-field", until.range, "'until' \(until.value) is before 'date' \(date.value)")
            }
            return date.map { Profile.PublicationConsent(date: $0.value, until: until?.value) }
        }
    }

    /// Language codes such as `ru` (ISO 639).
    fileprivate mutating func languages() -> [String] {
        list("languages", expected: "a language code such as `ru`") { text in
            let isCode =
                (2...3).contains(text.utf8.count)
                && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            return isCode ? text : nil
        }.map(\.value)
    }

    fileprivate mutating func courses(_ key: String) -> [Profile.Course] {
        each(key) { inner in
            let year = inner.integer("year", in: 1900...2200)?.value
            let place = inner.text("place")?.value
            return inner.text("title", required: true).map {
                Profile.Course(year: year, place: place, title: $0.value)
            }
        }
    }

    fileprivate mutating func services() -> [Profile.Service] {
        each("services") { inner in
            let name = inner.text("name", required: true)?.value
            let minutes = inner.integer("minutes", in: 1...1440, required: true)?.value
            let price = inner.integer("price", in: 0...100_000_000, required: true)?.value
            let currency = inner.choice("currency", of: Profile.Currency.self)?.value ?? .rub
            guard let name, let minutes, let price else { return nil }
            return Profile.Service(name: name, minutes: minutes, price: price, currency: currency)
        }
    }

    fileprivate mutating func schedule() -> [Profile.WorkingHours] {
        let time = "a time such as \"09:30\""
        let hours = each("schedule") { inner -> (hours: Profile.WorkingHours, range: Range<Int>)? in
            let day = inner.choice("day", of: Profile.Weekday.self, required: true)?.value
            let from = inner.parsed("from", required: true, expected: time, TimeOfDay.init)
            let to = inner.parsed("to", required: true, expected: time, TimeOfDay.init)
            guard let day, let from, let to else { return nil }
            guard from.value < to.value else {
                inner.report(
                    "invalid-field", to.range, "'to' \(to.value) is not after 'from' \(from.value)",
                    hint: "hours past midnight are two entries")
                return nil
            }
            return (Profile.WorkingHours(day: day, from: from.value, to: to.value), from.range)
        }
        for (index, later) in hours.enumerated() {
            let overlaps = hours[..<index].contains { earlier in
                earlier.hours.day == later.hours.day && earlier.hours.from < later.hours.to
                    && later.hours.from < earlier.hours.to
            }
            if overlaps {
                report(
                    "invalid-field", later.range,
                    "\(later.hours.from)–\(later.hours.to) overlaps other hours on '\(later.hours.day.rawValue)'")
            }
        }
        return hours.map(\.hours)
    }

    /// A web address that a page may link to.
    fileprivate mutating func address(_ key: String) -> String? {
        // Without its type the value would be an optional that holds nil, and nothing would be reported.
        let address: Located<String>? = parsed(key, expected: "an address that begins with https:// or http://") {
            text in
            let isWeb = ["https://", "http://"].contains { text.utf8.starts(with: $0.utf8) }
            return isWeb && LinkDestination.isAllowed(Array(text.utf8)) ? text : nil
        }
        return address?.value
    }
}
