internal import Diagnostics
internal import Legal
internal import Templates

/// `role-name-not-in-law`: a role has a name that the law does not know.
enum RoleNameNotInLaw {
    static let rule = Rule(
        "role-name-not-in-law", .note, "a role has a name that the law does not know", languages: [.ru],
        asks: """
            Who processes personal data for an operator is called as the law calls it: "лицо, осуществляющее обработку персональных \
            данных по поручению оператора", not "обрабатывающее лицо", "обработчик данных" or "процессор данных". Another name is \
            fine where the text defines it in the words of the law.
            """,
        why: "The duties of art. 6 part 3 hang on that role, and a name of one's own leaves open whether it is meant.",
        law: "152-ФЗ, ст. 6 ч. 3",
        example: Rule.Example(
            before: "5.2. CMPAS — обрабатывающее лицо по поручению Пользователей.",
            after: """
                5.2. Оператор — лицо, осуществляющее обработку персональных данных по поручению Пользователей (часть 3 статьи 6 \
                Закона № 152-ФЗ).
                """),
        check: .edition(findings))

    private static let names = [
        "обрабатывающее лицо", "обработчик персональных данных", "обработчик ПДн", "обработчик данных",
        "процессор данных",
        "процессор персональных данных", "контролёр данных", "контролёр персональных данных",
    ].map { (words: $0, stems: Prose.stems(of: $0)) }

    /// Names that say it by themselves where the text defines them.
    private static let bareNames = ["обработчик", "процессор"]

    private static let wordsOfLaw = ["осуществля", "обработк", "поручен"]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        if reviewed.prose.contains(where: saysItInWordsOfLaw) { return [] }
        let defined = bareNames.filter { reviewed.defines(Stemmer.stem($0)) }.map {
            (words: $0, stems: [Stemmer.stem($0)])
        }
        return (names + defined).compactMap { name, stems in
            for prose in reviewed.prose where prose.holdsRunningText {
                // "Обрабатывать лица" has the stems of "обрабатывающее лицо".
                let start = name.prefix { $0 != " " }.dropLast(2).lowercased()
                guard
                    let words = prose.occurrences(of: stems).first(where: {
                        prose.words[$0.lowerBound].lowered.hasPrefix(start)
                    })
                else { continue }
                let range = prose.range(ofWords: words)
                if prose.isQuoted(range) { continue }
                return reviewed.finding(
                    in: prose.passage, range, "'\(prose.text.string(range))' is no role that the law knows",
                    hint: """
                        write 'лицо, осуществляющее обработку персональных данных по поручению оператора' (152-ФЗ, ст. 6 ч. 3)
                        """)
            }
            return nil
        }
    }

    /// "лицо, осуществляющее обработку персональных данных по поручению".
    private static func saysItInWordsOfLaw(_ prose: Prose) -> Bool {
        prose.sentences.contains { sentence in
            let words = prose.words(in: sentence)
            return wordsOfLaw.allSatisfy { start in words.contains { $0.lowered.hasPrefix(start) } }
                && words.contains { $0.lowered.hasPrefix("осуществляющ") }
        }
    }
}
