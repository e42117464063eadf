package import Source

/// The page of one specialist. Its text comes from outsiders and is not trusted.
package struct Profile: Sendable {
    /// The last part of its address: its file's name.
    package let slug: String
    package let file: SourceFile
    /// The bytes of the file after the front matter.
    package let body: Range<Int>

    package let name: String
    package let profession: String
    package let isPublished: Bool
    package let consent: PublicationConsent?
    package let city: String?
    package let formats: [Format]
    package let languages: [String]
    package let methods: [String]
    package let topics: [String]
    package let notWorkingWith: [String]
    package let audience: [String]
    package let education: [Course]
    package let training: [Course]
    /// The year in which practice began.
    package let practisingSince: Int?
    package let services: [Service]
    package let schedule: [WorkingHours]
    /// An address at which a client books.
    package let booking: String?

    package enum Format: String, Sendable, CaseIterable {
        case online
        case inPerson = "in-person"
    }

    package struct Course: Sendable {
        package let year: Int?
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

    /// The specialist's consent to publication (152-ФЗ ст. 10.1).
    package struct PublicationConsent: Sendable {
        package let date: Day
        package let until: Day?

        /// Whether the consent covers a day.
        package func covers(_ day: Day) -> Bool {
            date <= day && until.map { day <= $0 } ?? true
        }
    }

    package struct WorkingHours: Sendable {
        package let day: Weekday
        package let from: TimeOfDay
        package let to: TimeOfDay
    }

    package enum Weekday: String, Sendable, CaseIterable {
        case mon, tue, wed, thu, fri, sat, sun
    }
}

/// A time of the day to the minute, `00:00` to `24:00`.
package struct TimeOfDay: Sendable, Comparable, CustomStringConvertible {
    package let minutes: Int

    /// Reads `09:30`, with both digits of the hour.
    package init?(_ text: String) {
        let digits = Array(text.utf8).map { Int($0) - Int(UInt8(ascii: "0")) }
        guard digits.count == 5, text.utf8.dropFirst(2).first == UInt8(ascii: ":"),
            [0, 1, 3, 4].allSatisfy({ (0...9).contains(digits[$0]) })
        else { return nil }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[3] * 10 + digits[4])
        guard minute < 60, hour * 60 + minute <= 24 * 60 else { return nil }
        minutes = hour * 60 + minute
    }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutes < right.minutes
    }

    package var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }
}
