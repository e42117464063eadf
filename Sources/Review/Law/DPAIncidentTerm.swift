internal import Diagnostics
internal import Legal
internal import Templates

/// `dpa-incident-term`: the processor tells of an incident too late for the operator to do so.
enum DPAIncidentTerm {
    static let rule = Rule(
        "dpa-incident-term", .warning, "the processor may tell of an incident as late as the operator must",
        kinds: [.agreement],
        languages: [.ru],
        asks: "The term in which the processor tells the operator of an incident is shorter than 24 hours.",
        why:
            "The operator has 24 hours from the discovery to tell the regulator: a notice on the next day leaves none of them.",
        law: "152-ФЗ, ст. 21 ч. 3.1",
        example: Rule.Example(
            before: "Исполнитель уведомляет Заказчика об инциденте в течение трёх рабочих дней.",
            after: "Исполнитель уведомляет Заказчика об инциденте немедленно, но не позднее 12 часов."),
        check: .edition(findings))

    private static let incident: [Wording] = [
        "инцидент*", "утечк*", "неправомерн* ~ передач*|доступ*|предоставлени*", "случайн* ~ передач*",
        "несанкционированн* ~ доступ*",
    ]
    private static let telling: [Wording] = ["уведом*", "сообща*", "сообщ*", "информир*", "извеща*", "извест*"]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard DPAElements.isOrder(reviewed) else { return [] }
        return reviewed.sentences.compactMap { sentence in
            guard sentence.first(incident) != nil, sentence.first(telling) != nil,
                !sentence.has("роскомнадзор*", "уполномоченн* ~ орган*", "результат*", "расследован*"),
                let term = LengthOfTime.first(in: sentence), term.hours >= 24
            else { return nil }
            return reviewed.finding(
                in: sentence, term.range,
                "'\(sentence.string(term.range))' leaves nothing of the 24 hours that the operator has to tell the regulator",
                hint: "let the processor tell at once, at the latest some hours after it knows (152-ФЗ, ст. 21 ч. 3.1)")
        }
    }
}
