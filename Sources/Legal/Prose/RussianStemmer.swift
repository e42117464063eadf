/// Snowball's stemmer of Russian (snowballstem.org/algorithms/russian/stemmer.html).
///
/// Endings are cut only behind the first vowel, the region RV; the ending of an abstract noun only behind the second syllable,
/// the region R2.
struct RussianStemmer {
    private var word: ArraySlice<Unicode.Scalar>
    private var startOfRV: Int
    private var startOfR2: Int

    /// - Parameter word: in lower case.
    init(_ word: [Unicode.Scalar]) {
        self.word = word.map { $0 == "ё" ? "е" : $0 }[...]
        (startOfRV, startOfR2) = (word.count, word.count)
        guard let vowel = self.word.firstIndex(where: Self.isVowel) else { return }
        startOfRV = vowel + 1
        if let second = startOfSyllable(after: startOfRV), let third = startOfSyllable(after: second) {
            startOfR2 = third
        }
    }

    /// Behind the first consonant that follows a vowel at or after `index`, or that follows directly what ended with one.
    private func startOfSyllable(after index: Int) -> Int? {
        guard let vowel = Self.isVowel(word[index - 1]) ? index - 1 : word[index...].firstIndex(where: Self.isVowel),
            let consonant = word[vowel...].firstIndex(where: { !Self.isVowel($0) })
        else { return nil }
        return consonant + 1
    }

    private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "а", "е", "и", "о", "у", "ы", "э", "ю", "я": true
        default: false
        }
    }

    mutating private func run() {
        if !cut(Self.gerund) {
            _ = cut(Self.reflexive)
            if cut(Self.adjective) {
                _ = cut(Self.participle)
            } else if !cut(Self.verb) {
                _ = cut(Self.noun)
            }
        }
        if ends("и", from: startOfRV) { word.removeLast() }
        _ = cut(Self.derivational, from: startOfR2)
        tidyUp()
    }

    func stem() -> ArraySlice<Unicode.Scalar> {
        var stemmer = self
        stemmer.run()
        return stemmer.word
    }

    private mutating func tidyUp() {
        if cut(Self.superlative) {
            if ends("нн", from: startOfRV) { word.removeLast() }
        } else if ends("нн", from: startOfRV) || ends("ь", from: startOfRV) {
            word.removeLast()
        }
    }

    // MARK: Endings

    /// The endings of a class of words, by their last letter, longer ones first.
    private struct Endings {
        private(set) var byLastLetter: [Unicode.Scalar: [(letters: [Unicode.Scalar], followsA: Bool)]] = [:]

        /// - Parameters:
        ///   - afterA: those that count only behind "а" or "я", which stays.
        ///   - free: those that count behind any letter.
        init(afterA: String = "", free: String = "") {
            for (list, followsA) in [(afterA, true), (free, false)] {
                for ending in list.split(separator: " ") {
                    let letters = Array(ending.unicodeScalars)
                    guard let last = letters.last else { continue }
                    byLastLetter[last, default: []].append((letters, followsA))
                }
            }
            for key in byLastLetter.keys {
                byLastLetter[key]?.sort { $0.letters.count > $1.letters.count }
            }
        }
    }

    private static let gerund = Endings(afterA: "в вши вшись", free: "ив ивши ившись ыв ывши ывшись")
    private static let adjective = Endings(
        free: "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею")
    private static let participle = Endings(afterA: "ем нн вш ющ щ", free: "ивш ывш ующ")
    private static let reflexive = Endings(free: "ся сь")
    private static let verb = Endings(
        afterA: "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
        free: """
            ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю
            """)
    private static let noun = Endings(
        free: """
            а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я
            """)
    private static let derivational = Endings(free: "ост ость")
    private static let superlative = Endings(free: "ейш ейше")

    /// Cuts the longest ending that the word has in a region, RV where none is given; false where that one can't be cut.
    private mutating func cut(_ endings: Endings, from region: Int? = nil) -> Bool {
        guard let last = word.last, let candidates = endings.byLastLetter[last] else { return false }
        for (letters, followsA) in candidates where ends(letters, from: startOfRV) {
            let start = word.endIndex - letters.count
            if start < region ?? startOfRV { return false }
            if followsA {
                guard start > startOfRV, word[start - 1] == "а" || word[start - 1] == "я" else { return false }
            }
            word.removeLast(letters.count)
            return true
        }
        return false
    }

    private func ends(_ ending: String, from region: Int) -> Bool {
        ends(Array(ending.unicodeScalars), from: region)
    }

    private func ends(_ ending: [Unicode.Scalar], from region: Int) -> Bool {
        word.endIndex - region >= ending.count && word.suffix(ending.count).elementsEqual(ending)
    }
}
