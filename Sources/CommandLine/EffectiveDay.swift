internal import ArgumentParser
internal import Legal
internal import Source

/// `--effective`: `2026-12-01`, or `+10d` after publication.
struct EffectiveDay: ExpressibleByArgument {
    private let day: Day?
    private let days: Int

    init?(argument: String) {
        if let day = Day(argument) {
            (self.day, days) = (day, 0)
        } else if argument.hasPrefix("+"), argument.hasSuffix("d"), let days = Int(argument.dropFirst().dropLast()),
            (0...3650).contains(days)
        {
            (day, self.days) = (nil, days)
        } else {
            return nil
        }
    }

    /// The draft's file with the day, and with the day of publication as its date where that is open.
    func fill(_ edition: Edition, publishedOn published: Day) -> SourceFile? {
        edition.settingDates(date: edition.date ?? published, effective: day ?? published.adding(days: days))
    }
}
