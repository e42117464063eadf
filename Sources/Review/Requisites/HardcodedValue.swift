internal import Diagnostics
internal import Legal
internal import Source

/// `hardcoded-value`: the text spells out what a value holds.
enum HardcodedValue {
    static let rule = Rule(
        "hardcoded-value", .warning, "the text spells out what a value holds",
        asks: """
            What `content/values.yml` holds is written as a placeholder. Where the text has the placeholder too, every place is told; \
            where it has not, the first one. A part of a longer word or address is not meant.
            """,
        why: "When the value changes, the place that spells it out keeps the old one.",
        example: Rule.Example(
            before: "Запрос направляется на адрес consent@cmpas.ru.", after: "Запрос направляется на адрес {{EMAIL}}."),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let used = Set(reviewed.passages.flatMap { PlaceholderName.all(in: $0.text) })
        let spelled = SpelledValue.all(reviewed)
        return spelled.map { name, places in
            // Where two values are the same, only the author knows which is meant.
            let isOnly = spelled.count { reviewed.values[$0.name] == reviewed.values[name] } == 1
            let told = used.contains(name) ? places : Array(places.prefix(1))
            return told.map { place in
                let passage = reviewed.passages[place.passage]
                let more = Finding.others(places.count - told.count)
                return reviewed.finding(
                    in: passage, place.range, "'\(passage.text.string(place.range))' is the value of \(name)\(more)",
                    hint: "write {{\(name)}}",
                    mends: isOnly
                        ? [reviewed.mend(in: passage, place.range, with: "{{\(name)}}")].compactMap(\.self) : [])
            }
        }.flatMap(\.self)
    }
}

/// A place of a text where a value is spelled out.
struct SpelledValue {
    /// An index into the text's passages.
    let passage: Int
    let range: Range<Int>

    /// The values that are long enough not to stand somewhere by chance, by name, each with its places.
    static func all(_ reviewed: ReviewedEdition) -> [(name: String, places: [SpelledValue])] {
        reviewed.values.filter { $0.value.unicodeScalars.count >= 4 && !PlaceholderName.builtIn.contains($0.key) }
            .sorted { $0.key.precedes($1.key) }
            .map { name, value in
                let scalars = Array(value.unicodeScalars)
                let places = reviewed.passages.indices.flatMap { index in
                    reviewed.passages[index].text.occurrences(of: scalars).map {
                        SpelledValue(passage: index, range: $0)
                    }
                }
                return (name, places)
            }
            .filter { !$0.places.isEmpty }
    }
}

extension ScalarText {
    /// Where some scalars stand by themselves, not as a part of a longer word, number or address.
    fileprivate func occurrences(of wanted: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index + wanted.count <= scalars.count {
            let end = index + wanted.count
            if scalars[index] == wanted[0], scalars[index..<end].elementsEqual(wanted), standsAlone(index..<end) {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    private func standsAlone(_ range: Range<Int>) -> Bool {
        let (before, after) = (range.lowerBound - 1, range.upperBound)
        if isLetter(before) || isDigit(before) || isLetter(after) || isDigit(after) { return false }
        if let scalar = self[before], "@/._-:+".unicodeScalars.contains(scalar),
            scalar != ":" || self[before - 1] == "/"
        {
            return false
        }
        guard let scalar = self[after] else { return true }
        if "@/_".unicodeScalars.contains(scalar) { return false }
        return !".-:".unicodeScalars.contains(scalar) || !(isLetter(after + 1) || isDigit(after + 1))
    }
}
