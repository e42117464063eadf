internal import Diagnostics
internal import Legal
internal import Templates

/// `legal-basis-not-a-basis`: the law on personal data named as a ground of processing.
enum LegalBasisNotABasis {
    static let rule = Rule(
        "legal-basis-not-a-basis", .warning, "the law on personal data is no ground of processing itself",
        kinds: [.policy], languages: [.ru],
        asks: """
            Among the grounds of processing stands none that is № 152-ФЗ as such. The grounds are those of its article 6: a consent, \
            a contract, a duty laid down by another law, and so on.
            """,
        why: "The law says on which grounds data may be processed; to name it instead of one of them names none.",
        law: "152-ФЗ, ст. 6 ч. 1",
        example: Rule.Example(
            before: "Обработка осуществляется на основании:\n- Федерального закона № 152-ФЗ;",
            after:
                "Обработка осуществляется на основании:\n- договора с Пользователем (п. 5 ч. 1 ст. 6 Закона № 152-ФЗ);"),
        check: .edition(findings))

    private static let announcing: [Wording] = ["основани*"]
    private static let speaking: [Wording] = ["обработк*", "обрабатыва*", "правов*"]
    /// "Политика разработана на основании …" says why there is a policy, not why data are processed.
    private static let making: [Wording] = [
        "разработан*", "составлен*", "подготовлен*", "утвержден*|утверждён*", "принят*", "издан*", "опубликован*",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        var announced: Int?
        return reviewed.prose.indices.flatMap { index -> [Finding] in
            let prose = reviewed.prose[index]
            if prose.passage.item == nil {
                let sentence = prose.wholeSentences.last
                let isAnnouncing =
                    prose.text.scalars.last == ":" && sentence?.first(announcing) != nil
                    && sentence?.first(speaking) != nil
                announced = isAnnouncing ? index : nil
                return inSentences(prose, reviewed)
            }
            return announced == nil ? [] : inItem(prose, reviewed)
        }
    }

    /// An item that names the law and hardly anything else.
    private static func inItem(_ prose: Prose, _ reviewed: ReviewedEdition) -> [Finding] {
        guard let citation = lawItself(prose).first else { return [] }
        let rest = prose.words.count { !citation.overlaps($0.range) }
        return rest <= 2 ? [finding(citation, prose, reviewed)] : []
    }

    /// "На основании Федерального закона № 152-ФЗ", "правовым основанием является …".
    private static func inSentences(_ prose: Prose, _ reviewed: ReviewedEdition) -> [Finding] {
        lawItself(prose).compactMap { citation in
            let sentence = prose.sentence(at: citation.lowerBound).map { Sentence($0, of: prose) }
            let before = prose.words(in: (sentence?.range.lowerBound ?? 0)..<citation.lowerBound).suffix(3)
            let gap = prose.text.scalars[(before.last?.range.upperBound ?? citation.lowerBound)..<citation.lowerBound]
            let isGround =
                before.last?.lowered == "основании"
                || before.contains { $0.lowered.hasPrefix("основани") }
                    && (before.last.map { ["явля", "служ"].contains(where: $0.lowered.hasPrefix) } ?? false
                        || gap.contains { "—–:".unicodeScalars.contains($0) })
            guard isGround, sentence?.first(speaking) != nil, sentence?.first(making) == nil else { return nil }
            return finding(citation, prose, reviewed)
        }
    }

    /// Where the law is named by its number or by its title alone, and none of its provisions.
    private static func lawItself(_ prose: Prose) -> [Range<Int>] {
        let laws = prose.text.lawCitations()
        let titled = prose.text.lawsNamedByTitle().filter { named in
            named.provision == nil && !laws.contains { $0.phrase.overlaps(named.phrase) }
                && KnownLaw.titled(Prose.stems(of: prose.text.string(named.title)))?.number == number
        }
        return laws.filter { $0.number == number && $0.provision == nil }.map(\.phrase) + titled.map(\.phrase)
    }

    private static let number = "152-ФЗ"

    private static func finding(_ phrase: Range<Int>, _ prose: Prose, _ reviewed: ReviewedEdition) -> Finding {
        reviewed.finding(
            in: prose.passage, phrase, "'\(prose.text.string(phrase))' is no ground of processing",
            hint: "name the grounds of its article 6 part 1: a consent, a contract, a duty by another law")
    }
}
