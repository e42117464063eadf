internal import Diagnostics
internal import Legal
internal import Templates

/// `consent-elements`: what a consent to the processing of personal data must say.
enum ConsentElements {
    static let rule = Rule(
        "consent-elements", .warning, "a consent does not say all that it must", kinds: [.consent], languages: [.ru],
        asks: """
            A consent says who receives it, whose data, which data, for what purpose, what is done with them, for how long, and how it \
            is withdrawn. One to advertising has a rule of its own.
            """,
        why:
            "A consent is specific and informed: what it does not say it does not permit. In writing, each of these is required.",
        law: "152-ФЗ, ст. 9 ч. 1; of a written consent ч. 4",
        example: Rule.Example(
            before: "Я даю согласие на обработку персональных данных.",
            after:
                "Я даю ИП Ивановой А. А. согласие на сбор, хранение и уничтожение моего имени и адреса почты, чтобы записаться на приём, до отзыва и не дольше 3 лет. Отозвать его можно письмом."
        ),
        check: .edition(findings))

    private static let elements = [
        Element(
            "who receives it", "оператор*", Element.legalForms),
        Element(
            "whose data", "субъект*", "я", "мои*", "моего", "физическ* лиц*", "пользовател*", "клиент*", "специалист*"),
        Element(
            "which data", "имя", "имени", "фамили*", "фио", "адрес* ~ почт*", "e-mail|email", "телефон*", "паспорт*",
            "изображени*", "фотограф*", "перечень ~ данн*", "следующ* ~ данн*"),
        Element("for what purpose", "цел*", "для того", "чтобы"),
        Element(
            "what is done with them", "сбор*", "хранени*", "распространени*", "использовани*", "передач*",
            "действи* ~ данн*"),
        Element(
            "for how long", "срок*", "бессрочн*", "до ~ отзыва", "пока ~ отзову|отзовёт|отзовет|отзовут", "в течение",
            "действует|действительно ~ до|по",
            "до ~ 20*", "действует ~ дней|лет|года|месяц*"),
        Element(
            "how to withdraw it", "отозва*", "отзыв*", "отзову",
            "прекрат*|прекращ* ~ передач*|передава*|обработк*|требован*"),
    ]

    /// A consent to something else, such as a treatment, is not for this rule.
    private static let personalData: [Wording] = ["персональн* данн*", "пдн", "мои*|моих данн*"]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        if reviewed.isConsentToAdvertising || !reviewed.says(personalData) { return [] }
        let missing = reviewed.missing(elements)
        if missing.isEmpty { return [] }
        return reviewed.findingAtStart(
            "the consent does not say \(missing.joined(separator: ", "))",
            hint: "a consent that is not specific permits nothing (152-ФЗ, ст. 9 ч. 1)")
    }
}
