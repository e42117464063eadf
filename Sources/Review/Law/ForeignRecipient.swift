internal import Diagnostics
internal import Legal
internal import Templates

/// `foreign-recipient`: no transfer abroad, says the text, and hands data to a service of a foreign person.
enum ForeignRecipient {
    static let rule = Rule(
        "foreign-recipient", .warning, "data go to a foreign service, and the text says that none go abroad",
        kinds: [.policy], languages: [.ru],
        asks: """
            A policy that says that personal data are not transferred abroad names no service of a foreign person (Telegram, \
            WhatsApp, Google, …) among those that data are handed to or messages are sent through.
            """,
        why: """
            To hand data to a foreign person is a transfer abroad, of which the regulator must be told before. A policy that denies \
            it and names the recipient contradicts itself.
            """,
        law: "152-ФЗ, ст. 3 п. 11, ст. 12",
        example: Rule.Example(
            before: "7.1. … уведомления по Telegram.\n\n7.2. Трансграничная передача не осуществляется.",
            after:
                "7.2. Уведомления через Telegram отправляются, только если Клиент сам выбрал его; это трансграничная передача."
        ),
        check: .edition(findings))

    private static let abroad: [Wording] = [
        "иностранн* государств*", "трансграничн*", "за рубеж*", "за границ*", "за предел* ~ российск*|рф|росси*",
        "покида* ~ российск*|рф|росси*",
    ]
    private static let denial: [Wording] = [
        "не осуществля*", "не производ*", "не переда*", "не ведёт*|ведет*", "не допуска*", "не планир*", "отсутств*",
        "не выполня*", "не покида*",
    ]
    private static let handing: [Wording] = [
        "переда*", "предоставл*", "получател*", "партнёр*|партнер*", "уведомлен*", "сообщени*", "рассыл*", "через",
        "с помощью", "посредством", "поруч*", "третьим лиц*", "отправля*", "направля*", "хран*",
        "использу*|применя* ~ сервис*|систем*|счётчик*|счетчик*|analytics|firebase|таблиц*|форм*|api",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let sentences = reviewed.sentences
        guard let recipient = recipient(in: sentences) else { return [] }
        let line = reviewed.line(of: recipient.word.range, in: recipient.sentence.prose.passage)
        return sentences.compactMap { sentence in
            guard sentence.first(abroad) != nil, let words = sentence.first(denial),
                !sentence.has("если", "кроме", "без")
            else { return nil }
            return reviewed.finding(
                in: sentence, words,
                "'\(sentence.string(words))' is said of a transfer abroad, and line \(line) hands data to \(recipient.sentence.string(recipient.word.range)), a foreign service",
                hint: "tell the transfer abroad as it is, or send nothing through that service")
        }
    }

    private static func recipient(in sentences: [Sentence]) -> (sentence: Sentence, word: Word)? {
        for sentence in sentences {
            guard let word = ForeignServices.named(in: sentence).first, sentence.first(handing) != nil,
                !sentence.has("не использу*", "не переда*", "не применя*", "запрещ*")
            else { continue }
            return (sentence, word)
        }
        return nil
    }
}
