internal import Diagnostics
internal import Legal
internal import Templates

/// `policy-cookies`: cookies are named; what they are for, or how to do without, is not.
enum PolicyCookies {
    static let rule = Rule(
        "policy-cookies", .warning, "cookies are named, and what for, or how to refuse, is not told", kinds: [.policy],
        languages: [.ru],
        asks: """
            A policy that names cookies tells what they are for and how to refuse them (in the settings of the browser, in a \
            banner), there or in a document of their own that it links.
            """,
        why:
            "No provision says so in words; the regulator holds what a cookie tells to be personal data, and asks for a purpose.",
        law: "152-ФЗ, ст. 3 п. 1, ст. 5 ч. 2; practice of the regulator",
        example: Rule.Example(
            before: "- IP-адрес, cookie-файлы;",
            after:
                "- cookie-файлы, которые нужны для входа и для статистики; отказаться от них можно в настройках браузера;"
        ),
        check: .edition(findings))

    private static let naming: [Wording] = ["cookie*", "cookies", "куки*", "кукис*"]
    private static let purposes: [Wording] = [
        "для", "цел*", "чтобы", "позволя*", "помога*", "необходим*", "обеспечива*", "с помощью", "аналитик*",
        "статистик*", "сохраня*", "запомина*", "техническ*", "вход*",
    ]
    private static let refusals: [Wording] = [
        "отказ*", "отключ*", "запрет*", "запрещ*", "заблокир*", "блокир*", "настройк* ~ браузер*", "удал*", "отозва*",
        "без cookie*", "согласи*",
    ]

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let naming = reviewed.sentences.filter { $0.first(Self.naming) != nil }
        guard let first = naming.first, let word = first.first(Self.naming) else { return [] }
        let isLinked = reviewed.passages.contains { passage in
            passage.links.contains { $0.destination.lowercased().contains("cookie") }
        }
        if isLinked { return [] }
        let around = naming.flatMap { neighbours(of: $0, reviewed) }
        var missing: [String] = []
        if !around.contains(where: { $0.first(purposes) != nil }) { missing.append("what they are for") }
        if !around.contains(where: { $0.first(refusals) != nil }) { missing.append("how to refuse them") }
        if missing.isEmpty { return [] }
        return [
            reviewed.finding(
                in: first, word, "'\(first.string(word))': the text does not say \(missing.joined(separator: " and "))",
                hint: "say what the cookies are for and how a reader can do without them")
        ]
    }

    /// The sentences that can speak of the cookies that one names: of its clause where it is a clause's own text, of its row in a
    /// table, and itself.
    private static func neighbours(of sentence: Sentence, _ reviewed: ReviewedEdition) -> [Sentence] {
        let passage = sentence.prose.passage
        let near = reviewed.prose.filter { prose in
            if let cell = passage.cell {
                return prose.passage.cell?.table == cell.table
                    && (prose.passage.cell?.row == cell.row || prose.passage.cell?.row == 0)
            }
            if passage.kind == .item || passage.kind == .heading {
                return prose.passage.item == passage.item && passage.item != nil
                    || passage.kind == .heading && prose.passage.heading == passage.heading
            }
            return prose.passage.clause == passage.clause && prose.passage.heading == passage.heading
        }
        return [sentence] + near.flatMap(\.wholeSentences)
    }
}
