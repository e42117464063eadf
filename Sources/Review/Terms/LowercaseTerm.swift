internal import Diagnostics
internal import Legal
internal import Templates

/// `lowercase-term`: a role that the text defines is written small where it is plainly meant.
enum LowercaseTerm {
    static let rule = Rule(
        "lowercase-term", .warning, "a defined role is written without its capital letter", languages: [.ru],
        asks: """
            A role that the text defines (Пользователь, Клиент, Оператор, Заказчик and their like) keeps its capital letter after \
            "его", "её", "их", "свой", "каждый", "данный", "настоящий": the defined one is meant. Headings, quotations and the \
            sentences of definitions are not looked at, nor are things: Сервис, Сайт, Услуга.
            """,
        why: "Small and capital letters side by side raise the question whether two different persons are meant.",
        example: Rule.Example(
            before: "11.2. Пользователь отвечает за работу со своими клиентами.",
            after: "11.2. Пользователь отвечает за работу со своими Клиентами."),
        check: .edition(findings))

    /// The stems of what texts call persons by their part.
    static let roles: Set<String> = Set(
        [
            "пользователь", "клиент", "оператор", "заказчик", "исполнитель", "посетитель", "покупатель", "продавец",
            "подписчик",
            "подрядчик", "абонент", "лицензиат", "лицензиар", "агент", "принципал", "обработчик",
            "рекламораспространитель",
        ].map(Stemmer.stem))

    private static let reflexives: Set<String> = [
        "свой", "своя", "своё", "свое", "свои", "своего", "своей", "своему", "своим", "своими", "своих", "своём",
        "своем",
        "свою",
    ]
    private static let possessives: Set<String> = ["его", "её", "ее", "их"]
    /// Not "данных" and its like, which mostly are the noun.
    private static let singular: Set<String> = [
        "данный", "данного", "данному", "данном", "настоящий", "настоящего", "настоящему", "настоящим", "настоящем",
        "каждый",
        "каждого", "каждому", "каждым", "каждом",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let defined = roles.filter(reviewed.defines)
        if defined.isEmpty { return [] }
        return reviewed.prose.indices.flatMap { position -> [Finding] in
            let prose = reviewed.prose[position]
            guard prose.holdsRunningText else { return [] }
            return prose.words.indices.compactMap { index in
                let word = prose.words[index]
                guard !word.isCapitalised, defined.contains(word.stem), isDetermined(index, in: prose),
                    !prose.isQuoted(word.range), !prose.passage.isLinked(word.range),
                    !reviewed.isDefining(word.stem, at: word.range, inPassage: position)
                else { return nil }
                let capitalised = word.lowered.prefix(1).uppercased() + word.lowered.dropFirst()
                return reviewed.finding(
                    in: prose.passage, word.range, "'\(word.lowered)' is a defined term without its capital letter",
                    hint: "write '\(capitalised)'")
            }
        }
    }

    private static func isDetermined(_ index: Int, in prose: Prose) -> Bool {
        guard let determiner = prose.word(before: index) else { return false }
        if reflexives.contains(determiner.lowered) { return true }
        if singular.contains(determiner.lowered) { return true }
        guard possessives.contains(determiner.lowered) else { return false }
        // "передаёт их оператору": here the word is no possessive.
        let word = prose.words[index].lowered
        if ["у", "ю", "ам", "ям"].contains(where: word.hasSuffix) { return false }
        guard let before = prose.word(before: index - 1)?.lowered else { return true }
        return !verbEndings.contains(where: before.hasSuffix)
    }

    private static let verbEndings = [
        "ет", "ёт", "ит", "ют", "ут", "ят", "ат", "ть", "ться", "ется", "ится", "вший", "вшего", "вшему", "вшим",
        "ющий", "ющего",
        "ющему", "ющим", "ив", "ав", "яя", "ая",
    ]
}
