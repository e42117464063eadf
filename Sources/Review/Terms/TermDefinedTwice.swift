internal import Diagnostics
internal import Legal

/// `term-defined-twice`: two definitions of one term.
enum TermDefinedTwice {
    static let rule = Rule(
        "term-defined-twice", .warning, "a term is defined more than once",
        asks: """
            A term has one definition: in brackets where it first stands ("далее — «Оператор»"), or as an entry among the \
            definitions. The forms of one word, "Пользователь" and "Пользователи", are one term.
            """,
        why: """
            Two definitions are never quite the same, and a court reads the doubt against the one who wrote them (Civil Code of \
            Russia, art. 428; plenum of the Supreme Court of 25.12.2018 № 49, para. 45).
            """,
        law: "Civil Code of Russia, art. 431 part 1: words are read as they stand",
        example: Rule.Example(
            before: """
                1.2. …индивидуальный предприниматель {{OPERATOR_NAME}} (далее — «Оператор»).

                2.3. Оператор — лицо, определяющее цели обработки.
                """,
            after: """
                1.2. …индивидуальный предприниматель {{OPERATOR_NAME}}.

                2.3. Оператор — лицо, указанное в п. 1.2.
                """),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        var first: [[String]: Definition] = [:]
        return reviewed.definitions.compactMap { definition in
            let passage = reviewed.passages[definition.passage]
            // An annex is a text of its own.
            let key = definition.stems + [annex(of: passage, reviewed)]
            guard let earlier = first[key] else {
                first[key] = definition
                return nil
            }
            let line = reviewed.line(of: earlier.range, in: reviewed.passages[earlier.passage])
            return reviewed.finding(
                in: passage, definition.range, "'\(definition.name)' is defined in line \(line) already",
                hint: "keep one of the two definitions")
        }
    }

    private static func annex(of passage: Passage, _ reviewed: ReviewedEdition) -> String {
        guard let clause = passage.clause else { return "" }
        return reviewed.text.clauses[...clause].last { $0.kind == .annex }?.label ?? ""
    }
}
