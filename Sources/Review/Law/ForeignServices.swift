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

    /// The words of a sentence that name such a service, in order.
    static func named(in sentence: Sentence) -> [Word] {
        sentence.words.filter { names.contains($0.lowered) }
    }
}
