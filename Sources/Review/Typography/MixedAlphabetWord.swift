internal import Diagnostics
internal import Legal

/// `mixed-alphabet-word`: a Cyrillic word with Latin letters in it that look the same, or the other way round.
enum MixedAlphabetWord {
    static let rule = Rule(
        "mixed-alphabet-word", .error, "a word mixes Cyrillic and Latin letters that look alike",
        asks: """
            A word has the letters of one alphabet. Only letters that look like one of the other alphabet are told: "SMSки" is a word, \
            "Cеpвис" with a Latin C and p is not. What hyphens join are words of their own.
            """,
        why: "Such a word can't be searched for, and is another word to a court's computer than to its reader.",
        example: Rule.Example(before: "Cеpвис (with Latin C, p)", after: "Сервис"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.passages.flatMap { passage in
            passage.text.wordsOfLetters().compactMap { range in
                guard let mixed = MixedWord(passage.text.scalars[range]) else { return nil }
                return reviewed.finding(
                    in: passage, range,
                    "'\(passage.text.string(range))' mixes alphabets: \(mixed.letters) \(mixed.foreign) among \(mixed.own) letters",
                    hint: "write '\(mixed.mended)'")
            }
        }
    }
}

/// A word of two alphabets, one of them only in letters that look like those of the other.
private struct MixedWord {
    let letters: String
    let foreign: String
    let own: String
    let mended: String

    private static let latin = Array("aceopxyABCEHKMOPTX".unicodeScalars)
    private static let cyrillic = Array("асеорхуАВСЕНКМОРТХ".unicodeScalars)

    init?(_ word: ArraySlice<Unicode.Scalar>) {
        let latinLetters = word.filter(Self.isLatin)
        guard !latinLetters.isEmpty, latinLetters.count < word.count else { return nil }
        let cyrillicLetters = word.filter(Self.isCyrillic)
        guard !cyrillicLetters.isEmpty else { return nil }
        if latinLetters.allSatisfy(Self.latin.contains) {
            (foreign, own) = ("Latin", "Cyrillic")
            letters = Self.listed(latinLetters)
            mended = Self.replaced(word, Self.latin, by: Self.cyrillic)
        } else if cyrillicLetters.allSatisfy(Self.cyrillic.contains), !Self.isInflected(word) {
            (foreign, own) = ("Cyrillic", "Latin")
            letters = Self.listed(cyrillicLetters)
            mended = Self.replaced(word, Self.cyrillic, by: Self.latin)
        } else {
            return nil
        }
    }

    /// "SMSах": a Latin abbreviation with a Russian ending.
    private static func isInflected(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let stem = word.prefix(while: isLatin)
        return stem.count >= 2 && stem.allSatisfy(\.isCapital)
            && word.dropFirst(stem.count).allSatisfy { isCyrillic($0) && $0.properties.isLowercase }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { ("\u{400}"..."\u{4FF}").contains(scalar) }

    private static func listed(_ letters: [Unicode.Scalar]) -> String {
        var seen: Set<Unicode.Scalar> = []
        return letters.filter { seen.insert($0).inserted }.map { "'\($0)'" }.joined(separator: ", ")
    }

    private static func replaced(
        _ word: ArraySlice<Unicode.Scalar>, _ letters: [Unicode.Scalar], by others: [Unicode.Scalar]
    ) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: word.map { scalar in letters.firstIndex(of: scalar).map { others[$0] } ?? scalar })
        return String(view)
    }
}

extension ScalarText {
    /// The runs of letters, but for those of an address.
    fileprivate func wordsOfLetters() -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            let word = word(at: index)
            if word.count > 1 { words.append(word) }
            index = max(word.upperBound, index + 1)
        }
        return words
    }
}
