internal import Diagnostics
internal import Legal
internal import Templates

/// `policy-request-terms`: requests are invited, and nobody says when they are answered.
enum PolicyRequestTerms {
    static let rule = Rule(
        "policy-request-terms", .note, "how soon requests are answered is not told", kinds: [.policy], languages: [.ru],
        asks: """
            Where a policy says how to send a request, it says how soon it is answered: ten working days, and at most five more with \
            reasons. Silent where any term for an answer stands in the text.
            """,
        why: "The term holds whether it is told or not; told, it saves a complaint on the eleventh day.",
        law: "152-ФЗ, ст. 14 ч. 3, ст. 20 ч. 1, ст. 21 ч. 5.1",
        example: Rule.Example(
            before: "Запрос направляется на адрес {{EMAIL}}.",
            after: "Запрос направляется на адрес {{EMAIL}}. Оператор отвечает в течение десяти рабочих дней."),
        check: .edition(findings))

    private static let inviting: [Wording] = [
        "запрос*|обращени*|заявлени* ~ принима*|подаётся|подается|подаются",
        "запрос*|обращени*|требовани*|заявлени* ~ направля*|направит*|отправля*|отправит*|подаёт*|подает*|подать",
        "направля*|направит*|отправля*|отправит*|подать ~ запрос*|обращени*|требовани*",
        "обратит*|обращат* ~ оператор*",
    ]
    private static let answering: [Wording] = [
        "запрос*", "обращени*", "ответ*", "отвеча*", "рассматрива*", "рассмотр*", "предоставл*", "сообща*", "сообщ*",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let sentences = reviewed.sentences
        let isTold = sentences.contains { sentence in
            LengthOfTime.first(in: sentence) != nil && sentence.first(answering) != nil
        }
        if isTold { return [] }
        for sentence in sentences {
            guard let words = sentence.first(inviting), !sentence.has("суд*", "вышестоящ*") else { continue }
            return [
                reviewed.finding(
                    in: sentence, words, "'\(sentence.string(words))': the text does not say how soon it is answered",
                    hint: "write that the operator answers within ten working days (152-ФЗ, ст. 14 ч. 3, ст. 20 ч. 1)")
            ]
        }
        return []
    }
}
