internal import Diagnostics
internal import Legal

/// `list-punctuation`: the items of one list end differently.
enum ListPunctuation {
    static let rule = Rule(
        "list-punctuation", .warning, "the items of one list end differently",
        asks: """
            Where one item of a list ends with a semicolon, all do but the last, which ends with a full stop; likewise with \
            commas. Items that are sentences all end with full stops, items without a sign all have none. "и", "или" behind \
            the sign changes nothing.
            """,
        why: "A list that ends with a semicolon looks cut off, and a full stop in the middle looks like its end.",
        example: Rule.Example(
            before: "- имя;\n- телефон\n- адрес;", after: "- имя;\n- телефон;\n- адрес."),
        check: .edition(findings))

    /// How an item ends.
    private enum End: Hashable {
        case semicolon, comma, stop, none
        /// It announces a list of its own, or ends as nothing can be said of.
        case open

        var words: String {
            switch self {
            case .semicolon: "a semicolon"
            case .comma: "a comma"
            case .stop: "a full stop"
            case .none, .open: "no sign"
            }
        }

        var sign: String {
            switch self {
            case .semicolon: ";"
            case .comma: ","
            case .stop: "."
            case .none, .open: ""
            }
        }
    }

    private struct Entry {
        let passage: Passage
        let end: End
        /// The scalar it ends with.
        let place: Int
        /// Its place among the passages of the text.
        let index: Int
    }

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        var lists: [Int: [Int: Entry]] = [:]
        for (index, passage) in reviewed.passages.enumerated() where !passage.isQuoted {
            guard let item = passage.item, !passage.words.isEmpty else { continue }
            let (end, place) = end(of: passage)
            lists[item.list, default: [:]][item.index] = Entry(passage: passage, end: end, place: place, index: index)
        }
        return lists.values.compactMap { entries in
            finding(entries.sorted { $0.key < $1.key }.map(\.value), reviewed)
        }
    }

    private static func finding(_ entries: [Entry], _ reviewed: ReviewedEdition) -> Finding? {
        guard let last = entries.last else { return nil }
        let inner = entries.dropLast().filter { $0.end != .open }
        let counts = Dictionary(grouping: inner, by: \.end)
        // Of equally many the sign goes before none.
        let order: [End] = [.semicolon, .comma, .stop, .none]
        guard
            let usual = order.max(by: {
                (counts[$0]?.count ?? 0, order.firstIndex(of: $1) ?? 0) < (
                    counts[$1]?.count ?? 0, order.firstIndex(of: $0) ?? 0
                )
            }),
            let most = counts[usual]?.count
        else { return nil }
        let odd = inner.filter { $0.end != usual }
        if let first = odd.first {
            // Where neither is the rule, the list is no list of one kind. The last item speaks where it should have ended it.
            let (voices, all) = last.end == usual ? (most + 1, inner.count + 1) : (most, inner.count)
            guard voices * 2 > all else { return nil }
            return reviewed.finding(
                in: first.passage, first.place..<first.place + 1,
                "this item ends with \(first.end.words), \(odd.count > 1 ? "most" : "the others") of its list with \(usual.words)",
                hint: hint(for: usual), mends: odd.flatMap { mends(of: $0, to: usual, reviewed) })
        }
        guard inner.count > 0, last.end != .open, !isContinued(after: last, reviewed), !isInner(last, reviewed) else {
            return nil
        }
        switch usual {
        case .semicolon, .comma:
            if last.end == .stop { return nil }
            return reviewed.finding(
                in: last.passage, last.place..<last.place + 1,
                "the last item of the list ends with \(last.end.words)", hint: hint(for: .stop),
                mends: mends(of: last, to: .stop, reviewed))
        case .stop:
            guard inner.count > 1, last.end != .stop else { return nil }
            return reviewed.finding(
                in: last.passage, last.place..<last.place + 1,
                "the last item ends with \(last.end.words), the others of its list with a full stop",
                hint: hint(for: .stop), mends: mends(of: last, to: .stop, reviewed))
        case .none, .open: return nil
        }
    }

    private static func hint(for end: End) -> String? {
        end.sign.isEmpty ? nil : "end it with '\(end.sign)'"
    }

    /// Puts the right sign where an item ends. An item of several sentences, or with an "и" behind its sign, is left to its author.
    private static func mends(of entry: Entry, to end: End, _ reviewed: ReviewedEdition) -> [Mend] {
        let (text, place) = (entry.passage.text, entry.place)
        let isOneSentence = !(entry.passage.start..<place).contains {
            ".!?".unicodeScalars.contains(text.scalars[$0]) && text.isSpace($0 + 1)
        }
        guard isOneSentence, text.words(in: place + 1..<max(place + 1, entry.passage.words.upperBound)).isEmpty else {
            return []
        }
        if entry.end != .none {
            guard ".;,".unicodeScalars.contains(text.scalars[place]) else { return [] }
            return [reviewed.mend(in: entry.passage, place..<place + 1, with: end.sign)].compactMap(\.self)
        }
        var last = text.scalars.count - 1
        while last > place, text.isSpace(last) { last -= 1 }
        let sign = text.string(last..<last + 1) + end.sign
        return [reviewed.mend(in: entry.passage, last..<last + 1, with: sign)].compactMap(\.self)
    }

    /// Whether the sentence goes on behind the list: in small letters.
    private static func isContinued(after last: Entry, _ reviewed: ReviewedEdition) -> Bool {
        guard last.index + 1 < reviewed.passages.count else { return false }
        let next = reviewed.passages[last.index + 1]
        guard next.kind == .paragraph, next.start == 0, let first = next.text.words(in: next.words).first else {
            return false
        }
        return !first.isCapitalised
    }

    /// Whether the list stands in another that goes on behind it: its last item then ends as one of that.
    private static func isInner(_ last: Entry, _ reviewed: ReviewedEdition) -> Bool {
        guard let item = last.passage.item, last.index + 1 < reviewed.passages.count,
            let next = reviewed.passages[last.index + 1].item
        else { return false }
        return next.list != item.list && next.depth < item.depth
    }

    private static let conjunctions: Set = ["и", "или", "либо", "and", "or"]

    private static func end(of passage: Passage) -> (End, place: Int) {
        let text = passage.text
        var stop = passage.words.upperBound
        skipBack(&stop, text, over: "»”\")]’_*")
        // An item of marks and spaces alone has no end.
        guard stop > passage.start else { return (.open, passage.start) }
        if let word = text.words(in: max(passage.start, stop - 8)..<stop).last, word.range.upperBound == stop,
            conjunctions.contains(word.lowered), word.range.lowerBound > passage.start
        {
            let before = word.range.lowerBound
            var sign = before
            skipBack(&sign, text, over: "")
            if let scalar = text[sign - 1], ";,".unicodeScalars.contains(scalar) { stop = sign }
        }
        guard stop > passage.start, let sign = text[stop - 1] else { return (.open, passage.start) }
        switch sign {
        case ";": return (.semicolon, stop - 1)
        case ",": return (.comma, stop - 1)
        case ".", "!", "?", "…": return (isAbbreviation(endingAt: stop - 1, text) ? .open : .stop, stop - 1)
        case ":", "\u{FFFC}", "}": return (.open, stop - 1)
        default: return (.none, stop - 1)
        }
    }

    /// "и т. д." ends with a full stop whatever the list does.
    private static func isAbbreviation(endingAt stop: Int, _ text: ScalarText) -> Bool {
        let word = text.words(in: max(0, stop - 6)..<stop).last?.lowered ?? ""
        return ["д", "п", "др", "пр", "г", "гг", "руб", "etc", "inc", "ltd"].contains(word)
    }

    private static func skipBack(_ stop: inout Int, _ text: ScalarText, over signs: String) {
        while let scalar = text[stop - 1], scalar.isSpace || signs.unicodeScalars.contains(scalar) {
            stop -= 1
        }
    }
}
