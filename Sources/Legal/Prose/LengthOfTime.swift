/// A length of time that a text gives: "30 дней", "24 часа", "трёх лет", "в течение суток".
package struct LengthOfTime: Sendable, Equatable {
    package enum Unit: Sendable {
        case hour, day, month, year
    }

    package let count: Int
    package let unit: Unit
    /// Whether it counts working days only: "10 рабочих дней".
    package let isInWorkingDays: Bool
    /// Its scalars.
    package let range: Range<Int>

    /// At least how many hours it takes.
    package var hours: Int {
        switch unit {
        case .hour: count
        case .day: 24 * count
        case .month: 24 * 28 * count
        case .year: 24 * 365 * count
        }
    }

    /// The first length of time in a sentence.
    package static func first(in sentence: Sentence) -> LengthOfTime? {
        all(in: sentence).first
    }

    /// The lengths of time in a sentence in order. Linear.
    package static func all(in sentence: Sentence) -> [LengthOfTime] {
        let words = sentence.words
        return words.indices.compactMap { index in
            guard let unit = unit(words[index]) else { return nil }
            var before = index - 1
            let isWorking = before >= words.startIndex && words[before].lowered.hasPrefix("рабоч")
            if before >= words.startIndex, isWorking || words[before].lowered.hasPrefix("календарн") { before -= 1 }
            if before >= words.startIndex, let count = number(words[before]) {
                return LengthOfTime(
                    count: count, unit: unit, isInWorkingDays: isWorking,
                    range: words[before].range.lowerBound..<words[index].range.upperBound)
            }
            // "В течение суток" is one of them.
            guard words[index].lowered == "суток", before >= words.startIndex, words[before].lowered == "течение" else {
                return nil
            }
            return LengthOfTime(count: 1, unit: .day, isInWorkingDays: false, range: words[index].range)
        }
    }

    private static func unit(_ word: Word) -> Unit? {
        switch word.lowered {
        case "час", "часа", "часов", "hour", "hours": .hour
        case "день", "дня", "дней", "сутки", "суток", "day", "days": .day
        case "месяц", "месяца", "месяцев", "month", "months": .month
        case "год", "года", "лет", "year", "years": .year
        default: nil
        }
    }

    private static let numbers = [
        "одного": 1, "один": 1, "двух": 2, "два": 2, "трех": 3, "трёх": 3, "три": 3, "четырех": 4, "четырёх": 4,
        "пяти": 5, "пять": 5, "шести": 6, "шесть": 6, "семи": 7, "семь": 7, "восьми": 8, "девяти": 9, "десяти": 10,
        "десять": 10, "пятнадцати": 15, "двадцати": 20, "тридцати": 30, "шестидесяти": 60, "девяноста": 90,
    ]

    /// What a word counts, up to 9,999; a year such as 2026 counts nothing.
    private static func number(_ word: Word) -> Int? {
        if let number = numbers[word.lowered] { return number }
        guard let number = Int(word.lowered), number > 0, number < 1900 else { return nil }
        return number
    }
}
