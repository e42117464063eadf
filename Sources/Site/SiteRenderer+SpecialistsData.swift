internal import JSON
internal import Pages
internal import Profiles
internal import Project
internal import Source
internal import Templates

/// What a booking service reads of the specialists.
extension SiteRenderer {
    /// `specialists/specialists.json`: everybody who is shown, with everything that is shown but their own words.
    func specialistsJSON() -> OutputFile {
        let json: JSON = [
            "$schema": "specialists.schema.json", "site": .string(configuration.title),
            "as_of": .string(plan.day.description), "timezone": .string(configuration.timeZone),
            "specialists": .elements(plan.profiles.count) { [self] in specialist(plan.profiles[$0]) },
        ]
        return OutputFile(path: "specialists/specialists.json") { json.forEachPiece(isPretty: true, $0) }
    }

    private func specialist(_ profile: Profile) -> JSON {
        func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
        func courses(_ courses: [Profile.Course]) -> JSON {
            .array(
                courses.map { course in
                    [
                        "year": course.year.map { .integer($0.value) } ?? .null,
                        "place": course.place.map(JSON.string) ?? .null, "title": .string(course.title),
                    ]
                })
        }
        return [
            "id": .string(profile.slug), "address": .string(absolute(Address.specialists.page(profile.slug))),
            "language": .string(profile.language.rawValue), "name": .string(profile.name),
            "profession": .string(profile.profession.value), "photo": photo(of: profile),
            "city": profile.city.map { .string($0.value) } ?? .null, "formats": texts(profile.formats.map(\.rawValue)),
            "languages": texts(profile.languages), "methods": texts(profile.methods),
            "topics": texts(profile.topics.map(\.value)), "not_working_with": texts(profile.notWorkingWith),
            "audience": texts(profile.audience), "education": courses(profile.education),
            "training": courses(profile.training),
            "practising_since": profile.practisingSince.map { .integer($0.value) } ?? .null,
            "services": .array(
                profile.services.map { service in
                    [
                        "name": .string(service.name), "minutes": .integer(service.minutes),
                        "price": .integer(service.price), "currency": .string(service.currency.rawValue),
                    ]
                }),
            "schedule": .array(
                profile.schedule.map { hours in
                    [
                        "day": .string(hours.day.rawValue), "from": .string(hours.from.description),
                        "to": .string(hours.to.description),
                    ]
                }),
            "booking": profile.booking.map(JSON.string) ?? .null,
            "consent_until": (profile.consent?.until).map { .string($0.value.description) } ?? .null,
        ]
    }

    private func photo(of profile: Profile) -> JSON {
        guard let photo = profile.photo, let address = profile.photoAddress else { return .null }
        return [
            "address": .string(absolute(address)), "width": .integer(photo.picture.width),
            "height": .integer(photo.picture.height),
        ]
    }

    /// `specialists/specialists.schema.json`: JSON Schema 2020-12 of the file beside it.
    func specialistsSchema() -> OutputFile {
        typealias Schema = JSONSchema
        let texts = Schema.list(of: Schema.text)
        let year = Schema.integer(1900...2200)
        let size = Schema.integer(1...65_535)
        let time = Schema.pattern("^([01][0-9]|2[0-4]):[0-5][0-9]$")
        let courses = Schema.list(
            of: Schema.object(["year": Schema.orNull(year), "place": Schema.orNull(Schema.text), "title": Schema.text]))
        let specialist = Schema.object([
            "id": Schema.pattern("^[a-z][a-z0-9-]*$"), "address": Schema.address,
            "language": Schema.oneOf(Language.self), "name": Schema.text, "profession": Schema.text,
            "photo": Schema.orNull(Schema.object(["address": Schema.address, "width": size, "height": size])),
            "city": Schema.orNull(Schema.text), "formats": Schema.list(of: Schema.oneOf(Profile.Format.self)),
            "languages": Schema.list(of: Schema.pattern("^[a-z]{2,3}$")), "methods": texts, "topics": texts,
            "not_working_with": texts, "audience": texts, "education": courses, "training": courses,
            "practising_since": Schema.orNull(year),
            "services": Schema.list(
                of: Schema.object([
                    "name": Schema.text, "minutes": Schema.integer(1...1440), "price": Schema.integer(0...100_000_000),
                    "currency": Schema.oneOf(Profile.Currency.self),
                ])),
            "schedule": Schema.list(
                of: Schema.object(["day": Schema.oneOf(Profile.Weekday.self), "from": time, "to": time])),
            "booking": Schema.orNull(Schema.address), "consent_until": Schema.orNull(Schema.day),
        ])
        return Schema.file(
            "specialists/specialists.schema.json",
            [
                "$schema": Schema.text, "site": Schema.text, "as_of": Schema.day, "timezone": Schema.text,
                "specialists": Schema.list(of: specialist),
            ])
    }
}
