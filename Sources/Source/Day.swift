/// A day of the Gregorian calendar, without a time or a time zone.
package struct Day: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil for a day that the calendar does not have, and for years outside 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, ofYear: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-02-01` (ISO 8601, extended format) and nothing else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// What to write instead of a text that is no day: of 01.02.2026, as spreadsheets like to write it, the same day. Nil where
    /// that can't be told.
    package static func hint(for text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, let day = Day("\(parts[2])-\(parts[1])-\(parts[0])") { return "write \(day)" }
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            number(bytes[0..<4] + bytes[5..<7] + bytes[8...]) != nil
        else { return nil }
        return "the calendar has no such day"
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    private static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The number of the day, counted without gaps (J. Reingold and N. Dershowitz, Calendrical Calculations: the fixed day of
    /// the proleptic Gregorian calendar).
    private var ordinal: Int {
        let (past, months) = (year - 1, 367 * month - 362)
        let correction = month <= 2 ? 0 : Self.days(inMonth: 2, ofYear: year) == 29 ? -1 : -2
        return 365 * past + past / 4 - past / 100 + past / 400 + months / 12 + correction + day
    }

    /// How many days later another day is; negative where it is earlier.
    package func days(until other: Day) -> Int { other.ordinal - ordinal }

    /// The day so many days later; the calendar's last day where there is none. Linear in the months between.
    package func adding(days: Int) -> Day {
        var result = self
        var rest = min(days, 366 * 9999)
        while rest > 0 {
            let left = Self.days(inMonth: result.month, ofYear: result.year) - result.day
            if rest <= left { return Day(year: result.year, month: result.month, day: result.day + rest) ?? result }
            rest -= left + 1
            let isLastMonth = result.month == 12
            guard
                let next = Day(
                    year: result.year + (isLastMonth ? 1 : 0), month: isLastMonth ? 1 : result.month + 1, day: 1)
            else { return result }
            result = next
        }
        return result
    }

    /// The day before; the first day of all has none and is its own.
    package var previous: Day {
        let monthBefore = month > 1 ? month - 1 : 12
        let yearOfMonth = month > 1 ? year : year - 1
        return Day(year: year, month: month, day: day - 1)
            ?? Day(year: yearOfMonth, month: monthBefore, day: Self.days(inMonth: monthBefore, ofYear: yearOfMonth))
            ?? self
    }

    package static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension Day: CustomStringConvertible {
    /// `2026-02-01`.
    package var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}
