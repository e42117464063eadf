/// A term that the text defines.
package struct Term: Sendable, Equatable {
    package let name: String
    /// The place in the file.
    package let offset: Int
}

/// Finds the terms that a block of text defines: in brackets after what they stand for ("далее — «Политика»", `the
/// "Service"`), or as an entry of a section of definitions ("Клиент — физическое лицо …").
struct TermScanner {
    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["«": "»", "\"": "\"", "“": "”", "„": "“"]
    private static let openers = ["далее", "в дальнейшем", "здесь и далее", "именуем", "hereinafter", "hereafter"]

    private let text: ScalarText

    init(_ text: ScalarText) {
        self.text = text
    }

    /// Whether the title of a section says that its entries are definitions.
    static func isOfDefinitions(title: String) -> Bool {
        let words = title.lowercased().split { !$0.isLetter }
        return words.contains { word in
            ["термин", "определени", "поняти", "definition"].contains { word.hasPrefix($0) } || word == "terms"
        }
    }

    /// The terms that stand in brackets or behind "именуемый", in order.
    func definingTerms() -> [Range<Int>] {
        let bracketed = bracketedTerms()
        let named = namedTerms().filter { range in !bracketed.contains { $0.overlaps(range) } }
        return named.isEmpty ? bracketed : (bracketed + named).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The terms that stand in brackets, in order.
    private func bracketedTerms() -> [Range<Int>] {
        var terms: [Range<Int>] = []
        let closing = closingBrackets()
        var index = 0
        while index < text.scalars.count {
            // Brackets that define nothing may hold others that do: "(ИНН 77 (далее — «Оператор»))".
            if text[index] == "(", let end = closing[index] {
                let found = self.terms(inBrackets: index + 1..<end)
                terms += found
                if !found.isEmpty { index = end }
            }
            index += 1
        }
        return terms
    }

    private static let naming = Array("именуем".unicodeScalars), named = Array("именуется".unicodeScalars)
    /// How far behind "именуемый" its term may begin.
    private static let longestNaming = 40

    /// The terms in quotation marks that "именуемое в дальнейшем «Исполнитель»" gives without brackets, in order.
    private func namedTerms() -> [Range<Int>] {
        text.scalars.indices.compactMap { index in
            guard text.scalars[index] == "и", !text.isLetter(index - 1),
                text.scalars[index...].starts(with: Self.naming) || text.scalars[index...].starts(with: Self.named)
            else { return nil }
            let near = index..<min(text.scalars.count, index + Self.longestNaming)
            guard let open = near.first(where: { ",.;(«\"“„".unicodeScalars.contains(text.scalars[$0]) }),
                let close = Self.quotes[text.scalars[open]],
                let end = text.scalars[open + 1..<min(text.scalars.count, open + 80)].firstIndex(of: close),
                end > open + 1
            else { return nil }
            return open + 1..<end
        }
    }

    /// The term of an entry that begins at `start`, and its abbreviation in brackets.
    func entry(from start: Int) -> [Range<Int>] {
        let start = text.skippingSpace(start)
        guard let dash = separator(from: start) else { return [] }
        var end = dash
        while end > start, text.isSpace(end - 1) { end -= 1 }
        var terms: [Range<Int>] = []
        if text[end - 1] == ")", let bracket = text.scalars[start..<end].lastIndex(of: "(") {
            if bracket + 1 < end - 1 { terms = [bracket + 1..<end - 1] }
            end = bracket
            while end > start, text.isSpace(end - 1) { end -= 1 }
        }
        guard end > start else { return [] }
        if let close = Self.quotes[text.scalars[start]], text[end - 1] == close, end - start > 2 {
            return [start + 1..<end - 1] + terms
        }
        guard text.scalars[start].isCapital || text.isDigit(start) else { return [] }
        return [start..<end] + terms
    }

    /// The dash between a term of at most eight words and what it means.
    private func separator(from start: Int) -> Int? {
        var words = 0
        for index in start..<min(text.scalars.count, start + 160) {
            if text.isSpace(index) { words += 1 }
            if words > 10 || ".;:!?\n".unicodeScalars.contains(text.scalars[index]) { return nil }
            if "—–-".unicodeScalars.contains(text.scalars[index]), text.isSpace(index - 1), text.isSpace(index + 1) {
                return index
            }
        }
        return nil
    }

    private static let longestBrackets = 400

    /// Where each opening bracket is closed, not too far behind it.
    private func closingBrackets() -> [Int: Int] {
        var closing: [Int: Int] = [:]
        var open: [Int] = []
        for index in text.scalars.indices {
            if text.scalars[index] == "(" { open.append(index) }
            if text.scalars[index] == ")", let start = open.popLast(), index - start < Self.longestBrackets {
                closing[start] = index
            }
        }
        return closing
    }

    private func terms(inBrackets range: Range<Int>) -> [Range<Int>] {
        let words = text.string(range).lowercased()
        let isDefinition =
            Self.openers.contains { words.hasPrefix($0) }
            || ["the \"", "the “", "\"", "“"].contains { words.hasPrefix($0) } && !words.contains("далее")
        guard isDefinition else { return [] }
        let quoted = quotedRanges(in: range)
        if !quoted.isEmpty { return quoted }
        // "(далее по тексту — Сервис)"
        guard let dash = range.last(where: { "—–-".unicodeScalars.contains(text.scalars[$0]) && text.isSpace($0 + 1) })
        else { return [] }
        let start = text.skippingSpace(dash + 1)
        return start < range.upperBound ? [start..<range.upperBound] : []
    }

    private func quotedRanges(in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let close = Self.quotes[text.scalars[index]],
                let end = text.scalars[index + 1..<range.upperBound].firstIndex(of: close), end > index + 1
            {
                found.append(index + 1..<end)
                index = end
            }
            index += 1
        }
        return found
    }
}
