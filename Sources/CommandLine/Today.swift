internal import Foundation
internal import Source

/// The one place that reads the environment.
enum Environment {
    /// The program that a user reads long texts with; nil where none is named, empty where none is wanted.
    static var pager: String? { ProcessInfo.processInfo.environment["PAGER"] }
}

/// The one place that looks at the clock and knows of time zones.
enum Today {
    /// The day it is now in a time zone; nil where there is no zone of that name.
    static func day(inTimeZone name: String) -> Day? {
        day(of: Date(), inTimeZone: name)
    }

    private static func day(of date: Date, inTimeZone name: String) -> Day? {
        guard let zone = zone(named: name) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// The day of an instant (RFC 3339, with or without fractions of a second) in a time zone; nil where it is none.
    static func day(of instant: String, inTimeZone name: String) -> Day? {
        let style = Date.ISO8601FormatStyle()
        let strategies = [style, Date.ISO8601FormatStyle(includingFractionalSeconds: true)]
        guard let date = strategies.lazy.compactMap({ try? Date(instant, strategy: $0) }).first else { return nil }
        return day(of: date, inTimeZone: name)
    }

    /// Whether the time zone database knows the name.
    static func knows(timeZone name: String) -> Bool {
        zone(named: name) != nil
    }

    /// The instant at which a day begins in a time zone, with its offset from UTC (RFC 3339).
    static func midnight(inTimeZone name: String) -> @Sendable (Day) -> String {
        guard let zone = zone(named: name) else { return { "\($0)T00:00:00Z" } }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return { [calendar] day in
            let components = DateComponents(year: day.year, month: day.month, day: day.day)
            let offset = calendar.date(from: components).map { zone.secondsFromGMT(for: $0) / 60 } ?? 0
            func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let (hours, minutes) = abs(offset).quotientAndRemainder(dividingBy: 60)
            return "\(day)T00:00:00" + (offset < 0 ? "-" : "+") + padded(hours) + ":" + padded(minutes)
        }
    }

    private static func zone(named name: String) -> TimeZone? {
        // Names such as `GMT+3` and `EST` are no places: their rules are not those of any country.
        guard name == "UTC" || name.contains("/") else { return nil }
        return TimeZone(identifier: name)
    }
}
