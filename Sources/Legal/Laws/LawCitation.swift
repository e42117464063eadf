package import Source

/// A place of a text that names a law by its number: "Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»",
/// "152-ФЗ", "ФЗ-152", "Закон РФ от 07.02.1992 № 2300-1".
package struct LawCitation: Sendable, Equatable {
    /// How the number is written.
    package enum Style: String, Sendable {
        case numbered = "№ 152-ФЗ"
        case bare = "152-ФЗ"
        case reversed = "ФЗ-152"
        case abbreviated = "ФЗ № 152"
        case spaced = "152 ФЗ"
    }

    /// The law's number as its publication writes it: `152-ФЗ`, `1-ФКЗ`, `2300-1`.
    package let number: String
    package let style: Style
    /// The scalars of the number with its sign: "№ 152-ФЗ".
    package let range: Range<Int>
    /// The scalars of everything that names the law: from "Федеральный закон" to the end of its title.
    package let phrase: Range<Int>
    /// The law's day, where it is given beside the number.
    package let date: Day?
    package let hasDate: Bool
    /// What stands in quotation marks behind the number.
    package let title: String?
    /// The provision of the law that is named before it: "ч. 5 ст. 18", in the scalars of the text.
    package let provision: Range<Int>?
    /// Whether it goes on a list that the citation before it began: "законов от 1.1.2020 № 1-ФЗ, от 2.2.2021 № 2-ФЗ".
    package let continuesList: Bool
    /// Whether its name, or that of the list, is in the plural: "федеральными законами от …".
    fileprivate let isNamedInPlural: Bool

    /// Whether the title is cut short by an ellipsis.
    package var isTitleCut: Bool {
        guard let title else { return false }
        return title.contains("…") || title.contains("...")
    }
}

extension ScalarText {
    /// The laws that the text names by their numbers, in order. Linear.
    package func lawCitations() -> [LawCitation] {
        var found: [LawCitation] = []
        var index = 0
        while index < scalars.count {
            guard let number = lawNumber(at: index) else {
                index += 1
                continue
            }
            let citation = citation(number, after: found.last)
            found.append(citation)
            index = max(citation.phrase.upperBound, index + 1)
        }
        return found
    }

    private struct LawNumber {
        let number: String
        let style: LawCitation.Style
        let range: Range<Int>
    }

    private func lawNumber(at index: Int) -> LawNumber? {
        if isLetter(index - 1) || isDigit(index - 1) || self[index - 1] == "-" { return nil }
        if self[index] == "№" || self[index] == "N", let end = numberedLaw(from: index) { return end }
        if isDigit(index), let (number, end) = federalNumber(at: index) {
            return LawNumber(number: number, style: .bare, range: index..<end)
        }
        if isDigit(index) { return spacedLaw(at: index) }
        let word = word(at: index)
        guard (2...3).contains(word.count), let suffix = Self.suffix(string(word)) else { return nil }
        return reversedLaw(suffix, word)
    }

    /// "№ 152-ФЗ", "№ 2300-1", "№152‑ФЗ".
    private func numberedLaw(from sign: Int) -> LawNumber? {
        let start = skippingSpace(sign + 1)
        guard start - sign < 6 else { return nil }
        if let (number, end) = federalNumber(at: start) {
            return LawNumber(number: number, style: .numbered, range: sign..<end)
        }
        // The laws before 1994: "№ 2300-1", "№ 2124-I".
        let digits = digits(at: start)
        guard (3...4).contains(digits.count), isHyphen(digits.upperBound) else { return nil }
        let series = digits.upperBound + 1
        let end = self[series] == "I" || self[series] == "1" ? series + 1 : series
        guard end > series, !isLetter(end), !isDigit(end) else { return nil }
        return LawNumber(number: string(digits) + "-1", style: .numbered, range: sign..<end)
    }

    /// "152-ФЗ", "1-ФКЗ".
    private func federalNumber(at start: Int) -> (String, end: Int)? {
        let digits = digits(at: start)
        guard (1...4).contains(digits.count), isHyphen(digits.upperBound) else { return nil }
        let word = word(at: digits.upperBound + 1)
        guard (2...3).contains(word.count), let suffix = Self.suffix(string(word)), !isDigit(word.upperBound) else {
            return nil
        }
        return ("\(string(digits))-\(suffix)", word.upperBound)
    }

    /// "152 ФЗ"; not "ст. 9 ФЗ".
    private func spacedLaw(at start: Int) -> LawNumber? {
        let digits = digits(at: start)
        guard digits.count == 3, isSpace(digits.upperBound), self[start - 1] != "." else { return nil }
        let suffix = word(at: digits.upperBound + 1)
        guard string(suffix) == "ФЗ", !isDigit(suffix.upperBound), !isHyphen(suffix.upperBound) else { return nil }
        var before = start
        while let scalar = self[before - 1], scalar.isSpace || scalar == "." { before -= 1 }
        let last = before
        while isLetter(before - 1), last - before < 16 { before -= 1 }
        if Self.isPartOfLaw(string(before..<last).lowercased()) { return nil }
        return LawNumber(number: "\(string(digits))-ФЗ", style: .spaced, range: start..<suffix.upperBound)
    }

    /// "ФЗ-152", "ФЗ № 152", "ФЗ №152-ФЗ", which is the number's own style.
    private func reversedLaw(_ suffix: String, _ word: Range<Int>) -> LawNumber? {
        var index = word.upperBound
        var style = LawCitation.Style.reversed
        if isHyphen(index) {
            index += 1
        } else {
            index = skippingSpace(index)
            let state = self.word(at: index)
            if string(state) == "РФ" { index = skippingSpace(state.upperBound) }
            guard self[index] == "№" || self[index] == "N" else { return nil }
            index = skippingSpace(index + 1)
            style = .abbreviated
            if federalNumber(at: index) != nil { return nil }
        }
        let digits = digits(at: index)
        guard (1...4).contains(digits.count), !isLetter(digits.upperBound), !isHyphen(digits.upperBound) else {
            return nil
        }
        return LawNumber(
            number: "\(string(digits))-\(suffix)", style: style, range: word.lowerBound..<digits.upperBound)
    }

    private static func suffix(_ word: String) -> String? {
        let upper = word.uppercased()
        return upper == "ФЗ" || upper == "ФКЗ" ? upper : nil
    }

    private func digits(at start: Int) -> Range<Int> {
        var end = start
        while isDigit(end), end - start < 6 { end += 1 }
        return start..<end
    }

    private func isHyphen(_ index: Int) -> Bool {
        self[index].map { "-\u{2010}\u{2011}–".unicodeScalars.contains($0) } ?? false
    }

    // MARK: What stands around the number

    private func citation(_ number: LawNumber, after previous: LawCitation?) -> LawCitation {
        let limit = previous?.phrase.upperBound ?? 0
        var start = number.range.lowerBound
        var end = number.range.upperBound
        var written = dateBefore(start, notBefore: limit)
        if let written { start = written.range.lowerBound }
        start = startOfName(before: start, notBefore: limit)
        if written == nil, let after = dateAfter(end) {
            written = after
            end = after.range.upperBound
        }
        let hasShortDate = written == nil && shortDate(before: number.range.lowerBound)
        let continuesList = previous != nil && isListed(limit..<start)
        var title = titleAfter(end)
        if let title {
            end = title.upperBound + 1
        } else if let before = titleBefore(start, notBefore: limit) {
            title = before
            start = startOfName(before: before.lowerBound - 1, notBefore: limit)
        }
        // "законы от 27 июля 2006 года № 149-ФЗ и № 152-ФЗ": a day for both.
        let isUnnamed = continuesList && start == number.range.lowerBound
        let shared = isUnnamed && previous?.isNamedInPlural ?? false ? previous : nil
        let isPlural = words(in: start..<number.range.lowerBound).contains { Self.plurals.contains($0.lowered) }
        return LawCitation(
            number: number.number, style: number.style, range: number.range, phrase: start..<end,
            date: written?.day ?? (hasShortDate ? nil : shared?.date),
            hasDate: written != nil || hasShortDate || shared?.hasDate ?? false,
            title: title.map { string($0) }, provision: provision(before: start, notBefore: limit),
            continuesList: continuesList, isNamedInPlural: isPlural || shared != nil)
    }

    private static let plurals: Set = ["законы", "законов", "законам", "законами", "законах"]

    /// How much may stand between two laws of one list.
    private static let longestGap = 40

    /// The laws that are named by their titles alone: "Федеральным законом «О персональных данных»", as the scalars of the kind
    /// of act with the title, of the title, and of the provision that is named before them. Linear.
    package func lawsNamedByTitle() -> [(phrase: Range<Int>, title: Range<Int>, provision: Range<Int>?)] {
        scalars.indices.compactMap { index in
            guard Self.opening.contains(scalars[index]), self[index + 1] == "О" || self[index + 1] == "о",
                let title = titleAfter(index), let name = nameBefore(index)
            else { return nil }
            return (name..<title.upperBound + 1, title, provision(before: name, notBefore: 0))
        }
    }

    private static let opening: Set<Unicode.Scalar> = ["«", "\"", "“", "„"]

    /// Where "Федерального закона", "Закона РФ", "ФЗ" begins that ends before a title; nil where no law is named there.
    private func nameBefore(_ title: Int) -> Int? {
        let start = startOfName(before: title, notBefore: 0)
        let names = words(in: start..<title)
        guard let last = names.last, isSpace(last.range.upperBound), !["от"].contains(last.lowered),
            names.contains(where: { $0.lowered == "фз" || $0.lowered == "фкз" || Self.laws.contains($0.lowered) })
        else { return nil }
        return start
    }

    private static let laws: Set = ["закон", "закона", "закону", "законом", "законе"]

    /// Whether what stands between two laws only joins them: commas, "и", "а также".
    private func isListed(_ gap: Range<Int>) -> Bool {
        guard gap.count <= Self.longestGap else { return false }
        let signs = gap.filter { !isLetter($0) && !isSpace($0) }
        guard signs.allSatisfy({ ",;.".unicodeScalars.contains(scalars[$0]) }) else { return false }
        return words(in: gap).allSatisfy { Self.joining.contains($0.lowered) }
            && !(gap.contains { scalars[$0] == "." && !isAfterYear($0, gap.lowerBound) })
    }

    private static let joining: Set = ["и", "или", "а", "также", "г", "года"]

    /// Whether a full stop is that of "г." behind a date.
    private func isAfterYear(_ stop: Int, _ start: Int) -> Bool { stop > start && self[stop - 1] == "г" }

    /// How far before a number its date may begin.
    private static let longestDate = 32

    /// "от 27 июля 2006 года" before a number.
    private func dateBefore(_ end: Int, notBefore limit: Int) -> WrittenDay? {
        let from = max(limit, end - Self.longestDate)
        guard from < end else { return nil }
        return WrittenDay.all(in: self, from..<end).last { day in
            var index = day.range.upperBound
            index = skippingSpace(index)
            let word = word(at: index)
            if ["г", "года"].contains(string(word)) { index = word.upperBound }
            while let scalar = self[index], scalar.isSpace || scalar == "." || scalar == "," {
                index += 1
            }
            return index >= end
        }
    }

    /// "от 27.07.2006" behind a number.
    private func dateAfter(_ start: Int) -> WrittenDay? {
        let word = word(at: skippingSpace(start))
        guard string(word) == "от" else { return nil }
        let date = skippingSpace(word.upperBound)
        return WrittenDay.all(in: self, date..<min(scalars.count, date + Self.longestDate)).first {
            $0.range.lowerBound == date
        }
    }

    /// What stands in quotation marks behind a number, a closed pair of them.
    private func titleAfter(_ start: Int) -> Range<Int>? {
        var index = skippingSpace(start)
        let word = word(at: index)
        if ["г", "года"].contains(string(word)) {
            index = skippingSpace(self[word.upperBound] == "." ? word.upperBound + 1 : word.upperBound)
        }
        let closers: [Unicode.Scalar: Unicode.Scalar] = ["«": "»", "\"": "\"", "“": "”", "„": "“"]
        guard let open = self[index], let close = closers[open] else { return nil }
        var depth = 0
        for position in (index + 1)..<max(index + 1, min(scalars.count, index + 400)) {
            if scalars[position] == open, open != close { depth += 1 }
            guard scalars[position] == close else { continue }
            if depth == 0 { return index + 1..<position }
            depth -= 1
        }
        return nil
    }

    /// "закон «О персональных данных» от 27.07.2006 № 152-ФЗ": what stands in quotation marks before the number and its date.
    private func titleBefore(_ end: Int, notBefore limit: Int) -> Range<Int>? {
        var stop = end
        while isSpace(stop - 1) { stop -= 1 }
        let openers: [Unicode.Scalar: Unicode.Scalar] = ["»": "«", "\"": "\"", "”": "“", "“": "„"]
        guard let close = self[stop - 1], let open = openers[close] else { return nil }
        var index = stop - 2
        var depth = 0
        while index >= limit, stop - index < 400 {
            if scalars[index] == close, close != open { depth += 1 }
            if scalars[index] == open {
                if depth == 0 { return index + 1..<stop - 1 }
                depth -= 1
            }
            index -= 1
        }
        return nil
    }

    /// "27.07.06 г." before a number: a date all the same.
    private func shortDate(before end: Int) -> Bool {
        var stop = end
        while let scalar = self[stop - 1], scalar.isSpace || scalar == "г" || scalar == "." { stop -= 1 }
        guard stop >= 8, !isDigit(stop - 9) else { return false }
        return (1...8).allSatisfy { $0 == 3 || $0 == 6 ? self[stop - $0] == "." : isDigit(stop - $0) }
    }

    /// The start of "Федерального закона", "Закона РФ", "ФЗ" before a number or its date.
    private func startOfName(before end: Int, notBefore limit: Int) -> Int {
        var start = end
        for _ in 0..<5 {
            guard let word = wordBefore(start), word.lowerBound >= limit else { break }
            let lowered = string(word).lowercased()
            guard
                lowered.hasPrefix("закон") || lowered.hasPrefix("федеральн") || lowered.hasPrefix("конституционн")
                    || ["от", "рф", "фз", "фкз", "российской", "федерации"].contains(lowered)
            else { break }
            start = word.lowerBound
        }
        return start
    }

    /// The word that ends before `end` with nothing but white space between.
    private func wordBefore(_ end: Int) -> Range<Int>? {
        var stop = end
        while isSpace(stop - 1) { stop -= 1 }
        var start = stop
        while isLetter(start - 1), stop - start < 32 { start -= 1 }
        return start < stop ? start..<stop : nil
    }

    /// "ч. 5 ст. 18", "статьёй 6", "п. 2 ч. 1 ст. 6", "статей 18.1 и 19" before the name of a law.
    private func provision(before end: Int, notBefore limit: Int) -> Range<Int>? {
        var start = end
        var first: Int?
        for _ in 0..<12 {
            var stop = start
            while let scalar = self[stop - 1], scalar.isSpace || ".,".unicodeScalars.contains(scalar) {
                stop -= 1
            }
            var index = stop
            while index > limit, let scalar = self[index - 1],
                isDigit(index - 1) || isLetter(index - 1) || scalar == "."
                    || scalar == "-", stop - index < 24, isDigit(index - 1) || scalar != "." || isDigit(index)
            {
                index -= 1
            }
            guard index < stop else { break }
            let word = string(index..<stop).lowercased()
            if isDigit(index) || ["и", "или"].contains(word) {
                start = index
            } else if Self.isPartOfLaw(word) {
                start = index
                first = index
            } else {
                break
            }
        }
        return first.map { first in
            var stop = end
            while stop > first, isSpace(stop - 1) { stop -= 1 }
            return first..<stop
        }
    }

    private static func isPartOfLaw(_ word: String) -> Bool {
        ["ст", "ч", "п", "пп", "подп"].contains(word)
            || ["стать", "част", "пункт", "подпункт"].contains { word.hasPrefix($0) }
    }
}
