internal import Diagnostics
internal import Legal

/// `lettered-item-order`: items with letters that are not in the order of the alphabet.
enum LetteredItemOrder {
    static let rule = Rule(
        "lettered-item-order", .error, "items with letters are out of order",
        asks: """
            Items with letters follow the alphabet without a gap, each letter once. Russian lists leave out ё, й, ъ, ы and ь, \
            and may leave out з, о and ч.
            """,
        why: "An item is cited by its letter: \"подпункт «в» пункта 3.2\" must be one, and there.",
        example: Rule.Example(before: "а) имя;\nв) телефон.", after: "а) имя;\nб) телефон."),
        check: .edition(findings))

    private static let russian = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюя".unicodeScalars)
    private static let skippable = Set("ёйъыьзоч".unicodeScalars)
    private static let english = Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars)
    /// Latin letters that are typed where the Cyrillic one of the same look is meant.
    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "а", "c": "с", "e": "е", "p": "р", "x": "х",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let items = reviewed.passages.filter { $0.kind == .item && !$0.isQuoted }
        return Dictionary(grouping: items) { $0.item?.list }.values.flatMap { order(of: $0, reviewed) }
    }

    private struct Lettered {
        let passage: Passage
        let label: String
        var letter: Unicode.Scalar
    }

    private static func order(of items: [Passage], _ reviewed: ReviewedEdition) -> [Finding] {
        var lettered = items.compactMap { passage -> Lettered? in
            guard let clause = passage.clause.map({ reviewed.text.clauses[$0] }), clause.kind == .item else {
                return nil
            }
            let label = clause.label.drop { $0 == "(" }.prefix { $0 != ")" }.lowercased()
            guard label.unicodeScalars.count == 1, let letter = label.unicodeScalars.first else { return nil }
            return Lettered(passage: passage, label: label, letter: letter)
        }
        guard lettered.count == items.count, lettered.count > 1 else { return [] }
        let isRussian = lettered.contains { russian.contains($0.letter) }
        if isRussian {
            for index in lettered.indices {
                lettered[index].letter = lookalikes[lettered[index].letter] ?? lettered[index].letter
            }
        } else if lettered.dropFirst().contains(where: { "ivx".unicodeScalars.contains($0.letter) })
            && lettered[0].letter == "i"
        {
            return []
        }
        let alphabet = isRussian ? russian : english
        return zip(lettered, lettered.dropFirst()).compactMap { before, item in
            guard let last = alphabet.firstIndex(of: before.letter), let place = alphabet.firstIndex(of: item.letter)
            else {
                return nil
            }
            let message: String
            if place == last {
                message = "'\(item.label))' stands twice"
            } else if place < last {
                message = "'\(item.label))' stands behind '\(before.label))'"
            } else if let missing = alphabet[last + 1..<place].first(where: { !isRussian || !skippable.contains($0) }) {
                message = "'\(item.label))' follows '\(before.label))': '\(missing))' is missing"
            } else {
                return nil
            }
            return reviewed.finding(in: item.passage, 0..<max(1, item.passage.start - 1), message)
        }
    }
}
