internal import Legal

/// Gives every token and every stem of both texts its number.
struct Vocabulary {
    private var keys: [String: Int] = [:]
    private var stems: [String: Int] = [:]
    private var known: [String: (key: Int, stem: Int?)] = [:]

    /// The numbers of a token's key, which folds typography, and of its stem.
    mutating func numbers(of text: String) -> (key: Int, stem: Int?) {
        if let found = known[text] { return found }
        let folded = Self.folded(text)
        let key = keys[folded, default: keys.count]
        keys[folded] = key
        var stem: Int?
        if text.unicodeScalars.contains(where: \.isWord) {
            let stemmed = Stemmer.stem(folded.lowercased())
            stem = stems[stemmed, default: stems.count]
            stems[stemmed] = stem
        }
        known[text] = (key, stem)
        return (key, stem)
    }

    /// Folds what is typography: spaces, quotation marks, dashes, ё, soft hyphens.
    static func folded(_ text: String) -> String {
        if text == "..." { return "…" }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "ё": folded.append("е")
            case "Ё": folded.append("Е")
            case "«", "»", "“", "”", "„", "‟": folded.append("\"")
            case "’", "‘", "‚": folded.append("'")
            case "\u{2010}"..."\u{2015}", "\u{2212}": folded.append("-")
            case "\u{AD}": continue
            default: folded.append(scalar.value > 0x7F && scalar.properties.isWhitespace ? " " : scalar)
            }
        }
        return String(folded)
    }
}
