internal import Foundation
internal import Source

/// The one place that looks at the clock and knows of time zones.
enum Today {
    /// The day it is now in a time zone; nil where there is no zone of that name.
    static func day(inTimeZone name: String) -> Day? {
        guard let zone = zone(named: name) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let now = calendar.dateComponents([.year, .month, .day], from: Date())
        guard let year = now.year, let month = now.month, let day = now.day else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Whether the time zone database knows the name.
    static func knows(timeZone name: String) -> Bool {
        zone(named: name) != nil
    }

    private static func zone(named name: String) -> TimeZone? {
        // Names such as `GMT+3` and `EST` are no places: their rules are not those of any country.
        guard name == "UTC" || name.contains("/") else { return nil }
        return TimeZone(identifier: name)
    }
}
