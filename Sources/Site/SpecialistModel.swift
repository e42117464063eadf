internal import Pages
internal import Profiles
internal import Source
internal import Templates

/// What the page of a specialist shows.
struct SpecialistModel: TemplateModel {
    let profile: Profile
    let strings: Strings
    let timeZone: TimeZoneModel
    let body: [UInt8]
    let breadcrumbs: [Breadcrumb]
    let photo: PhotoModel?
    /// The link from the page to the list of those who have something in common.
    let listHref: @Sendable (Facet.Kind, String) -> String?
    private let facts: [Fact]

    init(
        _ profile: Profile, _ strings: Strings, on day: Day, timeZone: TimeZoneModel, body: [UInt8],
        breadcrumbs: [Breadcrumb], photo: PhotoModel?, listHref: @escaping @Sendable (Facet.Kind, String) -> String?
    ) {
        self.profile = profile
        self.strings = strings
        self.timeZone = timeZone
        self.body = body
        self.breadcrumbs = breadcrumbs
        self.photo = photo
        self.listHref = listHref
        facts = Self.facts(of: profile, strings, on: day, listHref)
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .name: .text(profile.name)
        case .profession:
            .object(Chip(label: profile.profession.value, href: listHref(.professions, profile.profession.value)))
        case .initials: .text(profile.initials)
        case .photo: .optional(photo)
        case .body: .html(body)
        case .hasBody: .flag(!body.isEmpty)
        case .facts: .list(facts)
        case .topics:
            .optional(Group(profile.topics.map { Chip(label: $0.value, href: listHref(.topics, $0.value)) }))
        case .methods: .optional(Group(profile.methods.map { Chip(label: $0) }))
        case .notWorkingWith: .optional(Group(profile.notWorkingWith.map { Chip(label: $0) }))
        case .services: .optional(Group(profile.services.map { ServiceModel(service: $0, strings: strings) }))
        case .schedule: .optional(ScheduleModel(profile.schedule, timeZone, strings))
        case .noSchedule: .flag(profile.schedule.isEmpty)
        case .education: .optional(Group(CourseModel.list(profile.education)))
        case .training: .optional(Group(CourseModel.list(profile.training)))
        case .booking: .optional(profile.booking.map(BookingModel.init))
        case .breadcrumbs: .list(breadcrumbs)
        default: nil
        }
    }

    private static func facts(
        of profile: Profile, _ strings: Strings, on day: Day, _ listHref: (Facet.Kind, String) -> String?
    ) -> [Fact] {
        func fact(_ key: String, _ value: String?, href: String? = nil) -> Fact? {
            value.flatMap { $0.isEmpty ? nil : Fact(term: strings[key], value: $0, href: href) }
        }
        return [
            fact("fact-city", profile.city?.value, href: profile.city.flatMap { listHref(.cities, $0.value) }),
            fact("fact-formats", profile.formatNames(in: strings).joined(separator: ", ")),
            fact("fact-languages", profile.languageNames(in: strings).joined(separator: ", ")),
            fact("fact-practice", profile.practisingSince.flatMap { practice(since: $0.value, strings, on: day) }),
            fact("fact-audience", profile.audience.joined(separator: ", ")),
        ].compactMap { $0 }
    }

    private static func practice(since year: Int, _ strings: Strings, on day: Day) -> String? {
        if year > day.year { return nil }
        if year == day.year { return strings["practising-since-this-year", ["year": String(year)]] }
        return strings[
            "practising-since", ["years": strings.plural("years", day.year - year), "year": String(year)]]
    }
}

/// A picture in a page.
struct PhotoModel: TemplateModel {
    let href: TemplateValue
    let picture: Picture
    let alternative: String

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .src: href
        case .width: .text(String(picture.width))
        case .height: .text(String(picture.height))
        case .alt: .text(alternative)
        default: nil
        }
    }
}

private struct ServiceModel: TemplateModel {
    let service: Profile.Service
    let strings: Strings

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .name: .text(service.name)
        case .minutes: .text(strings["minutes", ["n": strings.language.number(service.minutes)]])
        case .price: .text(service.price(in: strings))
        default: nil
        }
    }
}

/// The time zone that hours are in.
struct TimeZoneModel: Sendable {
    /// A name of the IANA time zone database.
    let name: String
    /// `+03:00`.
    let offset: String

    /// - Parameter midnight: an instant in the time zone (RFC 3339).
    init(name: String, midnight: String) {
        self.name = name
        let suffix = String(decoding: midnight.utf8.suffix(6), as: UTF8.self)
        offset = suffix.utf8.last == UInt8(ascii: "Z") ? "+00:00" : suffix
    }

    func text(in strings: Strings) -> String {
        strings["timezone", ["timezone": strings.text("timezone-\(name)") ?? name, "offset": "UTC\(offset)"]]
    }
}

/// The hours of a week, day by day.
private struct ScheduleModel: TemplateModel {
    private let days: [DayModel]
    private let timeZone: String

    private struct DayModel: TemplateModel {
        let day: String
        let hours: [Chip]

        func value(of name: TemplateName) -> TemplateValue? {
            switch name.word {
            case .day: .text(day)
            case .hours: .list(hours)
            case .closed: .flag(hours.isEmpty)
            default: nil
            }
        }
    }

    /// Nil where there are no hours.
    init?(_ schedule: [Profile.WorkingHours], _ timeZone: TimeZoneModel, _ strings: Strings) {
        if schedule.isEmpty { return nil }
        days = Profile.Weekday.allCases.map { day in
            let hours = schedule.filter { $0.day == day }.sorted { $0.from < $1.from }
            return DayModel(
                day: strings["weekday-\(day.rawValue)"],
                hours: hours.map {
                    Chip(label: strings["hours", ["from": $0.from.description, "to": $0.to.description]])
                })
        }
        self.timeZone = timeZone.text(in: strings)
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .days: .list(days)
        case .timezone: .text(timeZone)
        default: nil
        }
    }
}

private struct CourseModel: TemplateModel {
    let course: Profile.Course

    /// By year, those without one last.
    static func list(_ courses: [Profile.Course]) -> [CourseModel] {
        courses.enumerated().sorted { left, right in
            (left.element.year?.value ?? .max, left.offset) < (right.element.year?.value ?? .max, right.offset)
        }.map { CourseModel(course: $0.element) }
    }

    func value(of name: TemplateName) -> TemplateValue? {
        switch name.word {
        case .year: .optional((course.year?.value).map { String($0) })
        case .title: .text(course.title)
        case .place: .optional(course.place)
        default: nil
        }
    }
}

private struct BookingModel: TemplateModel {
    let href: String

    func value(of name: TemplateName) -> TemplateValue? {
        name.word == .href ? .text(href) : nil
    }
}

extension Profile {
    /// The first letters of the first two words of the name.
    var initials: String {
        name.split(whereSeparator: \.isWhitespace).prefix(2).compactMap(\.first).map(String.init).joined()
    }

    func formatNames(in strings: Strings) -> [String] { formats.map { strings["format-\($0.rawValue)"] } }

    func languageNames(in strings: Strings) -> [String] { languages.map { strings.text("language-\($0)") ?? $0 } }

    /// Of its photo, if it has one.
    var photoAddress: Address? {
        photo.map { photo in
            Address.specialists.page(slug).file("photo.\(photo.fingerprint).\(photo.picture.format.fileExtension)")
        }
    }
}

extension Picture.Format {
    fileprivate var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
}

extension Profile.Service {
    func price(in strings: Strings) -> String {
        if price == 0 { return strings["price-free"] }
        return strings[
            "price-\(currency.rawValue.lowercased())", ["amount": strings.language.number(price)]]
    }
}
