/// The number of a provision as it is typed: `5` of a section, `5.2` or `5.2.1` of a clause.
package struct NumberLabel: Equatable, Sendable, CustomStringConvertible {
    package let components: [Int]
    /// How many bytes of the text it takes, its final full stop among them.
    package let byteCount: Int

    /// `5.2`.
    package let description: String

    /// How deep a provision of this number lies: a section at 1.
    var depth: Int { components.count }

    /// Reads the number at the beginning of a text: `1. Общие`, `1.1. Настоящая`, `2.3 Настоящая`. White space, or the end,
    /// must follow.
    ///
    /// A number of several parts without its final full stop counts only before a capital letter: `2.5 млн` is none. Nor
    /// are numbers with leading zeros or of more than three digits: `01.02.2026` is a date.
    package init?(startOf text: some Collection<UInt8>) {
        let bytes = Array(text.prefix(64))
        var components: [Int] = []
        var index = 0
        var end = 0
        var endsWithStop = false
        while index < bytes.count, let number = Self.number(in: bytes, at: &index) {
            components.append(number)
            end = index
            endsWithStop = index < bytes.count && bytes[index] == UInt8(ascii: ".")
            if endsWithStop { index += 1 }
            if !endsWithStop { break }
        }
        guard !components.isEmpty else { return nil }
        let after = endsWithStop ? end + 1 : end
        guard after == bytes.count || Self.isSpace(bytes, at: after) else { return nil }
        guard endsWithStop || (components.count > 1 && Self.capitalFollows(bytes, after: after)) else { return nil }
        self.components = components
        byteCount = after
        description = components.map(String.init).joined(separator: ".")
    }

    /// A number of one to three digits without a leading zero.
    private static func number(in bytes: [UInt8], at index: inout Int) -> Int? {
        let digits = bytes[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...3).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
        index += digits.count
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func isSpace(_ bytes: [UInt8], at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") || bytes[index] == UInt8(ascii: "\n")
            || (bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0)
    }

    private static func capitalFollows(_ bytes: [UInt8], after index: Int) -> Bool {
        String(decoding: bytes[index...], as: UTF8.self).unicodeScalars
            .first { !$0.isSpace && !"«\"„“('*_".unicodeScalars.contains($0) }?
            .isCapital ?? false
    }

    package static func == (left: NumberLabel, right: NumberLabel) -> Bool {
        left.components == right.components
    }
}

/// The mark of an item: `а)`, `(a)`, `1)`, `(iv)`.
package struct ItemLabel: Equatable, Sendable {
    package enum Style: Equatable, Sendable { case cyrillic, latin, roman, digits }

    package let style: Style
    /// Its place in its row, from 1.
    package let ordinal: Int
    /// The letter or number without its brackets.
    package let name: String
    /// How many bytes of the text it takes, brackets among them.
    package let byteCount: Int

    /// The mark of an item that is typed as a section is, `1.`
    init(number: NumberLabel) {
        (style, ordinal) = (.digits, number.components[0])
        (name, byteCount) = (number.description, number.byteCount)
    }

    /// Reads the mark at the beginning of a text; white space must follow. A letter that may be a Roman numeral (`i`, `v`,
    /// `x`, `c` …) is one where `previous` is one, or where it is `i` and `previous` is no `h`.
    package init?(startOf text: some Collection<UInt8>, after previous: ItemLabel?) {
        let start = String(decoding: text.prefix(24), as: UTF8.self).unicodeScalars
        var rest = start[...]
        let opened = rest.first == "("
        if opened { rest.removeFirst() }
        let name = rest.prefix { $0.isLetter || ("0"..."9").contains($0) }
        rest = rest[name.endIndex...]
        guard !name.isEmpty, rest.popFirst() == ")", rest.first?.isSpace ?? true else { return nil }
        guard let (style, ordinal) = Self.value(of: name, after: previous) else { return nil }
        self.style = style
        self.ordinal = ordinal
        self.name = String(name)
        byteCount = self.name.utf8.count + (opened ? 2 : 1)
    }

    /// The letters of Russian lists; ё, й, ъ, ы and ь are left out.
    private static let cyrillic = Array("абвгдежзиклмнопрстуфхцчшщэюя".unicodeScalars)

    private static func value(
        of name: Substring.UnicodeScalarView, after previous: ItemLabel?
    ) -> (Style, Int)? {
        if name.allSatisfy({ ("0"..."9").contains($0) }) {
            return name.count <= 3 ? Int(String(name)).map { (.digits, $0) } : nil
        }
        let lowered = Array(String(name).lowercased().unicodeScalars)
        if let roman = roman(lowered) {
            let continues = previous?.style == .roman
            let begins = lowered == ["i"] && previous?.name.lowercased() != "h"
            if continues || begins || lowered.count > 1 { return (.roman, roman) }
        }
        guard lowered.count == 1 else { return nil }
        if let index = cyrillic.firstIndex(of: lowered[0]) { return (.cyrillic, index + 1) }
        guard ("a"..."z").contains(lowered[0]) else { return nil }
        return (.latin, Int(lowered[0].value - 96))
    }

    /// A Roman numeral from i to xxxix.
    private static func roman(_ letters: [Unicode.Scalar]) -> Int? {
        let values: [Unicode.Scalar: Int] = ["i": 1, "v": 5, "x": 10]
        let digits = letters.compactMap { values[$0] }
        guard !digits.isEmpty, digits.count == letters.count, digits.count <= 7 else { return nil }
        var sum = 0
        for (index, digit) in digits.enumerated() {
            sum += index + 1 < digits.count && digits[index + 1] > digit ? -digit : digit
        }
        return sum
    }
}

/// The heading of an annex: `Приложение № 1`, `Annex 2. Form`.
package struct AnnexLabel {
    let number: Int
    package let byteCount: Int
    let isRussian: Bool

    private static let words = ["приложение", "annex", "appendix", "schedule", "exhibit"]

    /// Reads it at the beginning of a line that is a heading, not a sentence.
    package init?(line: some Collection<UInt8>) {
        let text = String(decoding: line.prefix(300), as: UTF8.self)
        guard line.count <= 240, let last = text.unicodeScalars.last, !".;:,".unicodeScalars.contains(last) else {
            return nil
        }
        var rest = text.unicodeScalars[...]
        let word = rest.prefix { $0.isLetter }
        guard Self.words.contains(String(word).lowercased()), word.first?.isCapital ?? false else {
            return nil
        }
        isRussian = String(word).lowercased() == "приложение"
        rest = rest[word.endIndex...].drop { $0.isSpace }
        if rest.first == "№" || rest.first == "N" { rest = rest.dropFirst().drop { $0.isSpace } }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard (1...3).contains(digits.count), let number = Int(String(digits)) else { return nil }
        rest = rest[digits.endIndex...]
        // "Приложение 1 к Договору" and "Приложение № 1. Форма" are headings; "Приложение 1.2" is something else.
        if rest.first == ".", let next = rest.dropFirst().first, !next.isSpace { return nil }
        self.number = number
        byteCount = String(text.unicodeScalars[..<digits.endIndex]).utf8.count
    }
}
