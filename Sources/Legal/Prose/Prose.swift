/// A passage as words and sentences: read once, and looked at by many rules.
package struct Prose: Sendable {
    package let passage: Passage
    /// The words behind the label of its provision.
    package let words: [Word]
    /// The sentences, as ranges of its scalars.
    package let sentences: [Range<Int>]
    /// What stands in quotation marks, the outermost ones.
    package let quotations: [Range<Int>]

    package init(_ passage: Passage) {
        self.passage = passage
        words = passage.text.words(in: passage.words)
        sentences = passage.text.sentences(in: passage.words)
        quotations = passage.text.quotations().reduce(into: []) { outer, range in
            if range.lowerBound >= outer.last?.upperBound ?? 0 { outer.append(range) }
        }
    }

    package var text: ScalarText { passage.text }

    /// The words of a sentence, or of another part of the passage. Logarithmic.
    package func words(in range: Range<Int>) -> ArraySlice<Word> {
        words[index(ofWordAt: range.lowerBound)..<index(ofWordAt: range.upperBound)]
    }

    /// The index of the first word that begins at a scalar or behind it.
    package func index(ofWordAt scalar: Int) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].range.lowerBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a word begins a sentence, a line or what a colon announces; marks before it do not count.
    package func isFirstInSentence(_ word: Word) -> Bool {
        var index = word.range.lowerBound - 1
        while index >= passage.start, let scalar = text[index],
            scalar.isSpace || "«„“\"([*_—–-•".unicodeScalars.contains(scalar)
        {
            if scalar == "\n" { return true }
            index -= 1
        }
        guard index >= passage.start, let scalar = text[index], scalar != ":" else { return true }
        return sentence(at: word.range.lowerBound).map { index < $0.lowerBound } ?? true
    }

    /// The sentence that holds a scalar. Logarithmic.
    package func sentence(at scalar: Int) -> Range<Int>? { Self.range(at: scalar, in: sentences) }

    /// Whether some scalars stand in quotation marks. Logarithmic.
    package func isQuoted(_ range: Range<Int>) -> Bool {
        passage.isQuoted || Self.range(at: range.lowerBound, in: quotations) != nil
    }

    /// The one of some ranges in ascending order that holds a scalar.
    private static func range(at scalar: Int, in ranges: [Range<Int>]) -> Range<Int>? {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar) ? ranges[low] : nil
    }

    /// The stems of the words of `text`, for looking for a term in all its forms.
    package static func stems(of text: String) -> [String] {
        let text = ScalarText(Array(text.utf8))
        return text.words(in: 0..<text.scalars.count).map(\.stem)
    }

    /// Where words with these stems stand one after the other, as indices into `words`.
    package func occurrences(of stems: [String]) -> [Range<Int>] {
        guard let first = stems.first, words.count >= stems.count else { return [] }
        return (0...words.count - stems.count).compactMap { start in
            guard words[start].stem == first, words[start..<start + stems.count].lazy.map(\.stem).elementsEqual(stems)
            else { return nil }
            return start..<start + stems.count
        }
    }

    /// The scalars that some words take.
    package func range(ofWords words: Range<Int>) -> Range<Int> {
        guard let first = words.first, let last = words.last else { return 0..<0 }
        return self.words[first].range.lowerBound..<self.words[last].range.upperBound
    }
}
