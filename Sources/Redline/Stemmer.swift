/// Cuts the endings of Russian and English words, so that the forms of one word count as one where blocks are compared.
///
/// The longest of a list of endings goes that leaves three letters; a light form of what Snowball does. What is shown never
/// depends on it.
enum Stemmer {
    private static let endings: [[Unicode.Scalar]] = [
        "иями", "ями", "ами", "ией", "иях", "ого", "его", "ому", "ему", "ыми", "ими", "ется", "ются", "ится", "ятся",
        "аться", "иться", "яться", "ться", "ает", "яет", "ают", "яют", "ешь", "ение", "ения", "ению", "ением", "ений",
        "ание", "ания", "анию", "анием", "аний", "ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую",
        "юю", "ым", "им", "ом", "ем", "ов", "ев", "ей", "ам", "ям", "ах", "ях", "ия", "ию", "ью", "ет", "ют", "ит",
        "ят",
        "ть", "ти", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й", "ing", "ed", "es", "s",
    ].map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }

    /// - Parameter word: in lower case.
    static func stem(_ word: String) -> String {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count > 3, scalars.allSatisfy(\.isWord), !scalars.contains(where: { ("0"..."9").contains($0) })
        else { return word }
        for ending in endings where scalars.count - ending.count >= 3 && scalars.suffix(ending.count) == ending[...] {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars.dropLast(ending.count))
            return String(view)
        }
        return word
    }
}
