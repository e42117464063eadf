internal import Diagnostics
internal import Legal
internal import Source

/// `date-style-mixed`: dates of one text are written in several ways.
enum DateStyleMixed {
    static let rule = Rule(
        "date-style-mixed", .note, "dates are written in several ways",
        asks: """
            All dates of a text are written as the first one is: with the month in words or in digits, and with or without a \
            zero before a single digit. Dates in the names of laws, in tables and in quotations are left alone.
            """,
        why: "Two ways in one text look like two hands, and a reader asks which of the two parts was changed.",
        example: Rule.Example(
            before: "с 01 февраля 2026 года … до 5 марта 2026 года",
            after: "с 1 февраля 2026 года … до 5 марта 2026 года"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let dates = reviewed.passages.filter { $0.kind != .cell && !$0.isQuoted }.flatMap { passage in
            ownDates(of: passage).map { (passage: passage, written: $0) }
        }
        var usual: (passage: Passage, written: WrittenDay)?
        var told: [WrittenDay.Style] = []
        return dates.compactMap { date in
            guard let model = usual else {
                usual = date
                return nil
            }
            // "10 февраля" has no place for a zero: it fits both ways, and the next one decides.
            let isOpen = hasTwoDigits(model)
            if isInWords(model.written), isInWords(date.written), isOpen || hasTwoDigits(date) {
                if isOpen { usual = date }
                return nil
            }
            guard date.written.style != model.written.style, !told.contains(date.written.style) else { return nil }
            told.append(date.written.style)
            let line = reviewed.edition.file.line(at: model.passage.source(of: model.written.range).lowerBound)
            return reviewed.finding(
                in: date.passage, date.written.range,
                "'\(date.passage.text.string(date.written.range))' where line \(line) writes "
                    + "'\(model.passage.text.string(model.written.range))'")
        }
    }

    /// The dates of a passage that are not in the name of a law.
    private static func ownDates(of passage: Passage) -> [WrittenDay] {
        let dates = WrittenDay.all(in: passage.text, passage.words)
        if dates.isEmpty { return [] }
        let laws = passage.text.lawCitations().map(\.phrase)
        return dates.filter { date in
            !laws.contains { $0.overlaps(date.range) } && !isOfAct(date.range, passage.text)
        }
    }

    /// "приказ от 28.10.2022 № 179", "лицензия от 12 мая 2020 г. № 5".
    private static func isOfAct(_ date: Range<Int>, _ text: ScalarText) -> Bool {
        var index = text.skippingSpace(date.upperBound)
        let year = text.word(at: index)
        if text.string(year).lowercased().hasPrefix("г") {
            index = text.skippingSpace(text[year.upperBound] == "." ? year.upperBound + 1 : year.upperBound)
        }
        return text[index] == "№" || text[index] == "N"
    }

    private static func isInWords(_ date: WrittenDay) -> Bool { date.style == .words || date.style == .wordsAfterZero }

    private static func hasTwoDigits(_ date: (passage: Passage, written: WrittenDay)) -> Bool {
        let text = date.passage.text
        guard date.written.style == .words else { return false }
        return text.isDigit(date.written.range.lowerBound + 1) || !text.isDigit(date.written.range.lowerBound)
    }
}
