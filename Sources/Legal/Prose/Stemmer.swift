/// Cuts the endings of words, so that the forms of one word count as one: "Политика", "Политики", "Политикой".
package enum Stemmer {
    /// The stem of a Russian word after Snowball, of an English one without the ending of its plural; any other word as it is.
    /// Linear in the word.
    ///
    /// - Parameter word: in lower case.
    package static func stem(_ word: String) -> String {
        let scalars = Array(word.unicodeScalars)
        guard let first = scalars.first else { return word }
        let stem: ArraySlice<Unicode.Scalar>
        switch first {
        case "а"..."я", "ё": stem = RussianStemmer(scalars).stem()
        case "a"..."z": stem = withoutPlural(scalars)
        default: return word
        }
        return String(scalars: stem)
    }

    /// The S-stemmer of D. Harman, "How effective is suffixing?" (1991): of the three endings the first that fits.
    private static func withoutPlural(_ word: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        func ends(_ ending: String, notAfter letters: String) -> Bool {
            let ending = Array(ending.unicodeScalars)
            guard word.count > ending.count + 1, word.suffix(ending.count).elementsEqual(ending) else { return false }
            return !letters.unicodeScalars.contains(word[word.count - ending.count - 1])
        }
        if ends("ies", notAfter: "ae") { return word.dropLast(3) + ["y"] }
        if ends("es", notAfter: "aeo") || ends("s", notAfter: "us") { return word.dropLast() }
        return word[...]
    }
}
