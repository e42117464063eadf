internal import Diagnostics
internal import Legal
internal import Templates

/// `ads-consent-elements`: what a consent to advertising must say.
enum AdsConsentElements {
    static let rule = Rule(
        "ads-consent-elements", .warning, "a consent to advertising does not say all that it must", kinds: [.consent],
        languages: [.ru],
        asks: """
            A consent to advertising (its title or first section speaks of it) names who distributes it and whose it is, says that it \
            stops at once on demand and how the consent is proved. That each channel is chosen by itself is good practice: a note.
            """,
        why: "Advertising without a proven consent is unlawful, and it is the distributor who has to prove it.",
        law: "38-ФЗ, ст. 18 ч. 1; for SMS 126-ФЗ, ст. 44.1",
        example: Rule.Example(
            before: "Я согласен получать рекламу.",
            after:
                "Рекламораспространитель — ИП … — отправляет рекламу своих услуг; по требованию прекращает немедленно и хранит запись об отметке."
        ),
        check: .edition(findings))

    fileprivate static let advertising: [Wording] = ["реклам*", "рассыл*"]

    private static let elements = [
        Element(
            "who distributes it", "рекламораспространител*", "распространител* ~ реклам*", "распространя* ~ реклам*",
            "оператор*", "компани*", Element.legalForms),
        Element(
            "whose advertising it is", "чь* ~ реклам*",
            "реклам* ~ услуг*|товар*|продукт*|партнёр*|партнер*|сервис*|работ*",
            "реклам*|рассыл* ~ её|ее|его|их|наш*|ваш*|курс*|мероприяти*|магазин*",
            "реклам*|рассыл* ~ от ~ ооо|ип|оператор*|компани*|обществ*",
            "о ~ новинк*|скидк*|мероприяти*", "рекламодател*", "предложени* ~ услуг*|товар*|партнёр*|партнер*",
            "о ~ услуг*|товар*|акци*"),
        Element(
            "that it stops at once on demand", "немедленн*", "незамедлительн*", "сразу", "в тот же день"),
        Element(
            "how the consent is proved", "доказ*", "подтвержд* ~ согласи*", "согласи* ~ подтвержд*",
            "хран* ~ согласи*|сведени*|запис*|отметк*", "фиксир*"),
    ]
    private static let channels: [Wording] = [
        "sms|смс", "звон*", "мессенджер*", "push*|пуш*", "почт*|e-mail|email",
    ]
    private static let apart: [Wording] = [
        "отдельн*", "кажд* ~ канал*", "выбира* ~ канал*|способ*", "выбранн* ~ канал*|способ*", "отметил* ~ канал*",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard reviewed.isConsentToAdvertising else { return [] }
        var findings: [Finding] = []
        let missing = reviewed.missing(elements)
        if !missing.isEmpty {
            findings += reviewed.findingAtStart(
                "the consent to advertising does not say \(missing.joined(separator: ", "))",
                hint: "the distributor has to prove the consent and to stop at once (38-ФЗ, ст. 18 ч. 1)")
        }
        let named = channels.count { channel in reviewed.says([channel]) }
        if named > 1, !reviewed.says(apart) {
            findings += reviewed.findingAtStart(
                "\(named) channels are named, and none is chosen by itself",
                hint: "let each channel be ticked apart", severity: .note)
        }
        return findings
    }
}

extension ReviewedEdition {
    /// Whether the title or the opening of a consent speaks of advertising; a consent whose title is one to the processing of
    /// personal data may name a mailing among its purposes.
    var isConsentToAdvertising: Bool {
        titleReads(AdsConsentElements.advertising)
            || !titleReads(["персональн* данн*", "пдн"]) && isAbout(AdsConsentElements.advertising)
    }
}
