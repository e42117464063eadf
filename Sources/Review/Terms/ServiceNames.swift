internal import Legal

/// How a text calls a service: the defined term ("Сервис") and the service's own name ("CMPAS").
struct ServiceNames {
    /// The terms in the form of a subject, in lower case.
    private var terms: Set<String> = []
    /// Names as they are written, which have no forms.
    private var names: Set<String> = []

    var isEmpty: Bool { terms.isEmpty && names.isEmpty }

    func contains(_ word: Word) -> Bool {
        word.isCapitalised && (terms.contains(word.lowered) || names.contains(word.lowered))
    }

    init(_ reviewed: ReviewedEdition) {
        for definition in reviewed.definitions where definition.form != .abbreviation {
            // "Кто пользуется сайтом (далее — «Пользователь»)" defines a person.
            if definition.stems.contains(where: LowercaseTerm.roles.contains) { continue }
            let prose = reviewed.prose[definition.passage]
            let words = prose.words(in: definition.meaning)
            let near = definition.form == .brackets ? words.suffix(8) : words.prefix(6)
            guard let head = near.lastIndex(where: Self.isService), !words.suffix(12).contains(where: Self.isCompany)
            else {
                continue
            }
            if definition.stems.count == 1 { terms.insert(definition.name.lowercased()) }
            let name = near[(head + 1)...].prefix { $0.isCapitalised && Self.isLatin($0) }
            for word in name { names.insert(word.lowered) }
        }
        removeCompanies(reviewed)
    }

    private static let heads = ["сервис", "сайт", "платформ", "приложен", "портал", "маркетплейс"]
    private static let companies: Set<String> = ["ооо", "ао", "пао", "оао", "зао", "ано", "ип", "нко"]
    private static let companyStems = ["обществ", "компан", "предпринимател", "корпорац", "inc", "ltd", "llc", "gmbh"]

    private static func isService(_ word: Word) -> Bool {
        let last = word.lowered.split(separator: "-").last.map(String.init) ?? word.lowered
        return heads.contains(where: last.hasPrefix)
    }

    private static func isCompany(_ word: Word) -> Bool {
        companies.contains(word.lowered) || companyStems.contains(where: word.lowered.hasPrefix)
    }

    private static func isLatin(_ word: Word) -> Bool {
        word.lowered.utf8.allSatisfy { $0 < 0x80 } && word.lowered.utf8.contains { $0 > 0x60 }
    }

    /// Forgets names that somewhere stand as those of a company: "ООО «CMPAS»".
    private mutating func removeCompanies(_ reviewed: ReviewedEdition) {
        for prose in reviewed.prose {
            for (index, word) in prose.words.enumerated() where names.contains(word.lowered) {
                let around = prose.words[max(0, index - 3)..<index] + prose.words[(index + 1)...].prefix(1)
                if around.contains(where: Self.isCompany) { names.remove(word.lowered) }
            }
        }
    }
}
