internal import Diagnostics
internal import Legal
internal import Templates

/// `operator-identity-missing`: the text does not say who the operator is.
enum OperatorIdentityMissing {
    static let rule = Rule(
        "operator-identity-missing", .error, "the operator's name is not there", languages: [.ru],
        asks: """
            A sole trader is named by surname and given name wherever his numbers stand, and whoever is defined as Оператор has a \
            name. The owner alone can supply it: an empty value holds its place in a draft.
            """,
        why: "Nobody can turn to a person who has a number and no name; a written consent without the name is void.",
        law: "149-ФЗ, ст. 10 ч. 2; for a written consent 152-ФЗ, ст. 9 ч. 4 п. 3",
        example: Rule.Example(
            before: "Оператором является индивидуальный предприниматель, ОГРНИП {{OGRNIP}}, ИНН {{INN}}.",
            after:
                "Оператором является индивидуальный предприниматель {{OPERATOR_NAME}}, ОГРНИП {{OGRNIP}}, ИНН {{INN}}."),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let nameless = reviewed.prose.flatMap { prose in
            prose.words.indices.compactMap { index in
                traderWithoutName(at: index, in: prose).map {
                    reviewed.finding(in: prose.passage, $0, message, hint: hint)
                }
            }
        }
        return nameless.isEmpty ? operatorWithoutName(reviewed).map { [$0] } ?? [] : nameless
    }

    private static let message = "'индивидуальный предприниматель' without surname and given name"
    private static let hint = "write the name behind it, or a value: {{OPERATOR_NAME}} (149-ФЗ, ст. 10 ч. 2)"

    // MARK: A sole trader

    private static let numbers: Set<String> = ["огрнип", "огрн", "инн"]

    /// "индивидуальный предприниматель, ОГРНИП …" with no name on either side.
    private static func traderWithoutName(at index: Int, in prose: Prose) -> Range<Int>? {
        guard let words = trader(at: index, in: prose),
            let number = prose.words[words.upperBound...].prefix(3).firstIndex(where: { numbers.contains($0.lowered) }),
            isGiven(after: prose.words[number].range.upperBound, prose.text),
            prose.words[words.upperBound..<number].allSatisfy(\.isCapitalised)
        else { return nil }
        let between = prose.words[words.upperBound - 1].range.upperBound..<prose.words[number].range.lowerBound
        let isNamed =
            number > words.upperBound || prose.text.scalars[between].contains("{")
            || hasName(before: words.lowerBound, in: prose)
        return isNamed ? nil : prose.range(ofWords: words)
    }

    /// Whether a number, or a value for one, stands behind its name: "Для ИП: ИНН, ОГРНИП" names kinds of data.
    private static func isGiven(after end: Int, _ text: ScalarText) -> Bool {
        var index = end
        while let scalar = text[index], scalar.isSpace || ":№".unicodeScalars.contains(scalar) { index += 1 }
        return text.isDigit(index) || text[index] == "{"
    }

    private static func trader(at index: Int, in prose: Prose) -> Range<Int>? {
        let word = prose.words[index]
        if prose.text.string(word.range) == "ИП" { return index..<index + 1 }
        guard word.lowered.hasPrefix("индивидуальн"),
            prose.word(after: index)?.lowered.hasPrefix("предпринимател") ?? false
        else { return nil }
        return index..<index + 2
    }

    /// "Иванов Иван Иванович, индивидуальный предприниматель", "{{OPERATOR_NAME}}, индивидуальный предприниматель".
    private static func hasName(before index: Int, in prose: Prose) -> Bool {
        let before = prose.words[..<index].suffix(2)
        guard before.count == 2, let first = before.first, let last = before.last else { return false }
        let gap = last.range.upperBound..<prose.words[index].range.lowerBound
        if prose.text.scalars[gap].contains("}") { return true }
        return first.isCapitalised && last.isCapitalised && !first.isAllCapitals
            && prose.text.scalars[gap].allSatisfy { $0.isSpace || ",—–".unicodeScalars.contains($0) }
    }

    // MARK: An operator of whom nothing is said

    private static let legalForms: Set<String> = [
        "ооо", "ао", "пао", "оао", "зао", "ано", "ип", "нко", "фгбу", "фгуп", "гбу", "мбу", "мку", "гку", "фкп", "тсж",
        "нано",
    ]
    private static let legalFormStems = [
        "обществ", "акционерн", "предпринимател", "учрежден", "фонд", "министерств", "администрац", "департамент",
        "комитет",
        "университет", "институт", "академи", "школ", "колледж", "банк", "ассоциац", "союз", "партнерств", "партнёрств",
        "корпорац", "компани", "самозанят", "агентств", "служб", "палат", "центр", "музе", "театр", "больниц",
        "поликлиник",
        "клиник", "кооператив", "товариществ",
    ]

    /// The definition of Оператор, where neither it nor anything else says who that is.
    private static func operatorWithoutName(_ reviewed: ReviewedEdition) -> Finding? {
        let stem = Stemmer.stem("оператор")
        guard let definition = reviewed.definitions.first(where: { $0.stems == [stem] }), !saysAnybody(reviewed) else {
            return nil
        }
        let prose = reviewed.prose[definition.passage]
        let meaning = prose.words(in: definition.meaning).dropFirst(definition.form == .brackets ? 1 : 0)
        guard !meaning.contains(where: { $0.isCapitalised && $0.stem != stem }),
            !prose.text.scalars[definition.meaning].contains(where: { "{«\"".unicodeScalars.contains($0) })
        else { return nil }
        return reviewed.finding(
            in: prose.passage, definition.range, "'\(definition.name)' is defined, and nothing says who it is",
            hint: "say the name of the person or company (149-ФЗ, ст. 10 ч. 2)")
    }

    private static func saysAnybody(_ reviewed: ReviewedEdition) -> Bool {
        reviewed.prose.contains { prose in
            prose.text.scalars.contains("{")
                || prose.words.contains { word in
                    legalForms.contains(word.lowered) || numbers.contains(word.lowered)
                        || legalFormStems.contains(where: word.lowered.hasPrefix)
                }
        }
    }
}
