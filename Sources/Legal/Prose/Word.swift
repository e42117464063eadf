/// A word of a text: letters and digits with hyphens and apostrophes between them.
package struct Word: Sendable, Equatable {
    /// Its scalars in the text.
    package let range: Range<Int>
    package let lowered: String
    /// What all its forms have in common.
    package let stem: String
    /// Whether it begins with a capital letter.
    package let isCapitalised: Bool
    /// Whether it is made of capital letters alone, two at least: "ПДн" is not, "РФ" is.
    package let isAllCapitals: Bool
}

extension ScalarText {
    /// The words of a part of the text in order. Linear.
    package func words(in range: Range<Int>) -> [Word] {
        var words: [Word] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard isWordPart(index) else {
                index += 1
                continue
            }
            let end = min(endOfWord(at: index), range.upperBound)
            words.append(word(index..<end))
            index = end
        }
        return words
    }

    private func isWordPart(_ index: Int) -> Bool { isLetter(index) || isDigit(index) }

    private func endOfWord(at start: Int) -> Int {
        var end = start
        while true {
            while isWordPart(end) || isCombining(end) { end += 1 }
            guard let joint = self[end], "-\u{2010}\u{2011}'’_".unicodeScalars.contains(joint), isWordPart(end + 1)
            else {
                return end
            }
            end += 1
        }
    }

    private func isCombining(_ index: Int) -> Bool {
        self[index].map { !$0.isLetter && $0.properties.isGraphemeExtend } ?? false
    }

    private func word(_ range: Range<Int>) -> Word {
        let lowered = lowered(range)
        let letters = scalars[range].lazy.filter(\.isLetter)
        return Word(
            range: range, lowered: lowered, stem: Stemmer.stem(lowered),
            isCapitalised: scalars[range.lowerBound].isCapital,
            isAllCapitals: letters.prefix(2).count == 2 && letters.allSatisfy(\.isCapital))
    }
}
