internal import Profiles
internal import Source
internal import Templates

/// What the page of a specialist shows.
struct SpecialistModel: TemplateModel {
    let profile: Profile
    let strings: Strings
    let day: Day
    let timeZone: String
    let body: [UInt8]
    let breadcrumbs: [Breadcrumb]

    func value(of name: String) -> TemplateValue? {
        switch name {
        case "name": .text(profile.name)
        case "profession": .text(profile.profession)
        case "initials": .text(profile.initials)
        case "photo": .absent
        case "body": .html(body)
        case "facts": .list(facts)
        case "topics": .optional(Group(profile.topics.map(Chip.init)))
        case "methods": .optional(Group(profile.methods.map(Chip.init)))
        case "not-working-with": .optional(Group(profile.notWorkingWith.map(Chip.init)))
        case "services": .optional(Group(profile.services.map { ServiceModel(service: $0, strings: strings) }))
        case "schedule": .optional(ScheduleModel(profile.schedule, timeZone: timeZone, strings))
        case "no-schedule": .flag(profile.schedule.isEmpty)
        case "education": .optional(Group(profile.education.map(CourseModel.init)))
        case "training": .optional(Group(profile.training.map(CourseModel.init)))
        case "booking": .optional(profile.booking.map(BookingModel.init))
        case "breadcrumbs": .list(breadcrumbs)
        default: nil
        }
    }

    private var facts: [Fact] {
        func fact(_ key: String, _ value: String?) -> Fact? {
            value.flatMap { $0.isEmpty ? nil : Fact(term: strings[key], value: $0) }
        }
        return [
            fact("fact-city", profile.city),
            fact("fact-formats", profile.formats(in: strings)),
            fact("fact-languages", profile.languages(in: strings)),
            fact("fact-practice", practice),
            fact("fact-audience", profile.audience.joined(separator: ", ")),
        ].compactMap(\.self)
    }

    private var practice: String? {
        guard let year = profile.practisingSince, year <= day.year else { return nil }
        return strings[
            "practising-since", ["years": strings.plural("years", day.year - year), "year": String(year)]]
    }
}

/// A specialist among the others.
struct SpecialistCard: TemplateModel {
    let profile: Profile
    let strings: Strings
    let href: String

    func value(of name: String) -> TemplateValue? {
        switch name {
        case "href": .text(href)
        case "name": .text(profile.name)
        case "profession": .text(profile.profession)
        case "initials": .text(profile.initials)
        case "photo": .absent
        case "city": .optional(profile.city)
        case "formats": .optional(profile.formats(in: strings))
        case "languages": .optional(profile.languages(in: strings))
        case "price": .optional(lowestPrice)
        case "topics": .list(profile.topics.map(Chip.init))
        default: nil
        }
    }

    private var lowestPrice: String? {
        guard let lowest = profile.services.min(by: { $0.price < $1.price }) else { return nil }
        let price = lowest.price(in: strings)
        return profile.services.count == 1 ? price : strings["price-from", ["price": price]]
    }
}

private struct ServiceModel: TemplateModel {
    let service: Profile.Service
    let strings: Strings

    func value(of name: String) -> TemplateValue? {
        switch name {
        case "name": .text(service.name)
        case "minutes": .text(strings["minutes", ["n": strings.language.number(service.minutes)]])
        case "price": .text(service.price(in: strings))
        default: nil
        }
    }
}

private struct ScheduleModel: TemplateModel {
    private let days: [DayModel]
    private let timeZone: String

    private struct DayModel: TemplateModel {
        let day: String
        let hours: [Chip]

        func value(of name: String) -> TemplateValue? {
            switch name {
            case "day": .text(day)
            case "hours": .list(hours)
            default: nil
            }
        }
    }

    /// Nil where there are no hours.
    init?(_ schedule: [Profile.WorkingHours], timeZone: String, _ strings: Strings) {
        if schedule.isEmpty { return nil }
        days = Profile.Weekday.allCases.compactMap { day in
            let hours = schedule.filter { $0.day == day }.sorted { $0.from < $1.from }
            if hours.isEmpty { return nil }
            return DayModel(
                day: strings["weekday-\(day.rawValue)"],
                hours: hours.map {
                    Chip(label: strings["hours", ["from": $0.from.description, "to": $0.to.description]])
                })
        }
        self.timeZone = strings["timezone", ["timezone": timeZone]]
    }

    func value(of name: String) -> TemplateValue? {
        switch name {
        case "days": .list(days)
        case "timezone": .text(timeZone)
        default: nil
        }
    }
}

private struct CourseModel: TemplateModel {
    let course: Profile.Course

    func value(of name: String) -> TemplateValue? {
        switch name {
        case "year": .optional(course.year.map(String.init))
        case "title": .text(course.title)
        case "place": .optional(course.place)
        default: nil
        }
    }
}

private struct BookingModel: TemplateModel {
    let href: String

    func value(of name: String) -> TemplateValue? {
        name == "href" ? .text(href) : nil
    }
}

/// All specialists on one page.
struct SpecialistsModel: TemplateModel {
    let heading: String
    let count: String
    let cards: [SpecialistCard]

    func value(of name: String) -> TemplateValue? {
        switch name {
        case "heading": .text(heading)
        case "count": .text(count)
        case "cards": .list(cards)
        default: nil
        }
    }
}

extension Profile {
    /// The first letters of the first two words of the name.
    fileprivate var initials: String {
        name.split(whereSeparator: \.isWhitespace).prefix(2).compactMap(\.first).map(String.init).joined()
    }

    fileprivate func formats(in strings: Strings) -> String? {
        formats.isEmpty ? nil : formats.map { strings["format-\($0.rawValue)"] }.joined(separator: ", ")
    }

    fileprivate func languages(in strings: Strings) -> String? {
        languages.isEmpty ? nil : languages.map { strings.text("language-\($0)") ?? $0 }.joined(separator: ", ")
    }
}

extension Profile.Service {
    fileprivate func price(in strings: Strings) -> String {
        if price == 0 { return strings["price-free"] }
        return strings[
            "price-\(currency.rawValue.lowercased())", ["amount": strings.language.number(price)]]
    }
}
