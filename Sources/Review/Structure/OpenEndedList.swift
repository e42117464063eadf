internal import Diagnostics
internal import Legal

/// `open-ended-list`: a list of data or of purposes that has no end.
enum OpenEndedList {
    static let rule = Rule(
        "open-ended-list", .warning, "a list of data or purposes that says neither which nor how many",
        asks: """
            In a section on data or purposes nothing is left open: no "и др.", "и т. д.", "не ограничиваясь", "иные данные", \
            "сведения, предоставленные…" where the list itself should say which, no "etc." or "including but not limited \
            to". A sentence that says what is not collected may leave its examples open.
            """,
        why: """
            Data may be processed only for purposes that are named and in the amount they need. A list that ends with "and \
            others" permits nothing that it does not name, and shows a regulator that nobody knows what is collected.
            """,
        law: "152-ФЗ, ст. 5 ч. 2, 4 и 5; ст. 18.1 ч. 1 п. 2",
        example: Rule.Example(
            before: "- имя, телефон и др.;\n- сведения, предоставленные при записи на приём;",
            after: "- имя, телефон;\n- дата, время и вид консультации;"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        var sections: [Int: Bool] = [:]
        return reviewed.passages.flatMap { passage -> [Finding] in
            guard let heading = passage.heading, !passage.isQuoted, passage.kind != .heading else { return [] }
            let isListing = sections[heading] ?? isOfDataOrPurposes(reviewed.passages[heading])
            sections[heading] = isListing
            guard isListing else { return [] }
            return openEnds(in: passage).map { range in
                reviewed.finding(
                    in: passage, range, message(passage.text.string(range)),
                    hint: "name every kind of data or every purpose, or take these words out")
            }
        }
    }

    private static func message(_ words: String) -> String {
        "'\(words.split { $0 == "\n" }.joined(separator: " "))' leaves the list open: purposes and data are to be named"
            + " (152-ФЗ ст. 5 ч. 2, 5)"
    }

    // MARK: Sections

    private static let data = ["данн", "сведен", "информац", "data", "information"]
    private static let purposes = ["цел", "purpose"]
    /// What a section is about that names data or purposes and lists neither.
    private static let others = [
        "прав", "переда", "хран", "уничтож", "защит", "безопас", "основан", "порядок", "порядк", "услов",
        "ответствен", "трансгранич", "доступ", "раскр", "удал", "субъект", "срок", "меры", "отзыв", "обновлен",
        "измен", "контакт", "термин", "определен", "понят", "right", "shar", "disclos", "transfer", "retention",
        "retain",
        "secur", "protect", "delet", "access", "contact", "change", "stor", "third", "children", "basis", "bases",
        "definition", "more", "further", "additional", "choice",
    ]

    private static func isOfDataOrPurposes(_ heading: Passage) -> Bool {
        let words = heading.text.words(in: heading.words).map(\.lowered)
        func has(_ stems: [String]) -> Bool { words.contains { word in stems.contains { word.hasPrefix($0) } } }
        return has(purposes) && !has(["соответств"]) || has(data) && !has(others)
    }

    // MARK: Words

    private static func openEnds(in passage: Passage) -> [Range<Int>] {
        passage.text.sentences(in: passage.words).flatMap { sentence -> [Range<Int>] in
            let words = passage.text.words(in: sentence)
            let negation = words.firstIndex {
                $0.lowered == "не" || $0.lowered == "not" && !isLimited(after: $0, words)
            }
            return words.indices.compactMap { index -> Range<Int>? in
                guard let match = Pattern.match(at: index, words, passage) else { return nil }
                if let negation, match.isStillOpen == false, match.isSilencedAnywhere || negation < index { return nil }
                if !match.isStillOpen, isDenied(words[index...]) { return nil }
                return match.range
            }
        }
    }

    /// What is done with data and, denied, leaves examples open: "политических взглядов и т. д. Оператором не обрабатываются".
    private static let processing = [
        "обрабатыв", "собира", "храни", "храня", "запрашива", "использ", "получа", "переда", "требу", "относ",
        "collect",
        "process", "store", "request",
    ]

    /// Whether the words behind an open end deny what they are said of.
    private static func isDenied(_ words: ArraySlice<Word>) -> Bool {
        zip(words, words.dropFirst()).contains { negation, verb in
            ["не", "not", "never"].contains(negation.lowered)
                && processing.contains { verb.lowered.hasPrefix($0) }
        }
    }

    private static func isLimited(after word: Word, _ words: [Word]) -> Bool {
        guard let index = words.firstIndex(of: word), index + 1 < words.count else { return false }
        return words[index + 1].lowered == "limited"
    }

    /// Words that leave a list open.
    private struct Pattern {
        let range: Range<Int>
        /// Whether a negation behind them makes them harmless too: "иные данные не собираются".
        var isSilencedAnywhere = false
        /// Whether they are open whatever is negated around them: "включая, но не ограничиваясь".
        var isStillOpen = false

        private static let fixed: [[String]] = [
            ["и", "др"], ["и", "т", "д"], ["и", "т", "п"], ["и", "так", "далее"], ["и", "тому", "подобное"],
            ["и", "прочее"], ["и", "пр"], ["среди", "прочего"], ["etc"], ["and", "so", "on"], ["and", "so", "forth"],
        ]
        private static let unlimited: [[String]] = [
            ["не", "ограничиваясь"], ["но", "не", "исключительно"], ["но", "не", "только"],
            ["не", "является", "исчерпывающим"], ["не", "является", "закрытым"], ["not", "limited", "to"],
            ["without", "limitation"],
        ]
        private static let other = ["ины", "ино", "ину", "иная", "друг", "проч"]
        private static let kinds = ["данны", "данных", "сведен", "цел", "информац"]
        private static let givers = ["предоставл", "указ", "сообщ", "введ", "введён", "передан", "оставл"]
        private static let places = [
            "пункт", "п", "пп", "раздел", "стать", "ст", "част", "ч", "таблиц", "приложен", "настоящ", "абзац",
        ]

        static func match(at index: Int, _ words: [Word], _ passage: Passage) -> Pattern? {
            if let range = phrase(fixed, at: index, words) {
                return Pattern(range: range.lowerBound..<end(range.upperBound, passage.text))
            }
            if let range = phrase(unlimited, at: index, words) { return Pattern(range: range, isStillOpen: true) }
            return otherData(at: index, words) ?? givenData(at: index, words, passage)
                ?? others(at: index, words, passage)
        }

        /// "прочее", "а также другие" as an item of its own.
        private static func others(at index: Int, _ words: [Word], _ passage: Passage) -> Pattern? {
            guard passage.kind == .item || passage.kind == .cell, index == words.count - 1,
                words.dropLast().allSatisfy({ ["а", "и", "также", "всё", "все"].contains($0.lowered) }),
                ["прочее", "прочие", "другое", "другие", "иное", "иные"].contains(words[index].lowered),
                passage.text.words(in: passage.words).count == words.count
            else { return nil }
            return Pattern(range: words[0].range.lowerBound..<words[index].range.upperBound)
        }

        private static func phrase(_ phrases: [[String]], at index: Int, _ words: [Word]) -> Range<Int>? {
            let phrase = phrases.first { phrase in
                words.count >= index + phrase.count
                    && zip(phrase, words[index...]).allSatisfy { $0 == $1.lowered }
            }
            return phrase.map { words[index].range.lowerBound..<words[index + $0.count - 1].range.upperBound }
        }

        /// With the full stop of the abbreviation.
        private static func end(_ end: Int, _ text: ScalarText) -> Int { text[end] == "." ? end + 1 : end }

        /// "иные данные", "другие персональные данные", "иных целей"; never "иных нормативных актов".
        private static func otherData(at index: Int, _ words: [Word]) -> Pattern? {
            guard other.contains(where: { words[index].lowered.hasPrefix($0) }), index + 1 < words.count else {
                return nil
            }
            var next = index + 1
            while next < min(words.count - 1, index + 3),
                words[next].lowered.hasSuffix("ые") || words[next].lowered.hasSuffix("ых")
            {
                if kinds.contains(where: { words[next].lowered.hasPrefix($0) }) { break }
                next += 1
            }
            guard kinds.contains(where: { words[next].lowered.hasPrefix($0) }), !words[next].lowered.hasPrefix("целос")
            else {
                return nil
            }
            return Pattern(
                range: words[index].range.lowerBound..<words[next].range.upperBound, isSilencedAnywhere: true)
        }

        /// "сведения, предоставленные при записи", "данные, которые Пользователь сообщает" at the beginning of an item or a cell; not "данные, указанные в п. 3.1", nor
        /// what names them behind a colon or in brackets.
        private static func givenData(at index: Int, _ words: [Word], _ passage: Passage) -> Pattern? {
            guard passage.kind == .item || passage.kind == .cell, index == 0, words.count > 1,
                words[0].range.lowerBound == passage.start
            else { return nil }
            let noun = words[0].lowered
            guard ["сведен", "данны", "информац"].contains(where: { noun.hasPrefix($0) }),
                let giver = giver(in: words)
            else { return nil }
            let rest = passage.text.scalars[words[giver].range.upperBound..<passage.words.upperBound]
            guard !rest.contains("("), !rest.dropLast().contains(":"),
                !words[(giver + 1)...].prefix(4).contains(where: { word in
                    places.contains { word.lowered.hasPrefix($0) && (word.lowered == $0 || $0.count > 3) }
                })
            else { return nil }
            return Pattern(range: words[0].range.lowerBound..<words[giver].range.upperBound, isSilencedAnywhere: true)
        }

        /// The word that says who gives the data: "предоставленные", or "сообщает" of "которые Пользователь сообщает".
        private static func giver(in words: [Word]) -> Int? {
            if ["которые", "которую"].contains(words[1].lowered) {
                return words.indices.dropFirst(2).prefix(3).first { index in
                    givers.contains { words[index].lowered.hasPrefix($0) }
                }
            }
            return givers.contains { words[1].lowered.hasPrefix($0) } && isParticiple(words[1].lowered) ? 1 : nil
        }

        private static func isParticiple(_ word: String) -> Bool {
            ["нные", "нных", "ные", "ная", "мые", "мых"].contains { word.hasSuffix($0) }
        }
    }
}
