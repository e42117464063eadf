/// A sentence of a text, with its words.
package struct Sentence: Sendable {
    package let prose: Prose
    /// Its scalars in the passage.
    package let range: Range<Int>
    package let words: ArraySlice<Word>

    package init(_ range: Range<Int>, of prose: Prose) {
        (self.prose, self.range) = (prose, range)
        words = prose.words(in: range)
    }

    /// The scalars of the first place that reads as one of some wordings.
    package func first(_ wordings: [Wording]) -> Range<Int>? {
        wordings.lazy.compactMap { $0.first(in: words) }.first.map { prose.range(ofWords: $0) }
    }

    /// Whether it reads so anywhere.
    package func has(_ wordings: Wording...) -> Bool {
        wordings.contains { $0.first(in: words) != nil }
    }

    /// Its text between two places.
    package func string(_ range: Range<Int>) -> String { prose.text.string(range) }
}

extension Prose {
    /// Its sentences with their words. Linear.
    package var wholeSentences: [Sentence] { sentences.map { Sentence($0, of: self) } }
}
