extension ScalarText {
    /// The sentences of a part of the text, in order, without the white space between them. Linear.
    ///
    /// A sentence ends with a full stop, an exclamation or question mark or an ellipsis where white space and a capital letter, a
    /// digit, a quotation mark or a bracket follow. The stop of an abbreviation ("п. 5", "ул. Мира") or an initial ("И. И. Иванов")
    /// ends none, nor does anything inside brackets or quotation marks.
    package func sentences(in range: Range<Int>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = skippingSpace(range.lowerBound)
        var index = start
        let enclosures = enclosures(in: range)
        while index < range.upperBound {
            if let end = enclosures[index] {
                index = end
            } else if let end = endOfSentence(at: index), end < range.upperBound {
                sentences.append(start..<end)
                start = skippingSpace(end)
                index = start
            } else {
                index += 1
            }
        }
        var end = range.upperBound
        while end > start, isSpace(end - 1) { end -= 1 }
        if start < end { sentences.append(start..<end) }
        return sentences
    }

    private static let closers: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "«": "»", "„": "“", "[": "]"]
    /// Brackets and quotation marks that are closed further behind enclose whole sentences.
    private static let longestEnclosure = 600

    /// For each opening bracket or quotation mark, where it is closed.
    private func enclosures(in range: Range<Int>) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var open: [(index: Int, closer: Unicode.Scalar)] = []
        for index in range {
            let scalar = scalars[index]
            if let last = open.last, last.closer == scalar {
                if index - last.index < Self.longestEnclosure { found[last.index] = index }
                open.removeLast()
            } else if let closer = Self.closers[scalar] {
                open.append((index, closer))
            }
        }
        return found
    }

    /// Where the sentence ends whose last mark begins at `index`: behind its marks and what closes behind them.
    private func endOfSentence(at index: Int) -> Int? {
        guard let mark = self[index], ".!?…".unicodeScalars.contains(mark) else { return nil }
        var end = index + 1
        while let next = self[end], ".!?…".unicodeScalars.contains(next) { end += 1 }
        let isLoneStop = mark == "." && end == index + 1
        while let next = self[end], "»“”\")]*".unicodeScalars.contains(next) { end += 1 }
        guard isSpace(end) else { return nil }
        var next = skippingSpace(end)
        while let opening = self[next], "«„“\"([—–-".unicodeScalars.contains(opening) { next = skippingSpace(next + 1) }
        guard let first = self[next], first.isCapital || isDigit(next) else { return nil }
        if isLoneStop, !endsSentence(stop: index, before: next) { return nil }
        return end
    }

    /// Abbreviations that something always follows.
    private static let open: Set = [
        "п", "пп", "подп", "ст", "ч", "гл", "разд", "абз", "ул", "кв", "корп", "стр", "оф", "обл", "пос", "пер",
        "просп",
        "наб", "пл", "им", "см", "ср", "тел", "напр", "рис", "табл", "прим", "англ", "лат", "гр", "вкл", "мкр", "т",
        "р",
        "no", "art", "sec", "para", "cf", "vs", "mr", "mrs", "ms", "dr", "st", "eg", "ie", "nos", "arts", "secs", "v",
    ]
    /// Abbreviations that may end a sentence, and do before a capital letter.
    private static let closing: Set = [
        "руб", "коп", "тыс", "млн", "млрд", "др", "пр", "гг", "вв", "мин", "etc", "ltd", "inc",
    ]

    /// Whether a full stop ends its sentence, `next` being where what follows begins.
    private func endsSentence(stop: Int, before next: Int) -> Bool {
        var start = stop
        while start > 0, isLetter(start - 1), stop - start < 8 { start -= 1 }
        let word = string(start..<stop)
        let lowered = word.lowercased()
        if word.isEmpty { return !isLabel(endingAt: stop) }
        if Self.closing.contains(lowered) { return !isDigit(next) }
        let before = scalarBefore(start)
        if lowered == "г" {
            // "2026 г. Оператор" ends, "г. Москва" does not.
            return before.map { ("0"..."9").contains($0) } ?? false
        }
        if before == ".", ["д", "п", "е", "к", "ч", "о"].contains(lowered) { return lowered != "е" && !isDigit(next) }
        if Self.open.contains(lowered) { return false }
        let isInitial = start + 1 == stop && scalars[start].isCapital
        if isInitial || lowered == "д" { return false }
        return true
    }

    /// The last scalar before `index` that is no white space.
    private func scalarBefore(_ index: Int) -> Unicode.Scalar? {
        var index = index - 1
        while isSpace(index) { index -= 1 }
        return self[index]
    }

    /// Whether the full stop belongs to a number that begins the text or a line: "1. Общие положения".
    private func isLabel(endingAt stop: Int) -> Bool {
        var start = stop
        while start > 0, isDigit(start - 1) || self[start - 1] == ".", stop - start < 16 { start -= 1 }
        guard start < stop, isDigit(start) else { return false }
        return start == 0 || self[start - 1] == "\n"
    }
}
