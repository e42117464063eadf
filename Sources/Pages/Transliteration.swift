/// A part of an address out of words in any script.
enum Transliteration {
    private static let longest = 60

    /// What Cyrillic letters are in Latin ones, as Russian road signs write them (GOST R 52290, near to BGN/PCGN), with those of
    /// the neighbouring languages.
    private static let letters: [Unicode.Scalar: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o",
        "ұ": "u", "ү": "u", "һ": "h", "җ": "zh", "á": "a", "à": "a", "â": "a", "ä": "a", "ã": "a", "å": "a", "ç": "c",
        "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ì": "i", "î": "i", "ï": "i", "ñ": "n", "ó": "o", "ò": "o",
        "ô": "o", "ö": "o", "õ": "o", "ø": "o", "ú": "u", "ù": "u", "û": "u", "ü": "u", "ý": "y", "ß": "ss", "æ": "ae",
    ]

    /// Lower-case Latin letters, digits and single hyphens between them, a letter first, sixty at most. A letter of a script that is
    /// not known here is written by its number in Unicode, so that there is always something to write.
    static func addressPart(of text: String) -> String {
        var part = ""
        var wantsHyphen = false
        for scalar in text.lowercased().unicodeScalars {
            guard let latin = latin(scalar) else {
                wantsHyphen = true
                continue
            }
            if latin.isEmpty { continue }
            let addition = (wantsHyphen && !part.isEmpty ? "-" : "") + latin
            if part.utf8.count + addition.utf8.count > longest { break }
            part += addition
            wantsHyphen = false
        }
        guard let first = part.utf8.first else { return "x" }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) ? part : "x-" + part
    }

    /// Nil for what keeps words apart.
    private static func latin(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z", "0"..."9": String(scalar)
        case _ where letters[scalar] != nil: letters[scalar]
        case _ where scalar.properties.isAlphabetic: "u" + String(scalar.value, radix: 16)
        // An accent on the letter before.
        case _ where scalar.properties.generalCategory == .nonspacingMark: ""
        default: nil
        }
    }
}
