internal import Diagnostics
internal import Legal
internal import Templates

/// `foreign-login`: users sign in through a service of a foreign person.
enum ForeignLogin {
    static let rule = Rule(
        "foreign-login", .warning, "users sign in through a foreign service", kinds: [.policy], languages: [.ru],
        asks: """
            A site of a Russian owner lets users in Russia sign in with a Russian mobile number, through ЕСИА, the unified biometric \
            system or another information system of a Russian person, and names no foreign service (Telegram, Google, Apple, …) for it.
            """,
        why: "Since 1 December 2023 the owner of a site must not authorise users in Russia through foreign systems.",
        law: "149-ФЗ, ст. 8 ч. 10",
        example: Rule.Example(
            before: "идентификаторы Telegram или Яндекс ID (при авторизации)",
            after: "идентификатор Яндекс ID (при авторизации)"),
        check: .edition(findings))

    private static let signingIn: [Wording] = [
        "авториз*", "аутентифик*", "вход* ~ через|посредством", "вход* ~ с помощью", "вход* ~ кнопк*", "войти ~ через",
        "регистр* ~ через|посредством", "регистр* ~ с помощью", "через ~ вход*|войти", "при входе",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.sentences.compactMap { sentence in
            guard let word = ForeignServices.named(in: sentence).first, let words = sentence.first(signingIn),
                !sentence.has(
                    "не использу*", "не применя*", "не допуска*", "прекращ*", "отключ*", "нельзя", "невозможн*",
                    "недоступн*", "запрещ*", "не предусмотр*", "не осуществля*", "не предоставля*")
            else { return nil }
            return reviewed.finding(
                in: sentence, word.range,
                "'\(sentence.string(word.range))' is a foreign service, and users sign in with it ('\(sentence.string(words))')",
                hint: "let users in Russia sign in by phone, ЕСИА or a Russian service")
        }
    }
}
