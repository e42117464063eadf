internal import Legal

/// Cuts text into tokens: words with their hyphens, numbers, versions and dates whole, e-mail addresses, URLs, `{{NAME}}`.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private let offsets: [Int]
    private let utf8: [UInt8]

    init(_ text: ArraySlice<UInt8>) {
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int] = []
        scalars.reserveCapacity(text.count)
        offsets.reserveCapacity(text.count + 1)
        var offset = text.startIndex
        let string = String(decoding: text, as: UTF8.self)
        for scalar in string.unicodeScalars {
            scalars.append(scalar)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        (self.scalars, self.offsets, utf8) = (scalars, offsets, Array(string.utf8))
    }

    func tokens(_ vocabulary: inout Vocabulary) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while true {
            let gap = index
            while index < scalars.count, isSpace(index) { index += 1 }
            guard index < scalars.count else { return tokens }
            let end = end(ofTokenAt: index)
            let (key, stem) = vocabulary.numbers(of: string(index..<end))
            tokens.append(Token(gap: offsets[gap], range: offsets[index]..<offsets[end], key: key, stem: stem))
            index = end
        }
    }

    private func end(ofTokenAt index: Int) -> Int {
        if let end = endOfPlaceholder(index) ?? endOfURL(index) { return end }
        if isDigit(index), let end = endOfSum(index) ?? endOfDayAndMonth(index) { return end }
        if isWord(index) { return endOfWord(index) }
        var end = index + 1
        if scalars[index] == "." {
            while end < scalars.count, scalars[end] == "." { end += 1 }
        }
        while end < scalars.count, scalars[end].properties.isGraphemeExtend || scalars[end] == "\u{200D}" { end += 1 }
        return end
    }

    private func endOfPlaceholder(_ index: Int) -> Int? {
        guard has("{{", at: index) else { return nil }
        var end = index + 2
        while end < scalars.count, isWord(end) || scalars[end] == "_" { end += 1 }
        return end > index + 2 && has("}}", at: end) ? end + 2 : nil
    }

    private func endOfURL(_ index: Int) -> Int? {
        guard has("http://", at: index) || has("https://", at: index) || has("www.", at: index) else { return nil }
        var end = index
        while end < scalars.count, !isSpace(end), !"<>\"«»()|".unicodeScalars.contains(scalars[end]) { end += 1 }
        while end > index + 4, ".,;:!?'*_".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end
    }

    /// `10 000`: groups of three digits.
    private func endOfSum(_ index: Int) -> Int? {
        var end = index
        while isDigit(end) { end += 1 }
        guard end - index <= 3 else { return nil }
        let first = end
        while end < scalars.count, isSpace(end), isDigit(end + 1), isDigit(end + 2), isDigit(end + 3), !isWord(end + 4)
        {
            end += 4
        }
        return end > first ? end : nil
    }

    private static let months: Set = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// `01 февраля`. The year is a token of its own: where it stays it need not be painted.
    private func endOfDayAndMonth(_ index: Int) -> Int? {
        var end = index
        while isDigit(end) { end += 1 }
        guard end - index <= 2, end < scalars.count, isSpace(end) else { return nil }
        let start = end + 1
        end = start
        while isWord(end), end - start < 10 { end += 1 }
        guard end > start, !isWord(end), Self.months.contains(string(start..<end).lowercased()) else { return nil }
        return end
    }

    private func endOfWord(_ index: Int) -> Int {
        var end = index + 1
        while end < scalars.count {
            if isWord(end) {
                end += 1
            } else if isWord(end + 1), joins(end) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private func joins(_ index: Int) -> Bool {
        switch scalars[index] {
        case "-", "\u{2010}", "\u{2011}", "@", ".", "_", "'", "’": true
        case ",": isDigit(index - 1) && isDigit(index + 1)
        default: false
        }
    }

    private func has(_ text: String, at index: Int) -> Bool {
        scalars[index...].starts(with: text.unicodeScalars)
    }

    private func string(_ range: Range<Int>) -> String {
        let bytes = utf8[offsets[range.lowerBound] - offsets[0]..<offsets[range.upperBound] - offsets[0]]
        return String(decoding: bytes, as: UTF8.self)
    }

    private func isDigit(_ index: Int) -> Bool {
        index >= 0 && index < scalars.count && ("0"..."9").contains(scalars[index])
    }

    private func isSpace(_ index: Int) -> Bool {
        let scalar = scalars[index]
        return scalar.value <= 0x20 || scalar.value >= 0x85 && scalar.isSpace
    }

    private func isWord(_ index: Int) -> Bool {
        guard index < scalars.count else { return false }
        return scalars[index].isWord
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter, a digit or a mark on one.
    var isWord: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x410...0x44F: return true
        case 0..<0x80: return false
        default:
            if properties.isAlphabetic { return true }
            switch properties.generalCategory {
            case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark: return true
            default: return false
            }
        }
    }
}
