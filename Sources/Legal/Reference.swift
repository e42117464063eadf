/// A place of the text that names a clause of it: "п. 8.1", "разделе 10", "clause 5.2".
package struct Reference: Sendable, Equatable {
    /// The id of the provision that is named.
    package let target: String
    /// The place in the file.
    package let offset: Int
}

/// A place of the text that names a provision which is not there.
package struct UnknownReference: Sendable, Equatable {
    /// As it is written: `5.4`, `2` of an annex.
    package let name: String
    package let isAnnex: Bool
    /// The bytes of the file that name it.
    package let source: Range<Int>
}

/// Finds references to provisions in running text.
///
/// What names a provision of a law or of another document ("п. 2 ч. 1 ст. 6", "пункт 5 Договора") is none of ours; "настоящей
/// Политики", or the document's own name, is.
struct ReferenceScanner {
    /// A reference that was found: the words and the numbers to link, and what they name.
    struct Found {
        /// The scalars that become the link.
        let range: Range<Int>
        let number: Range<Int>
        let target: Target
        /// Whether it may be another document that is meant, so that an unknown number says nothing.
        let isVague: Bool
    }

    enum Target: Equatable {
        case provision(String)
        case annex(String)
    }

    private let text: ScalarText
    /// The first word of the document's title without its ending: "политик".
    private let ownName: String

    init(_ text: ScalarText, title: String) {
        self.text = text
        let head = title.split(separator: " ").first.map { $0.lowercased() } ?? ""
        ownName = Self.stem(of: head)
    }

    /// The references of the text in order. Linear in the text.
    func references() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < text.scalars.count {
            guard text.isLetter(index) else {
                index += 1
                continue
            }
            let word = text.word(at: index)
            let isWordStart = !text.isDigit(index - 1) && text[index - 1] != "-" && text[index - 1] != "_"
            if isWordStart, mayPrecedeNumber(word), let keyword = Keyword(text.lowered(word)),
                let numbers = numbers(after: word.upperBound, keyword)
            {
                found += references(word.lowerBound, numbers, keyword)
                index = numbers.last.map(\.upperBound) ?? word.upperBound
            } else {
                index = word.upperBound
            }
        }
        return found
    }

    /// Whether a number can stand behind a word, so that most words need no look at what they are.
    private func mayPrecedeNumber(_ word: Range<Int>) -> Bool {
        let next = text.skippingSpace(word.upperBound)
        return text.isDigit(next) || text[next] == "." || text[next] == "№"
    }

    // MARK: Words before the number

    private struct Keyword {
        let isPlural: Bool
        let isAbbreviation: Bool
        let isAnnex: Bool

        private static let abbreviations: Set = ["п", "пп", "подп"]
        private static let english: Set = ["clause", "section", "paragraph"]
        private static let plurals: Set = ["пп", "clauses", "sections", "paragraphs", "annexes"]
        private static let pluralAnnexes: Set = ["приложениях", "приложениями"]
        private static let annexes: Set = ["annex", "appendix", "annexes"]
        /// Not every word that begins so: "разделить 5", "разделены".
        private static let singularForms = forms(["", "а", "у", "ом", "е"])
        private static let pluralForms = forms(["ы", "ов", "ам", "ами", "ах"])

        private static func forms(_ endings: [String]) -> Set<String> {
            Set(["пункт", "подпункт", "раздел", "подраздел"].flatMap { stem in endings.map { stem + $0 } })
        }

        init?(_ word: String) {
            isAbbreviation = Self.abbreviations.contains(word)
            isAnnex = word.hasPrefix("приложени") || Self.annexes.contains(word)
            isPlural =
                Self.plurals.contains(word) || Self.pluralForms.contains(word) || Self.pluralAnnexes.contains(word)
            guard
                isAbbreviation || isAnnex || isPlural || Self.singularForms.contains(word)
                    || Self.english.contains(word)
            else { return nil }
        }
    }

    /// The numbers that follow a keyword: one, or several joined by commas, "и", "или", dashes.
    private func numbers(after index: Int, _ keyword: Keyword) -> [Range<Int>]? {
        var index = index
        if keyword.isAbbreviation {
            if text.has(".п.", at: index) { index += 3 } else if text[index] == "." { index += 1 } else { return nil }
        }
        index = text.skippingSpace(index)
        if keyword.isAnnex, text[index] == "№" { index = text.skippingSpace(index + 1) }
        guard let first = number(at: index) else { return nil }
        var numbers = [first]
        while let next = joined(after: numbers[numbers.count - 1].upperBound, keyword) { numbers.append(next) }
        return numbers
    }

    /// `5` or `5.2`, not part of a longer word, a date or a share.
    private func number(at start: Int) -> Range<Int>? {
        var index = start
        var parts = 0
        while text.isDigit(index) {
            let first = index
            while text.isDigit(index) { index += 1 }
            guard index - first <= 3, text[first] != "0" else { return nil }
            parts += 1
            if text[index] == ".", text.isDigit(index + 1) { index += 1 } else { break }
        }
        guard parts > 0, !text.isLetter(index), text[index] != "%", !(text[index] == "-" && text.isLetter(index + 1))
        else {
            return nil
        }
        return start..<index
    }

    private func joined(after end: Int, _ keyword: Keyword) -> Range<Int>? {
        guard let number = joined(after: end) else { return nil }
        let hasParts = text.scalars[number].contains(".")
        // "п. 5 и 30 дней": a lone number after a singular word need not be a clause.
        return hasParts || keyword.isPlural ? number : nil
    }

    /// The number that a comma, a dash or a word joins to what ends here.
    private func joined(after end: Int) -> Range<Int>? {
        var index = text.skippingSpace(end)
        let word = text.word(at: index)
        if ["и", "или", "and", "or", "to", "по", "либо"].contains(text.string(word).lowercased()) {
            index = word.upperBound
        } else if let sign = text[index], ",–—-".unicodeScalars.contains(sign) {
            index += 1
        } else {
            return nil
        }
        return number(at: text.skippingSpace(index))
    }

    // MARK: What belongs to another text

    private func references(_ start: Int, _ numbers: [Range<Int>], _ keyword: Keyword) -> [Found] {
        guard let last = numbers.last, !isOfLaw(before: start) else { return [] }
        let owner = owner(after: last.upperBound)
        guard owner != .other else { return [] }
        return numbers.enumerated().map { index, number in
            let name = text.string(number)
            return Found(
                range: (index == 0 && numbers.count == 1 ? start : number.lowerBound)..<number.upperBound,
                number: number, target: keyword.isAnnex ? .annex("annex-\(name)") : .provision(name),
                isVague: owner == .unclear)
        }
    }

    private enum Owner { case own, other, unclear }

    /// The beginnings of words that name a law or another document.
    private static let foreignStems = [
        "стать", "част", "закон", "федеральн", "кодекс", "постановлени", "приказ", "указ", "коап", "регламент",
        "конституци", "act", "gdpr", "regulation", "directive", "law", "article", "code",
        "договор", "соглашени", "политик", "правил", "положени", "оферт", "услови", "порядк", "требовани", "инструкци",
        "согласи", "устав", "контракт", "agreement", "policy", "terms", "contract",
    ]

    private static let foreignAbbreviations: Set = ["ст", "ч", "фз", "гк", "нк", "тк", "рф"]

    /// Whose provision it is, by the words after the number: "настоящей Политики", "Договора", "части 1 статьи 6".
    private func owner(after end: Int) -> Owner {
        let end = endOfTitle(after: endOfProvisions(after: end))
        if let sign = text[end], ",;:)".unicodeScalars.contains(sign) {
            let next = text.skippingSpace(end + 1)
            return isLawNumber(next) || sign == "," && isPartOfLaw(next) ? .other : .own
        }
        if text[end] == "." {
            // "п. 5.2. Договора" or the end of a sentence: who can tell?
            let word = text.string(text.word(at: text.skippingSpace(end + 1))).lowercased()
            return Self.isForeign(word) ? .unclear : .own
        }
        var index = text.skippingSpace(end)
        if isLawNumber(index) { return .other }
        var startsCapital = text[index]?.isCapital ?? false
        var afterOf = false
        for position in 0..<6 {
            let range = text.word(at: index)
            let word = text.string(range).lowercased()
            if word.hasPrefix("настоящ") || word == "this" { return .own }
            if position == 0, !ownName.isEmpty, word.hasPrefix(ownName) { return .own }
            if Self.isForeign(word) { return .other }
            afterOf = afterOf || word == "of"
            // "section 5 of the Data Protection Act": a name in capitals leads on to what it is the name of.
            let isName = afterOf && text[range.lowerBound]?.isCapital ?? false
            if isName { startsCapital = true }
            guard isName || Self.leadsOn(word), text.isSpace(range.upperBound) else { break }
            index = text.skippingSpace(range.upperBound)
        }
        return startsCapital ? .unclear : .own
    }

    /// How many numbers and provisions behind a reference are looked past for their owner.
    private static let mostProvisions = 16

    /// Behind what follows a reference and has the same owner: "п. 1, 2 и 4 ч. 1 ст. 6", "подп. 1 п. 4 ст. 14".
    private func endOfProvisions(after end: Int) -> Int {
        var end = end
        for _ in 0..<Self.mostProvisions {
            if let number = joined(after: end) {
                end = number.upperBound
                continue
            }
            let word = text.word(at: text.skippingSpace(end))
            guard text.isSpace(end), let keyword = Keyword(text.string(word).lowercased()), !keyword.isAnnex,
                let last = numbers(after: word.upperBound, keyword)?.last
            else { break }
            end = last.upperBound
        }
        return end
    }

    private static let longestTitle = 80

    /// Behind the title of the provision in brackets: "section 9 (Limitation of liability) of the Agreement".
    private func endOfTitle(after end: Int) -> Int {
        let open = text.skippingSpace(end)
        guard text[open] == "(" else { return end }
        let close = (open..<min(text.scalars.count, open + Self.longestTitle)).first { text[$0] == ")" }
        return close.map { $0 + 1 } ?? end
    }

    /// "ч. 1", "статьи 6": parts that laws have and our documents have not.
    private func isPartOfLaw(_ start: Int) -> Bool {
        let word = text.string(text.word(at: start)).lowercased()
        return ["ст", "ч"].contains(word) || word.hasPrefix("стать") || word.hasPrefix("част")
    }

    /// "№ 152", "152-ФЗ"; "§ 4", which is no number of ours.
    private func isLawNumber(_ start: Int) -> Bool {
        if let sign = text[start], "№§".unicodeScalars.contains(sign) { return true }
        var index = start
        while text.isDigit(index) { index += 1 }
        return index > start && text[index] == "-" && text.word(at: index + 1).count == 2
    }

    /// Whether a word may stand between a number and the name of another document: "Пользовательского соглашения", "of the Act".
    private static func leadsOn(_ word: String) -> Bool {
        ["of", "the", "к", "и", "или", "and", "or"].contains(word)
            || ["ого", "его", "ой", "ей", "ых", "их"].contains { word.hasSuffix($0) }
    }

    private static func isForeign(_ word: String) -> Bool {
        foreignAbbreviations.contains(word) || foreignStems.contains { word.hasPrefix($0) }
    }

    /// Whether the words before the reference are those of a law: "ст. 6 п. 2", "части 1 пункт 3".
    private func isOfLaw(before start: Int) -> Bool {
        var index = start - 1
        while text.isSpace(index) || text[index] == "," { index -= 1 }
        var digits = 0
        while text.isDigit(index) || text[index] == "." {
            if text.isDigit(index) { digits += 1 }
            index -= 1
        }
        guard digits > 0 else { return wordBefore(start) == "фз" }
        while text.isSpace(index) || text[index] == "." { index -= 1 }
        let word = wordBefore(index + 1)
        return isPartOfLaw(index + 1 - word.unicodeScalars.count) || word == "article"
    }

    private func wordBefore(_ end: Int) -> String {
        var stop = end
        while text.isSpace(stop - 1) { stop -= 1 }
        var start = stop
        while start > 0, text.isLetter(start - 1), stop - start < 32 { start -= 1 }
        return text.string(start..<stop).lowercased()
    }

    private static func stem(of word: String) -> String {
        var scalars = Array(word.unicodeScalars)
        while scalars.count > 3, let last = scalars.last, "аеёиоуыэюяйь".unicodeScalars.contains(last) {
            scalars.removeLast()
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
