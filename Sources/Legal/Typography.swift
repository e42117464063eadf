internal import Markdown
internal import Templates

/// No-break spaces where Russian and English typography wants them: after № and §, in "п. 5", inside dates and initials, between
/// a number and its unit, before a dash.
///
/// Only what is shown changes: the plain text that digests are of folds these spaces again.
struct Typography {
    private let text: ScalarText
    private let language: Language

    init(_ text: ScalarText, _ language: Language) {
        self.text = text
        self.language = language
    }

    /// The spaces that must not break, as offsets of bytes in ascending order.
    func noBreakSpaces() -> [Int] {
        text.scalars.indices.filter { text.scalars[$0] == " " && mustNotBreak(at: $0) }.map {
            text.bytes($0..<$0 + 1).lowerBound
        }
    }

    /// Whether a break at a space would hide what its two sides say together: after № and §, in "п. 5", in dates, before "руб."
    func mustNotBreakForSense(at space: Int) -> Bool {
        if let before = text[space - 1], "№§".unicodeScalars.contains(before) { return true }
        if isDate(around: space) { return true }
        guard language == .ru else { return false }
        if text.isDigit(space - 1), word(startingAt: space + 1) == "руб" { return true }
        return text[space - 1] == "." && text.isDigit(space + 1)
            && Self.abbreviations.contains(word(endingAt: space - 1))
    }

    private func mustNotBreak(at space: Int) -> Bool {
        if mustNotBreakForSense(at: space) || isThousands(at: space) { return true }
        switch language {
        case .en: return text.isDigit(space + 1) && ["clause", "section", "annex"].contains(word(endingAt: space))
        case .ru: return mustNotBreakInRussian(at: space)
        }
    }

    private static let abbreviations: Set = ["п", "пп", "подп", "ст", "ч", "гл", "разд", "стр", "рис", "табл", "абз"]
    private static let units: Set = [
        "руб", "рублей", "рубля", "коп", "дней", "дня", "день", "часов", "часа", "час", "минут", "минуты", "мин", "лет",
        "года", "год", "месяцев", "месяца", "месяц", "недель", "тыс", "млн", "млрд", "кг", "г", "км", "м",
    ]

    private func mustNotBreakInRussian(at space: Int) -> Bool {
        if let sign = text[space + 1], "—–".unicodeScalars.contains(sign), text.isSpace(space + 2) { return true }
        if text.isDigit(space - 1) {
            if let sign = text[space + 1], "%₽".unicodeScalars.contains(sign) { return true }
            return Self.units.contains(word(startingAt: space + 1))
        }
        guard text[space - 1] == "." else { return false }
        let (previous, next) = (word(endingAt: space - 1), word(startingAt: space + 1))
        if Self.abbreviations.contains(previous) { return text.isDigit(space + 1) || text[space + 1] == "«" }
        let isContinued = ["т": ["д", "п", "е", "к", "ч"], "и": ["о"]][previous]?.contains(next) ?? false
        return isContinued && text[space + 1 + next.unicodeScalars.count] == "." || isInitial(endingAt: space - 1)
    }

    /// "1 февраля", "февраля 2026", "2026 года".
    private func isDate(around space: Int) -> Bool {
        if text.isDigit(space - 1) {
            let next = word(startingAt: space + 1)
            if language.isMonth(next) { return true }
            let isYear = text.isDigit(space - 4) && !text.isDigit(space - 5)
            return isYear && ["года", "год", "году", "годом", "г"].contains(next)
        }
        return text.isDigit(space + 1) && language.isMonth(word(endingAt: space))
    }

    /// "3 000", "1 500 000".
    private func isThousands(at space: Int) -> Bool {
        text.isDigit(space - 1) && !(1...4).allSatisfy { text.isDigit(space - $0) }
            && (1...3).allSatisfy { text.isDigit(space + $0) } && !text.isDigit(space + 4)
    }

    /// "А. С. Пушкин".
    private func isInitial(endingAt dot: Int) -> Bool {
        guard let letter = text[dot - 1], letter.isCapital, !text.isLetter(dot - 2), !text.isDigit(dot - 2)
        else { return false }
        return text[dot + 2]?.isCapital ?? false
    }

    private func word(startingAt start: Int) -> String {
        text.string(text.word(at: start)).lowercased()
    }

    private func word(endingAt end: Int) -> String {
        var start = end
        while start > 0, text.isLetter(start - 1), end - start < 16 { start -= 1 }
        return text.string(start..<end).lowercased()
    }
}
