internal import Diagnostics
internal import Legal
internal import Templates

/// `operator-address-missing`: the text does not say where the operator can be found.
enum OperatorAddressMissing {
    static let rule = Rule(
        "operator-address-missing", .warning, "the operator's full address is not there", languages: [.ru],
        asks: """
            Where the operator's numbers stand (ИНН, ОГРН), an address stands too: with a street or a postal code, not a country or a \
            town alone ("Юридический адрес: Российская Федерация").
            """,
        why: "A request or a claim is sent to a postal address.",
        law: "149-ФЗ, ст. 10 ч. 2; for a written consent 152-ФЗ, ст. 9 ч. 4 п. 3",
        example: Rule.Example(
            before: "Юридический адрес: Российская Федерация", after: "Юридический адрес: {{OPERATOR_ADDRESS}}"),
        check: .edition(findings))

    private static let hint = "write the full postal address, or a value: {{OPERATOR_ADDRESS}} (149-ФЗ, ст. 10 ч. 2)"

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let incomplete = reviewed.prose.compactMap { prose in
            incompleteAddress(in: prose).map { range in
                reviewed.finding(
                    in: prose.passage, range, "'\(prose.text.string(range))' is no full address", hint: hint)
            }
        }
        if !incomplete.isEmpty { return incomplete }
        let numbers = reviewed.prose.lazy.compactMap { prose in
            prose.text.requisites().first { [.ogrn, .ogrnip, .inn].contains($0.kind) }.map { (prose, $0) }
        }
        guard let (prose, number) = numbers.first, !reviewed.prose.contains(where: hasAddress) else { return [] }
        return [
            reviewed.finding(
                in: prose.passage, number.range,
                "the \(number.kind.rawValue) stands here, and no postal address anywhere", hint: hint)
        ]
    }

    // MARK: Addresses

    /// What stands behind "адрес:" and is no full address.
    private static func incompleteAddress(in prose: Prose) -> Range<Int>? {
        for (index, word) in prose.words.enumerated() where isPostal(index, in: prose) {
            let colon = prose.text.skippingSpace(word.range.upperBound)
            guard prose.text[colon] == ":" else { continue }
            let start = prose.text.skippingSpace(colon + 1)
            let end = endOfLine(from: start, in: prose)
            let value = prose.words(in: start..<end)
            guard !value.isEmpty, value.count <= 6, isPlaceAlone(start..<end, prose) else { continue }
            return start..<value[value.endIndex - 1].range.upperBound
        }
        return nil
    }

    private static let kindsOfAddresses = ["юридическ", "почтов", "фактическ", "местонахожден", "регистрац"]

    /// Whether a word is "адрес" of the postal kind, or "местонахождение".
    private static func isPostal(_ index: Int, in prose: Prose) -> Bool {
        let word = prose.words[index].lowered
        if word.hasPrefix("местонахожден") { return true }
        guard word.hasPrefix("адрес") else { return false }
        let before = prose.word(before: index)?.lowered
        if let before, kindsOfAddresses.contains(where: before.hasPrefix) { return true }
        return index == 0
    }

    private static func endOfLine(from start: Int, in prose: Prose) -> Int {
        var end = start
        while let scalar = prose.text[end], !"\n;(".unicodeScalars.contains(scalar) { end += 1 }
        return end
    }

    /// Whether what stands behind a label names a country or a town and nothing more: no number, no placeholder, no link.
    private static func isPlaceAlone(_ range: Range<Int>, _ prose: Prose) -> Bool {
        let text = prose.text.scalars[range]
        return !prose.passage.isLinked(range)
            && !text.contains { ("0"..."9").contains($0) || "{@/№«_".unicodeScalars.contains($0) }
            && prose.words(in: range).first?.isCapitalised ?? false && !hasStreet(prose.words(in: range))
    }

    private static let streets: Set<String> = [
        "ул", "улица", "просп", "проспект", "пр-т", "пер", "переулок", "шоссе", "наб", "набережная", "пл", "площадь",
        "бульвар",
        "б-р", "проезд", "мкр", "микрорайон", "тракт", "аллея", "линия", "тупик", "квартал", "пгт", "снт",
    ]

    private static func hasStreet(_ words: ArraySlice<Word>) -> Bool { words.contains { streets.contains($0.lowered) } }

    /// Whether a passage has a postal code, a street, or a placeholder where an address would stand.
    private static func hasAddress(_ prose: Prose) -> Bool {
        hasStreet(prose.words[...])
            || prose.words.contains { word in
                word.range.count == 6
                    && word.lowered.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            }
            || prose.text.string(0..<prose.text.scalars.count).contains("ADDRESS}}")
    }
}
