package import Source
internal import Templates

/// A day as texts write it: "01 февраля 2026 года", "1 February 2026", "01.02.2026", "2026-02-01".
package struct WrittenDay: Sendable, Equatable {
    package enum Style: Sendable, Equatable {
        /// "1 февраля 2026".
        case words
        /// "01 февраля 2026".
        case wordsAfterZero
        /// "01.02.2026".
        case digits
        /// "2026-02-01".
        case iso
    }

    /// Its scalars, without "года".
    package let range: Range<Int>
    /// Nil where the calendar has no such day.
    package let day: Day?
    package let style: Style

    /// The day at the beginning of a text; nil where there is none, or none that the calendar has.
    package static func day(_ text: String) -> Day? {
        let scalars = ScalarText(Array(text.utf8.prefix(80)))
        return at(0, in: scalars)?.day
    }

    /// The days that a part of a text writes, those too that the calendar does not have. Linear.
    package static func all(in text: ScalarText, _ range: Range<Int>? = nil) -> [WrittenDay] {
        let range = range ?? 0..<text.scalars.count
        var found: [WrittenDay] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let isStart =
                !text.isDigit(index - 1) && !text.isLetter(index - 1)
                && !(isJoint(text, index - 1) && text.isDigit(index - 2))
            if isStart, let day = at(index, in: text), day.range.upperBound <= range.upperBound {
                found.append(day)
                index = day.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func isJoint(_ text: ScalarText, _ index: Int) -> Bool {
        text[index] == "." || text[index] == "-" || text[index] == "/"
    }

    private static func at(_ start: Int, in text: ScalarText) -> WrittenDay? {
        if text.isLetter(start) { return monthFirst(start, text) }
        let first = digits(start, text)
        if first.count == 4 { return iso(first, text) }
        guard (1...2).contains(first.count) else { return nil }
        if text[first.upperBound] == "." { return numeric(first, text) }
        return named(first, text)
    }

    /// "2026-02-01".
    private static func iso(_ year: Range<Int>, _ text: ScalarText) -> WrittenDay? {
        let month = digits(year.upperBound + 1, text)
        let day = digits(month.upperBound + 1, text)
        guard text[year.upperBound] == "-", month.count == 2, text[month.upperBound] == "-", day.count == 2,
            endsHere(day.upperBound, text)
        else { return nil }
        return written(year.lowerBound..<day.upperBound, year, number(month, text), day, .iso, text)
    }

    /// "01.02.2026"; "10.20.30" and "1.2.2026.4" are none.
    private static func numeric(_ day: Range<Int>, _ text: ScalarText) -> WrittenDay? {
        let month = digits(day.upperBound + 1, text)
        let year = digits(month.upperBound + 1, text)
        guard (1...2).contains(month.count), text[month.upperBound] == ".", year.count == 4,
            endsHere(year.upperBound, text)
        else { return nil }
        return written(day.lowerBound..<year.upperBound, year, number(month, text), day, .digits, text)
    }

    /// "1 февраля 2026", "1 February 2026".
    private static func named(_ day: Range<Int>, _ text: ScalarText) -> WrittenDay? {
        let name = text.word(at: text.skippingSpace(day.upperBound))
        guard name.lowerBound > day.upperBound, let month = month(name, text) else { return nil }
        var start = name.upperBound
        if text[start] == "," { start += 1 }
        let year = digits(text.skippingSpace(start), text)
        guard year.count == 4, year.lowerBound > name.upperBound, endsHere(year.upperBound, text) else { return nil }
        let style: Style = text[day.lowerBound] == "0" ? .wordsAfterZero : .words
        return written(day.lowerBound..<year.upperBound, year, month, day, style, text)
    }

    /// "February 1, 2026".
    private static func monthFirst(_ start: Int, _ text: ScalarText) -> WrittenDay? {
        let name = text.word(at: start)
        let day = digits(text.skippingSpace(name.upperBound), text)
        guard (1...2).contains(day.count), text[day.upperBound] == ",", let month = month(name, text) else {
            return nil
        }
        let year = digits(text.skippingSpace(day.upperBound + 1), text)
        guard year.count == 4, endsHere(year.upperBound, text) else { return nil }
        return written(start..<year.upperBound, year, month, day, .words, text)
    }

    private static func written(
        _ range: Range<Int>, _ year: Range<Int>, _ month: Int, _ day: Range<Int>, _ style: Style, _ text: ScalarText
    ) -> WrittenDay? {
        let (year, day) = (number(year, text), number(day, text))
        guard (1000...2999).contains(year), (0...39).contains(day), (0...19).contains(month) else { return nil }
        return WrittenDay(range: range, day: Day(year: year, month: month, day: day), style: style)
    }

    private static let longestMonth = 9

    private static func month(_ word: Range<Int>, _ text: ScalarText) -> Int? {
        guard (3...longestMonth).contains(word.count) else { return nil }
        let name = text.lowered(word)
        return Language.allCases.lazy.compactMap { $0.month(name) }.first
    }

    private static func digits(_ start: Int, _ text: ScalarText) -> Range<Int> {
        var end = start
        while text.isDigit(end), end - start < 6 { end += 1 }
        return start..<end
    }

    private static func number(_ range: Range<Int>, _ text: ScalarText) -> Int {
        text.scalars[range].reduce(0) { $0 * 10 + Int($1.value) - 48 }
    }

    /// Whether no digit, and no full stop with a digit behind it, goes on.
    private static func endsHere(_ index: Int, _ text: ScalarText) -> Bool {
        !text.isDigit(index) && !(isJoint(text, index) && text.isDigit(index + 1))
    }
}
