internal import Diagnostics
internal import Legal
internal import Templates

/// `dpa-elements`: what an agreement by which one person processes data for another must hold.
enum DPAElements {
    static let rule = Rule(
        "dpa-elements", .error, "an order to process data does not hold all that it must", kinds: [.agreement],
        languages: [.ru],
        asks: """
            An agreement by which an operator orders another person to process personal data (its title or first section speaks of \
            it) holds the list of data, the list of actions, the purposes, secrecy, security, the duties of article 18 part 5 and \
            article 18.1, proofs on request also before the processing begins, protection by article 19, and notice of incidents.
            """,
        why:
            "An order without one of these is no order in the sense of the law: the operator has then handed the data to a third person.",
        law: "152-ФЗ, ст. 6 ч. 3",
        example: Rule.Example(
            before: "Исполнитель обрабатывает данные по поручению Заказчика и хранит их в тайне.",
            after:
                "Исполнитель соблюдает требования ч. 5 ст. 18, ст. 18.1 и ст. 19 Закона № 152-ФЗ и по запросу, в том числе до начала обработки, подтверждает это документами."
        ),
        check: .edition(findings))

    /// Whether an agreement is an order to process data: by its title, or by what its opening says of itself. That data are
    /// processed "в соответствии с Политикой" is said by agreements of every kind.
    static func isOrder(_ reviewed: ReviewedEdition) -> Bool {
        reviewed.titleReads(processing + ordering)
            || reviewed.openingSentences.contains { sentence in
                sentence.first(ordering) != nil
                    || sentence.first(processing) != nil && sentence.first(agreement) != nil
                        && sentence.first(elsewhere) == nil
            }
    }

    private static let ordering: [Wording] = [
        "поруч* ~ обработк*", "обработк* ~ поручен*", "обрабатыва* ~ поручени*",
    ]
    private static let processing: [Wording] = ["обработк* данн*", "обработк* персональн* данн*"]
    private static let agreement: [Wording] = ["соглашени*", "договор*", "предмет*", "сторон*"]
    private static let elsewhere: [Wording] = ["политик*", "согласи*", "положени*"]

    private static let elements = [
        Element(
            "the list of data", "перечень ~ данн*", "перечня ~ данн*", "категори* ~ данн*", "состав* ~ данн*",
            "следующ* ~ данн*", "данн* ~ имя|фамили*"),
        Element(
            "the list of actions", "перечень ~ действи*", "действия ~ данн*", "действи* ~ операци*", "сбор ~ хранени*"),
        Element("the purposes", "цел*"),
        Element("secrecy", "конфиденциальн*", "тайн*", "не раскрыва*", "неразглашени*"),
        Element("security", "безопасн*"),
        Element(
            "the duties of ст. 18 ч. 5 and ст. 18.1", "18.1", "част* 5 стать* 18", "ч 5 ст 18", "локализ*",
            "базы|баз ~ данных ~ территори*"),
        Element(
            "proofs on request", "по запросу ~ документ*|подтвержд*|сведени*|информаци*",
            "документ*|подтвержд* ~ по запросу|требованию",
            "представля*|предоставля*|представит*|предоставит* ~ подтвержд*"),
        Element(
            "protection by ст. 19", "стать* ~ 19", "ст 19", "ст* ~ 18.1 ~ 19", "19 ~ 152-фз|закон*",
            "требовани* ~ защит*"),
        Element(
            "notice of incidents", "инцидент*", "неправомерн* ~ передач*|доступ*|предоставлени*", "случайн* ~ передач*",
            "утечк*", "уведом* ~ нарушени*", "уведом* ~ случа*", "3.1 ~ 21", "21 ~ 3.1"),
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard isOrder(reviewed) else { return [] }
        let missing = reviewed.missing(elements)
        if missing.isEmpty { return [] }
        return reviewed.findingAtStart(
            "the order to process data does not hold \(missing.joined(separator: ", "))",
            hint: "152-ФЗ, ст. 6 ч. 3 asks for each of them")
    }
}
