/// A place of a text that says what a term means.
package struct Definition: Sendable {
    package enum Form: Sendable {
        /// Behind what it stands for: "(далее — «Политика»)".
        case brackets
        /// At the head of an entry: "Клиент — физическое лицо …".
        case entry
        /// In a sentence: "Под Клиентом понимается …".
        case sentence
        /// In brackets behind the head of an entry: "ПДн" of "Персональные данные (ПДн) — …".
        case abbreviation
    }

    package let name: String
    /// The stems of its words: what all forms of the term have in common.
    package let stems: [String]
    package let form: Form
    /// The passage, as an index into those of the text.
    package let passage: Int
    /// The scalars of the name.
    package let range: Range<Int>
    /// The scalars of what says what it means: behind the dash of an entry, before the brackets otherwise.
    package let meaning: Range<Int>

    /// Whether the name is an abbreviation: short, and with two capital letters at least.
    package var isAbbreviation: Bool {
        let scalars = name.unicodeScalars
        return form == .abbreviation || scalars.count <= 8 && scalars.count(where: \.isCapital) >= 2
    }

    /// The definitions of a text in order. Linear.
    package static func all(in prose: [Prose]) -> [Definition] {
        prose.indices.flatMap { index -> [Definition] in
            let found = bracketed(index, prose) + said(index, prose)
            return found.isEmpty && isInSectionOfDefinitions(prose[index].passage, prose) ? entry(index, prose) : found
        }
    }

    private static func isInSectionOfDefinitions(_ passage: Passage, _ prose: [Prose]) -> Bool {
        guard passage.kind == .paragraph || passage.kind == .item, let heading = passage.heading else { return false }
        let text = prose[heading].text
        return TermScanner.isOfDefinitions(title: text.string(0..<text.scalars.count))
    }

    private static func bracketed(_ index: Int, _ prose: [Prose]) -> [Definition] {
        let text = prose[index].text
        return TermScanner(text).definingTerms().map { range in
            let sentence = prose[index].sentence(at: range.lowerBound)
            var end = range.lowerBound
            let start = max(sentence?.lowerBound ?? 0, end - longestMeaning)
            while end > start, text[end] != "(" { end -= 1 }
            // "именуемое в дальнейшем «Исполнитель»" has no brackets.
            if end == start { end = range.lowerBound }
            return Definition(text, range, .brackets, index, meaning: start..<max(start, end))
        }
    }

    private static let verbs: Set = ["понимается", "понимаются", "подразумевается", "подразумеваются"]
    /// How many words the term of a sentence may have.
    private static let longestTerm = 5

    /// "Под Клиентом понимается лицо, …".
    private static func said(_ index: Int, _ prose: [Prose]) -> [Definition] {
        let text = prose[index].text
        return prose[index].sentences.compactMap { sentence -> Definition? in
            let words = prose[index].words(in: sentence)
            guard words.first?.lowered == "под",
                let verb = words.prefix(longestTerm + 2).firstIndex(where: { verbs.contains($0.lowered) }),
                verb > words.startIndex + 1
            else { return nil }
            let range = words[words.startIndex + 1].range.lowerBound..<words[verb - 1].range.upperBound
            return Definition(
                text, range, .sentence, index, meaning: words[verb].range.upperBound..<sentence.upperBound)
        }
    }

    /// How far before its brackets a definition may begin.
    private static let longestMeaning = 600

    private static func entry(_ index: Int, _ prose: [Prose]) -> [Definition] {
        let text = prose[index].text
        let terms = TermScanner(text).entry(from: prose[index].passage.start)
        guard let last = terms.last else { return [] }
        let dash = text.scalars[last.upperBound...].firstIndex { "—–-".unicodeScalars.contains($0) } ?? last.upperBound
        let meaning = min(dash + 1, text.scalars.count)..<text.scalars.count
        return terms.enumerated().map { position, range in
            Definition(text, range, position == 0 ? .entry : .abbreviation, index, meaning: meaning)
        }
    }

    private init(_ text: ScalarText, _ range: Range<Int>, _ form: Form, _ passage: Int, meaning: Range<Int>) {
        name = text.string(range)
        stems = text.words(in: range).map(\.stem)
        (self.form, self.passage, self.range, self.meaning) = (form, passage, range, meaning)
    }
}
