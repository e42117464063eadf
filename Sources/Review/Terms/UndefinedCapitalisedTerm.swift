internal import Diagnostics
internal import Legal
internal import Templates

/// `undefined-capitalised-term`: a word with the capital letter of a term that the text defines nowhere.
enum UndefinedCapitalisedTerm {
    static let rule = Rule(
        "undefined-capitalised-term", .warning, "a capitalised word is defined nowhere", languages: [.ru],
        asks: """
            A word that is written with a capital letter in mid-sentence as terms are ("Журнал", "Договор", "Исполнитель", "Тариф" \
            and their like) is defined in the text. Not in quotation marks, links or headings, nor as the first word of a sentence, \
            an item or a cell; the titles of documents are looked at by `document-without-address`.
            """,
        why: "The capital letter promises a meaning that the text then does not give.",
        example: Rule.Example(
            before: "6.3. Оператор ведёт Журнал обработки ПДн.", after: "6.3. Оператор ведёт журнал обработки ПДн."),
        check: .edition(findings))

    /// Words that nobody writes with a capital letter but as terms, in lower case. Snowball takes "журнал" for a verb: it has two stems.
    private static let heads: Set<String> = Set(
        [
            "журнал", "договор", "услуга", "тариф", "подписка", "бот", "заказчик", "исполнитель", "реестр", "правила",
            "приложение", "кабинет", "аккаунт", "заказ", "заявка", "товар", "контент", "покупатель", "продавец",
            "подрядчик",
            "лицензиат", "лицензиар", "абонент", "агент", "принципал", "посетитель", "сервис", "сайт", "платформа",
            "оператор",
            "пользователь", "клиент", "специалист", "администратор", "рассылка", "сообщение", "учётная",
            "соискатель", "модератор", "партнёр", "перевозчик", "арендатор", "арендодатель", "слушатель", "журнале",
        ].map(Stemmer.stem))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        var known = Set(reviewed.definitions.flatMap(\.stems))
        known.formUnion(reviewed.prose.flatMap(explained))
        known.formUnion(reviewed.context.documents.flatMap { Prose.stems(of: $0.title) })
        return reviewed.prose.filter(\.holdsRunningText).flatMap { prose in
            prose.words.indices.compactMap { index -> Finding? in
                let word = prose.words[index]
                guard word.isCapitalised, !word.isAllCapitals, heads.contains(word.stem), !known.contains(word.stem),
                    isTerm(index, in: prose)
                else { return nil }
                known.insert(word.stem)
                let written = prose.text.string(word.range)
                return reviewed.finding(
                    in: prose.passage, word.range, "'\(written)' has a capital letter and no definition",
                    hint: "write '\(written.lowercased())', or define it where it first stands: (далее — «…»)")
            }
        }
    }

    private static func isTerm(_ index: Int, in prose: Prose) -> Bool {
        let word = prose.words[index]
        guard !prose.isFirstInSentence(word), !prose.isQuoted(word.range), !prose.passage.isLinked(word.range) else {
            return false
        }
        // A part of a name: "Реестр операторов" of the regulator, "Кабинет Министров", "Тариф «Старт»", "Приложение № 1",
        // "Правила, утверждённые …".
        if prose.word(after: index)?.lowered == "операторов" { return false }
        if prose.word(before: index)?.isCapitalised ?? false { return false }
        if prose.word(after: index)?.isCapitalised ?? false { return false }
        let next = prose.text.skippingSpace(word.range.upperBound)
        if let sign = prose.text[next], "«\"“№".unicodeScalars.contains(sign) || prose.text.isDigit(next) {
            return false
        }
        let sentence = prose.sentence(at: word.range.lowerBound) ?? word.range
        return !prose.words(in: word.range.upperBound..<sentence.upperBound).contains { $0.stem.hasPrefix("утвержд") }
    }

    /// The stems of what a passage explains in any way: what stands before the first dash or colon of a sentence, in its quotation marks, in
    /// the first column of a table, or behind "далее" or "именуемый".
    private static func explained(_ prose: Prose) -> [String] {
        switch prose.passage.kind {
        case .title, .heading, .field: return []
        case .cell where prose.passage.cell?.column == 0: return prose.words.map(\.stem)
        case .paragraph, .item, .cell: break
        }
        var stems = prose.quotations.flatMap { prose.words(in: $0).map(\.stem) }
        for sentence in prose.sentences { stems += explained(at: prose.words(in: sentence).prefix(8), prose) }
        for (index, word) in prose.words.enumerated() where word.lowered == "далее" || word.stem == "именуем" {
            stems += prose.words.dropFirst(index + 1).prefix(5).map(\.stem)
        }
        return stems
    }

    /// The stems of the words of a sentence before its first dash or colon, or before "означает".
    private static func explained(at head: ArraySlice<Word>, _ prose: Prose) -> [String] {
        let separator = head.indices.first { index in
            guard let next = prose.words.dropFirst(index + 1).first else { return false }
            let gap = prose.words[index].range.upperBound..<next.range.lowerBound
            return prose.text.scalars[gap].contains { "—–:".unicodeScalars.contains($0) }
                || ["означает", "понимается", "это"].contains(next.lowered)
        }
        return separator.map { head[...$0].map(\.stem) } ?? []
    }
}
