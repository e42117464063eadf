internal import Diagnostics
internal import Legal
internal import Templates

/// `policy-purpose-map`: the purposes are listed, and what belongs to each of them is not told.
enum PolicyPurposeMap {
    static let rule = Rule(
        "policy-purpose-map", .warning, "what is processed for each purpose is not told", kinds: [.policy],
        languages: [.ru],
        asks: """
            For each purpose a policy tells the categories and the list of data, whose they are, in which ways and how long they are \
            processed and stored, and how they are destroyed: a table with a row for each purpose, or a part of the text for each. \
            A list of purposes by itself does not tell it. Persons, ways, terms and destruction may be told \
            apart from it.
            """,
        why: """
            Since 1 September 2022 the regulator checks a policy against this list; a reader can't see from separate lists which of \
            the data go where.
            """,
        law: "152-ФЗ, ст. 18.1 ч. 1 п. 2, ч. 2",
        example: Rule.Example(
            before: "4.1. Персональные данные обрабатываются для:\n- регистрации;\n- рассылки.",
            after:
                "| Цель | Данные | Чьи | Способ | Срок | Уничтожение |\n|---|---|---|---|---|---|\n| регистрация | имя, адрес | пользователи | … | … | … |"
        ),
        check: .edition(findings))

    private static let data = Element("the data", "данн*", "сведени*", "перечень")
    private static let whose = Element("whose they are", "субъект*", "чьи", "лиц*")
    private static let onceForAll = [
        Element("whose they are", "категори* ~ субъект*"),
        Element("the ways of processing", "способ*", "автоматиз*", "неавтоматиз*", "смешанн*"),
        Element("how long", "срок*", "хран*"),
        Element("how they are destroyed", "уничтож*", "удал*"),
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        if let head = head(reviewed) {
            let columns = head.flatMap(\.words)[...]
            func isThere(_ element: Element) -> Bool { element.wordings.contains { $0.first(in: columns) != nil } }
            let missing =
                (isThere(data) ? [] : [data.name])
                + reviewed.missing(onceForAll.filter { !isThere($0) && !($0.name == whose.name && isThere(whose)) })
            guard !missing.isEmpty, let first = head.first else { return [] }
            return [
                reviewed.finding(
                    in: first.passage, first.passage.words,
                    "the table of purposes does not tell \(missing.joined(separator: ", "))",
                    hint: "give it a column for each (152-ФЗ, ст. 18.1 ч. 1 п. 2)")
            ]
        }
        guard !hasPartForEach(reviewed), let list = listOfPurposes(reviewed) else { return [] }
        return [
            reviewed.finding(
                in: list.passage, list.passage.words,
                "the purposes stand in a list, and nothing tells which data, whose, how and how long for each",
                hint: "make it a table with a row for each purpose (152-ФЗ, ст. 18.1 ч. 1 п. 2)")
        ]
    }

    /// The head of the table whose columns speak of purposes.
    private static func head(_ reviewed: ReviewedEdition) -> [Prose]? {
        let purpose = reviewed.prose.first { prose in
            prose.passage.cell?.row == 0 && Wording("цел*").first(in: prose.words[...]) != nil
        }
        guard let table = purpose?.passage.cell?.table else { return nil }
        let cells = reviewed.prose.filter { $0.passage.cell?.table == table }
        // A table of two columns for each purpose has its heads in the first one.
        let isUpright = cells.allSatisfy { ($0.passage.cell?.column ?? 0) < 2 }
        return cells.filter { $0.passage.cell?.row == 0 || isUpright && $0.passage.cell?.column == 0 }
    }

    /// Whether two parts at least each begin by naming a purpose: "Цель: …", a heading "Цель 1".
    private static func hasPartForEach(_ reviewed: ReviewedEdition) -> Bool {
        reviewed.prose.count { prose in
            guard let first = prose.words.first, first.lowered == "цель" else { return false }
            return prose.passage.kind == .heading || prose.text.scalars.prefix(80).contains(":")
                || prose.text.scalars.prefix(80).contains("—")
        } >= 2
    }

    private static let announcing: [Wording] = [
        "обрабатыва* ~ для", "обрабатыва* ~ цел*", "цел* ~ обработк*", "использу* ~ для", "использу* ~ цел*",
        "обработк* ~ осуществля* ~ цел*", "обработк* ~ для",
        "обрабатыва* ~ чтобы", "данн* ~ нужн* ~ чтобы|для", "данн* ~ собира* ~ чтобы|для|цел*",
    ]

    /// What announces a list of purposes: it ends with a colon and two items follow.
    private static func listOfPurposes(_ reviewed: ReviewedEdition) -> Prose? {
        zip(reviewed.prose, reviewed.prose.dropFirst()).first { prose, next in
            guard prose.passage.item == nil, prose.passage.cell == nil, next.passage.kind == .item,
                prose.text.scalars.last == ":"
            else { return false }
            let items = reviewed.prose.filter {
                $0.passage.kind == .item && $0.passage.item?.list == next.passage.item?.list
            }
            return items.count >= 2 && announcing.contains { $0.first(in: prose.words[...]) != nil }
                && !items.allSatisfy(tellsAll)
        }?.0
    }

    /// Whether an item tells the data and the term of its purpose itself.
    private static func tellsAll(_ item: Prose) -> Bool {
        let words = item.words[...]
        return [Wording("данн*|сведени*|имя|телефон*"), "срок*|хран*"].allSatisfy { $0.first(in: words) != nil }
    }
}
