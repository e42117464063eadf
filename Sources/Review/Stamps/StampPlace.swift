internal import Diagnostics
internal import Legal
internal import Source

/// `stamp-place`: the text says where its version and dates stand, and one of them is not there.
enum StampPlace {
    static let rule = Rule(
        "stamp-place", .warning, "the text says where date and version stand, and one is not there",
        asks: """
            A clause such as "Дата последнего обновления и номер версии указываются в конце документа" is kept: what it \
            names stands there, at the head (before the first section) or at the end (in or behind the last one).
            """,
        why: "The text breaks its own promise where anybody can see it.",
        example: Rule.Example(
            before: "Дата обновления указывается в конце документа.    (and stands at the head)",
            after: "…\n\nДата редакции: {{DATE}}    (at the end)"),
        check: .edition(findings))

    private enum Place {
        case head, end

        var words: String { self == .head ? "at the head" : "at the end" }
    }

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard let sections = bounds(of: reviewed) else { return [] }
        let stamps = Stamp.all(in: reviewed.edition)
        return zip(reviewed.passages, reviewed.prose).flatMap { passage, prose -> [Finding] in
            prose.sentences.flatMap { sentence -> [Finding] in
                let words = Array(prose.words(in: sentence))
                let fields = fields(in: words)
                guard !fields.isEmpty, words.contains(where: isStatement) else { return [] }
                return places(in: words, passage.text).flatMap { place, range in
                    fields.compactMap { field -> Finding? in
                        let lines = stamps.filter { $0.field == field }
                        guard !lines.contains(where: { holds(place, $0, sections) }) else { return nil }
                        return reviewed.finding(
                            in: passage, range, message(field, place, lines, reviewed),
                            hint: "give it there with {{\(field.placeholder)}}")
                    }
                }
            }
        }
    }

    private static func message(
        _ field: Stamp.Field, _ place: Place, _ stamps: [Stamp], _ reviewed: ReviewedEdition
    ) -> String {
        let missing = "\(field.words) is said to stand \(place.words)"
        guard let first = stamps.first else { return "\(missing), and stands nowhere" }
        return "\(missing), and stands in line \(reviewed.edition.file.line(at: first.range.lowerBound)) only"
    }

    /// Where the first section begins, and the last.
    private static func bounds(of reviewed: ReviewedEdition) -> (first: Int, last: Int)? {
        let sections = reviewed.text.clauses.filter { $0.kind == .section || $0.kind == .annex }.map(\.offset)
        guard let first = sections.first, let last = sections.last, first < last else { return nil }
        return (first, last)
    }

    private static func holds(_ place: Place, _ stamp: Stamp, _ sections: (first: Int, last: Int)) -> Bool {
        place == .head ? stamp.range.lowerBound < sections.first : stamp.range.lowerBound > sections.last
    }

    // MARK: Words

    private static func isStatement(_ word: Word) -> Bool {
        [
            "указ", "привед", "привод", "размещ", "содерж", "проставл", "стоит", "стоят", "stated", "shown",
            "indicated", "given", "displayed",
        ].contains {
            word.lowered.hasPrefix($0)
        }
    }

    /// What the sentence says a place of.
    private static func fields(in words: [Word]) -> [Stamp.Field] {
        var fields: [Stamp.Field] = []
        for (index, word) in words.enumerated() {
            let next = words.dropFirst(index + 1).prefix(3).map(\.lowered)
            if word.lowered.hasPrefix("верси") || word.lowered == "version" { fields.append(.version) }
            if word.lowered == "дата" || word.lowered == "даты" || word.lowered == "date" || word.lowered == "dates" {
                if next.contains(where: { $0.hasPrefix("вступлен") })
                    || index > 0 && words[index - 1].lowered == "effective"
                {
                    fields.append(.effective)
                } else if next.contains(where: { word in
                    ["обновлен", "редакц", "изменен", "update", "edition", "revision"].contains { word.hasPrefix($0) }
                }) {
                    fields.append(.date)
                }
            }
        }
        return fields
    }

    private static let ends: Set = ["конце", "низу", "внизу", "нижней", "end", "bottom", "foot"]
    private static let heads: Set = ["начале", "шапке", "вверху", "верхней", "заголовке", "beginning", "top", "head"]
    private static let texts = [
        "документ", "текст", "политик", "соглашен", "согласи", "настоящ", "document", "policy", "this", "page",
    ]

    /// The places the sentence names: "в начале и в конце документа".
    private static func places(in words: [Word], _ text: ScalarText) -> [(Place, Range<Int>)] {
        guard words.contains(where: { word in texts.contains { word.lowered.hasPrefix($0) } }) else { return [] }
        return words.indices.compactMap { index in
            let word = words[index].lowered
            guard ends.contains(word) || heads.contains(word) else { return nil }
            let hasPreposition = index > 0 && ["в", "at", "the"].contains(words[index - 1].lowered)
            guard hasPreposition || ["внизу", "вверху"].contains(word) else { return nil }
            let isNamed = index + 1 < words.count && texts.contains { words[index + 1].lowered.hasPrefix($0) }
            let first = hasPreposition ? index - 1 : index
            let range = words[first].range.lowerBound..<words[isNamed ? index + 1 : index].range.upperBound
            return (ends.contains(word) ? .end : .head, range)
        }
    }
}
