internal import Diagnostics
internal import Legal

/// `profile-medical-claim`: a specialist's page promises what only a licensed clinic may, or what nobody can.
enum ProfileMedicalClaim {
    static let rule = Rule(
        "profile-medical-claim", .warning, "a profile promises a treatment, a diagnosis or a result", kinds: [],
        asks: """
            A profile does not say that its specialist treats illnesses or makes diagnoses, unless it speaks of a licence, and \
            guarantees no result. To say that one does not ("диагнозов не ставлю") is fine; education and training are not looked at.
            """,
        why:
            "Medical services are advertised by those who have a licence, with a warning; a guaranteed result of them misleads.",
        law: "38-ФЗ, ст. 5 ч. 3 п. 2, ст. 7 п. 7, ст. 24",
        example: Rule.Example(
            before: "Лечу депрессию, гарантирую результат.", after: "Работаю с людьми, которые переживают депрессию."),
        check: .profile(mayConcern: tellingWords.mayOccur, findings))

    private static let claims: [Wording] = [
        "лечу|вылечу|излечу|исцелю|исцеляю|вылечиваю",
        "лечение ~ депресси*|тревог*|невроз*|расстройств*|фоби*|болезн*|заболевани*|зависимост*",
        "ставлю|поставлю|устанавливаю|установлю|определю|определяю|уточню|подтвержу ~ диагноз*",
        "постановк*|установлени*|подтверждени* ~ диагноз*", "диагностик* ~ заболевани*|расстройств*",
        "гарантиру* ~ результат*|успех*|излечени*|исцелени*|выздоровлени*", "результат* ~ гарантиру*|гарантирован*",
        "i treat|cure|heal", "treat|cure ~ depression|anxiety|disorder*|illness*", "guarantee* ~ result*",
        "result* ~ guarantee*",
        "i diagnose", "make ~ diagnos*",
    ]
    private static let tellingWords = TellingWords(claims.flatMap(\.tellingWords))
    private static let denials: [Wording] = ["не", "ни", "без", "нельзя", "not", "don't", "no", "never"]
    /// Fields that quote others: a diploma, what the specialist leaves to doctors.
    private static let quoting = ["education", "training", "not_working_with", "name", "booking", "photo"]

    private static func findings(_ reviewed: ReviewedProfile) -> [Finding] {
        let sentences = reviewed.passages.filter { !isQuoting($0) }.flatMap { Prose($0).wholeSentences }
        if sentences.contains(where: { $0.has("лицензи*", "licen*") }) { return [] }
        return sentences.compactMap { sentence in
            guard let words = sentence.first(claims), sentence.first(denials) == nil else { return nil }
            return reviewed.finding(
                in: sentence.prose.passage, words,
                "'\(sentence.string(words))' is what only a licensed clinic may offer, or nobody can promise",
                hint: "say what you work with and how, without a treatment, a diagnosis or a guarantee")
        }
    }

    private static func isQuoting(_ passage: Passage) -> Bool {
        guard case .field(let name) = passage.kind else { return passage.isQuoted }
        return quoting.contains { name == $0 || name.hasPrefix($0 + ".") }
    }
}
