internal import Diagnostics
internal import Legal
internal import Templates

/// `consent-by-use`: who uses the service is said to agree.
enum ConsentByUse {
    static let rule = Rule(
        "consent-by-use", .warning, "to use the service is taken for a consent", kinds: [.policy, .consent],
        languages: [.ru],
        asks: """
            No sentence takes the use of a service for a consent or for the acceptance of a policy ("используя Сервис, … \
            принимает условия Политики"). An offer may be accepted by conduct, not so what concerns personal data.
            """,
        why:
            "A consent is specific, informed, conscious and unambiguous, and the operator has to prove it: use proves none of that.",
        law: "152-ФЗ, ст. 9 ч. 1, 3",
        example: Rule.Example(
            before: "Используя Сервис, Пользователь принимает условия Политики.",
            after:
                "Политика опубликована по адресу {{CURRENT_URL}}. Согласие, где оно нужно, Пользователь даёт отдельно."),
        check: .edition(findings))

    private static let using: [Wording] = [
        "используя", "пользуясь", "продолжая ~ использова*|пользова*", "продолжени* ~ использован*|пользован*",
        "факт ~ использован*|посещени*", "посещая", "продолжая ~ работ*|находит*", "просматривая",
        "оставаясь|находясь ~ сайт*|сервис*|страниц*", "начиная|начав ~ использова*|пользова*",
        "если ~ пользует*|используе* ~ сайт*|сервис*|приложени*|платформ*|портал*",
        "если ~ продолжа* ~ использова*|пользова*|работ*|находит*",
        "использован*|пользован*|посещени* ~ означа*|подтвержда*|является|свидетельству*|подразумева*",
        "использован*|пользован*|посещени* ~ считается|признаётся|признается|расценива*",
        "считается|признаётся|признается|является ~ использован*|пользован*|посещени*",
        "заходя",
    ]
    /// Not "с согласия субъекта", "отозвать согласие", "согласно закону", "принимает меры".
    private static let agreeing: [Wording] = [
        "соглаша*", "согласен|согласна|согласны",
        "даёт|дает|даёте|даете|даю|выража*|предоставля* ~ согласи*",
        "подтвержда*|означа*|является|свидетельству*|подразумева* ~ согласи*",
        "считается|признаётся|признается|расценива* ~ согласи*", "согласием ~ считается|признаётся|признается|является",
        "согласи* ~ выражен*|считается|предоставлен*|полученн*",
        "принима*|приняти* ~ услови*|политик*|положени*|соглашени*|правил*",
        "принима*|приняти* её|ее|их",
    ]
    private static let personal: [Wording] = ["персональн*", "пдн"]
    private static let terms: [Wording] = ["политик*", "услови*"]
    private static let offer: [Wording] = ["оферт*", "акцепт*"]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.sentences.compactMap { sentence in
            guard let words = sentence.first(using), let agreeing = sentence.first(agreeing),
                !sentence.has(
                    "не означа*", "не является", "не считается", "не подразумева*", "не соглас*", "не соглаша*",
                    "не признаётся|признается")
            else { return nil }
            let isPersonal = sentence.first(personal) != nil
            guard isPersonal || sentence.first(offer) == nil && sentence.first(terms) != nil else { return nil }
            return reviewed.finding(
                in: sentence, words,
                "'\(sentence.string(words))', '\(sentence.string(agreeing))': to use the service is taken for a consent, and is none",
                hint: "say where the policy is found, and ask for a consent by an act of its own (152-ФЗ, ст. 9 ч. 1)")
        }
    }
}
