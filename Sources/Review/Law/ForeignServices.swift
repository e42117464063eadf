internal import Legal

/// Services whose owners are known to be foreign persons.
enum ForeignServices {
    private static let names = Set(nominatives + nominatives.filter { $0.utf8.count > 5 }.map { $0 + "а" })

    private static let nominatives = [
        "telegram", "whatsapp", "viber", "facebook", "instagram", "google", "gmail", "youtube", "firebase", "apple",
        "icloud", "microsoft", "skype", "zoom", "slack", "discord", "twitter", "linkedin", "amazon", "aws",
        "cloudflare", "mailchimp", "sendgrid", "stripe", "paypal", "notion", "dropbox", "github", "openai", "chatgpt",
        "hotjar", "calendly", "телеграм", "телеграмм", "ватсап", "вотсап", "вайбер", "фейсбук", "инстаграм", "гугл",
    ]

    /// What is no recipient of data though its name begins as one: a browser, a shop of programs.
    private static let programs: Set = ["chrome", "edge", "safari", "explorer", "play", "store"]

    /// The words of a sentence that name such a service, in order.
    static func named(in sentence: Sentence) -> [Word] {
        let words = Array(sentence.words)
        return words.indices.filter { index in
            names.contains(words[index].lowered)
                && !(index + 1 < words.count && programs.contains(words[index + 1].lowered))
        }.map { words[$0] }
    }
}
