internal import Diagnostics
internal import Legal
internal import Templates

/// `consent-not-separate`: a consent to the processing of personal data inside another document.
enum ConsentNotSeparate {
    static let rule = Rule(
        "consent-not-separate", .error, "a consent to the processing of data stands inside another document",
        languages: [.ru],
        asks: """
            Words that give a consent to the processing of personal data stand in a document of their own: not in a policy, an \
            agreement or a consent to something else. Words that only speak of a consent ("на основании согласия") are fine.
            """,
        why:
            "Since 1 September 2025 a consent is given apart from whatever else a person confirms or signs; one inside an agreement is void.",
        law: "152-ФЗ, ст. 9 ч. 1 (as amended by 156-ФЗ of 24.06.2025)",
        example: Rule.Example(
            before: "Регистрируясь, Пользователь даёт согласие на обработку персональных данных.",
            after: "Согласие на обработку персональных данных Пользователь даёт отдельно: [Согласие](../pd-consent/)."),
        check: .edition(findings))

    private static let giving: [Wording] = [
        "даю ~ согласие ~ на ~ обработк*", "даю ~ согласие ~ обрабатыва*", "выражаю ~ согласие ~ на ~ обработк*",
        "согласен|согласна ~ на ~ обработк* ~ данных", "соглашаюсь ~ на ~ обработк* ~ данных",
        "соглашаясь ~ на ~ обработк* ~ данных",
    ]
    private static let othersGiving: [Wording] = [
        "даёт|дает|предоставляет|выражает согласие ~ на ~ обработк*",
        "даёт|дает|предоставляет|выражает своё|свое согласие ~ на ~ обработк*",
        "даёт|дает|предоставляет|выражает оператору|исполнителю согласие ~ на ~ обработк*",
        "соглашается ~ на обработк* ~ данных", "соглашается ~ с обработк* ~ данных",
    ]
    /// Acts that another document makes into a consent.
    private static let acts: [Wording] = [
        "настоящим", "тем самым", "автоматически", "принимая", "регистрируясь", "нажимая", "заполняя", "используя",
        "ставя", "проставляя", "оставляя", "отправляя", "присоединяясь", "заключая", "оформляя", "подписывая",
        "акцептуя", "продолжая",
    ]
    /// What makes it a condition, a right, or a quotation of article 9.
    private static let conditions: [Wording] = [
        "если", "когда", "котор*", "в случае", "вправе", "может", "обязан*", "свободно", "отдельн*", "до того",
        "после того",
        "не даёт|дает", "не соглаша*", "не предоставляет",
    ]
    /// How somebody gives a consent elsewhere: a text that says so only describes it.
    private static let manners: [Wording] = [
        "путём|путем", "посредством", "письменн*", "форме", "отметк*", "при ~ направлени*|заполнени*|подач*",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        if reviewed.document.kind == .consent, !reviewed.isConsentToAdvertising { return [] }
        return reviewed.sentences.compactMap { sentence in
            guard let words = sentence.first(giving) ?? othersConsent(in: sentence),
                sentence.first(conditions) == nil, !sentence.prose.isQuoted(words),
                !isInForm(sentence.prose.passage, reviewed)
            else { return nil }
            return reviewed.finding(
                in: sentence, words, "'\(sentence.string(words))' gives a consent inside another document",
                hint: "move it into a consent of its own and link it (152-ФЗ, ст. 9 ч. 1)")
        }
    }

    /// "Регистрируясь, Пользователь даёт согласие …", "Заказчик соглашается на обработку …".
    private static func othersConsent(in sentence: Sentence) -> Range<Int>? {
        guard let words = sentence.first(othersGiving) else { return nil }
        if sentence.first(acts) != nil { return words }
        guard let subject = sentence.words.first, LowercaseTerm.roles.contains(subject.stem),
            sentence.first(manners) == nil
        else { return nil }
        let between = sentence.prose.words(in: subject.range.upperBound..<words.lowerBound)
        return between.count <= 2 ? words : nil
    }

    /// Whether a passage stands in the form of a consent, which an annex gives for others to sign.
    private static func isInForm(_ passage: Passage, _ reviewed: ReviewedEdition) -> Bool {
        guard let heading = reviewed.heading(of: passage) else { return false }
        let title = heading.text.string(heading.words).lowercased()
        return title.contains("соглас") && ["приложени", "форма", "образец"].contains(where: title.contains)
    }
}
