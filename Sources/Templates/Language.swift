package import Source

/// A language that Edict has words for; a page is in the language of its document.
package enum Language: String, Sendable, CaseIterable {
    case ru, en

    /// A day as a legal text writes it: `1 февраля 2026 года`, `1 February 2026`.
    ///
    /// Grammar, not wording: a template cannot change it, for the text of a published edition depends on it.
    package func longDate(_ day: Day) -> String {
        switch self {
        case .ru: "\(day.day) \(monthName(day.month)) \(day.year) года"
        case .en: "\(day.day) \(monthName(day.month)) \(day.year)"
        }
    }

    /// Whether a lower-case word names a month as it stands in a date.
    package func isMonth(_ word: String) -> Bool {
        monthNames.contains { $0.lowercased() == word }
    }

    /// The number of the month, 1 to 12, that a lower-case word names in a date.
    package func month(_ word: String) -> Int? {
        Self.months[self]?[word]
    }

    private static let months = Dictionary(
        uniqueKeysWithValues: allCases.map { language in
            let names = language.monthNames.enumerated().map { ($0.element.lowercased(), $0.offset + 1) }
            return (language, Dictionary(uniqueKeysWithValues: names))
        })

    private func monthName(_ month: Int) -> String {
        monthNames[month - 1]
    }

    private var monthNames: [String] {
        switch self {
        case .ru:
            [
                "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
                "ноября", "декабря",
            ]
        case .en:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }

    /// Which form of a noun goes with a number (Unicode CLDR's plural rules for whole numbers).
    package func pluralForm(_ number: Int) -> PluralForm {
        switch self {
        case .en: number == 1 ? .one : .many
        case .ru:
            switch (number % 10, number % 100) {
            case (1, let hundred) where hundred != 11: .one
            case (2...4, let hundred) where !(12...14).contains(hundred): .few
            default: .many
            }
        }
    }

    /// A whole number with its thousands apart, as the language writes it: `5 000`, `5,000`.
    package func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        if digits.utf8.count <= 3, number >= 0 { return digits }
        let separator = self == .ru ? "\u{A0}" : ","
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }
}

/// The forms of a noun beside a number: `1 специалист`, `2 специалиста`, `5 специалистов`.
package enum PluralForm: String, Sendable {
    case one, few, many
}
