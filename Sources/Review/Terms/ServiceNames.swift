internal import Legal

/// How a text calls a service: the defined term ("Сервис") and the service's own name ("CMPAS").
struct ServiceNames {
    /// The terms in the form of a subject, in lower case.
    private var terms: Set<String> = []
    private var termStems: Set<String> = []
    /// Names as they are written, which have no forms.
    private var names: Set<String> = []

    var isEmpty: Bool { terms.isEmpty && names.isEmpty }

    func contains(_ word: Word) -> Bool {
        word.isCapitalised && (terms.contains(word.lowered) || names.contains(word.lowered))
    }

    /// Whether a word is a form of a term other than that of a subject: "Сервисом".
    func containsForm(_ word: Word) -> Bool {
        word.isCapitalised && !contains(word) && termStems.contains(word.stem)
    }

    init(_ reviewed: ReviewedEdition) {
        for definition in reviewed.definitions where definition.form != .abbreviation {
            let prose = reviewed.prose[definition.passage]
            let words = prose.words(in: definition.meaning)
            if Self.isPerson(definition, words) { continue }
            let near = definition.form == .brackets ? words.suffix(8) : words.prefix(6)
            guard let head = near.lastIndex(where: Self.isService), !words.suffix(12).contains(where: Self.isCompany)
            else {
                continue
            }
            if definition.stems.count == 1, Self.names(definition, after: near[(head + 1)...]) {
                terms.insert(definition.name.lowercased())
                termStems.formUnion(definition.stems)
            }
            let name = near[(head + 1)...].prefix { $0.isCapitalised && Self.isLatin($0) }
            for word in name { names.insert(word.lowered) }
        }
        removeCompanies(reviewed)
    }

    private static let heads = ["сервис", "сайт", "платформ", "приложен", "портал", "маркетплейс"]
    private static let companies: Set<String> = ["ооо", "ао", "пао", "оао", "зао", "ано", "ип", "нко"]
    private static let companyStems = ["обществ", "компан", "предпринимател", "корпорац", "inc", "ltd", "llc", "gmbh"]

    private static let persons = [
        "лицо", "лица", "граждан", "человек", "люди", "кто", "пользовател", "клиент", "специалист", "участник",
        "работник",
        "сотрудник", "администрац", "представител", "потребител", "организаци", "компани", "сторон",
    ]

    /// "Кто пользуется сайтом (далее — «Пользователь»)", "Мастер — лицо, которое размещает на сайте …" define persons.
    private static func isPerson(_ definition: Definition, _ meaning: ArraySlice<Word>) -> Bool {
        if definition.stems.contains(where: LowercaseTerm.roles.contains) { return true }
        let isNamedService = heads.contains { definition.name.lowercased().hasPrefix($0) }
        let head = definition.form == .brackets ? meaning[...] : meaning.prefix(8)
        return !isNamedService && head.contains { word in persons.contains(where: word.lowered.hasPrefix) }
    }

    /// "Сайт «Лавка» (далее — Сайт)", "сервис «Лавка» (далее — Лавка)", but not "команда сайта (далее — Команда)".
    private static func names(_ definition: Definition, after head: ArraySlice<Word>) -> Bool {
        definition.form != .brackets || heads.contains { definition.name.lowercased().hasPrefix($0) }
            || head.contains { $0.stem == definition.stems[0] }
    }

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
