internal import Diagnostics
internal import Legal
internal import Templates

/// `service-acts-as-person`: a service does what only a person can do.
enum ServiceActsAsPerson {
    static let rule = Rule(
        "service-acts-as-person", .warning, "a service acts where only a person can", languages: [.ru],
        asks: """
            Duties, rights and the processing of personal data have a person behind them. What the text defines as a service, a site, \
            a platform or an application, and the name of it, is not the subject of "несёт ответственность", "вправе", "обязан", \
            "обрабатывает", "передаёт", "принимает меры", "действует как", "гарантирует", and nothing is "ответственность Сервиса" or done \
            "Сервисом". Where the name is that of a company too, it \
            may be.
            """,
        why: "Nobody can be held to what a website has promised: a service is neither a citizen nor a legal entity.",
        law: "152-ФЗ, ст. 3 п. 2 (an operator is a body or a person); Civil Code of Russia, art. 2 part 1",
        example: Rule.Example(
            before: "11.1. CMPAS несёт ответственность за соблюдение законодательства.",
            after: "11.1. Оператор несёт ответственность за соблюдение законодательства."),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let names = ServiceNames(reviewed)
        if names.isEmpty { return [] }
        return reviewed.prose.filter { $0.passage.kind != .title && $0.passage.kind != .heading }.flatMap { prose in
            prose.words.indices.compactMap { index -> Finding? in
                guard let deed = deed(ofNameAt: index, in: prose, names) else { return nil }
                let name = prose.text.string(prose.words[index].range)
                return reviewed.finding(
                    in: prose.passage, prose.words[index].range,
                    "'\(name)' is a service, and '\(prose.text.string(deed))' is said of a person",
                    hint: "name who does it: write 'Оператор', or another person that the text defines")
            }
        }
    }

    private static func deed(ofNameAt index: Int, in prose: Prose, _ names: ServiceNames) -> Range<Int>? {
        if names.contains(prose.words[index]) { return deed(of: index, in: prose) }
        return names.containsForm(prose.words[index]) ? deed(ofForm: index, in: prose) : nil
    }

    // MARK: What is said of it in another case than the first

    /// Verbs of what is done with data, in the passive.
    private static let passives = ["обрабатыва", "собира", "хран", "переда"]

    /// "Сервисом обрабатываются данные", "данные передаются Сервисом"; "ответственность Сервиса"; "право принадлежит Сервису".
    private static func deed(ofForm index: Int, in prose: Prose) -> Range<Int>? {
        let word = prose.words[index].lowered
        let (before, after) = (prose.word(before: index), prose.word(after: index))
        if ["ом", "ем", "ой", "ей"].contains(where: word.hasSuffix) {
            return [before, after].compactMap(\.self).first(where: isPassive)?.range
        }
        if let before, ["у", "ю", "е"].contains(where: word.hasSuffix), before.lowered == "принадлежит" {
            return before.range
        }
        guard let before, ["а", "я", "ы", "и"].contains(where: word.hasSuffix) else { return nil }
        return ["ответственност", "обязанност", "обязательств"].contains(where: before.lowered.hasPrefix)
            ? before.range : nil
    }

    private static func isPassive(_ verb: Word) -> Bool {
        ["тся", "лись", "лось", "лась"].contains(where: verb.lowered.hasSuffix)
            && passives.contains(where: verb.lowered.hasPrefix)
    }

    // MARK: What it does

    private static let conjunctions: Set<String> = [
        "но", "и", "а", "что", "если", "когда", "при", "этом", "также", "или", "либо",
    ]

    /// The words that say what the name at `index` does, where it is the subject of a deed of persons.
    private static func deed(of index: Int, in prose: Prose) -> Range<Int>? {
        if let equation = equation(index, prose) { return equation }
        if let deed = deedBefore(index, prose) { return deed }
        guard isSubject(index, in: prose) else { return nil }
        let sentence =
            prose.sentence(at: prose.words[index].range.lowerBound)?.upperBound ?? prose.words[index].range.upperBound
        let end = min(prose.index(ofWordAt: sentence), index + 14)
        for verb in index + 1..<max(index + 1, end) where isSaidOf(index, verb, in: prose) {
            if let deed = deed(at: verb, in: prose, before: end) { return deed }
        }
        return nil
    }

    /// "лицо, определяющее цели (в данном случае CMPAS)".
    private static func equation(_ index: Int, _ prose: Prose) -> Range<Int>? {
        guard prose.word(before: index)?.lowered == "случае", prose.word(before: index - 1)?.lowered == "данном",
            let person = prose.words.first(where: { $0.stem == "лиц" })
        else { return nil }
        return person.range
    }

    /// Whether the name begins its clause: behind a mark or a conjunction.
    private static func isSubject(_ index: Int, in prose: Prose) -> Bool {
        guard let before = prose.word(before: index) else {
            let start = prose.words[index].range.lowerBound
            return prose.text[start - 1] != "(" && !prose.isQuoted(prose.words[index].range)
        }
        return conjunctions.contains(before.lowered)
            || prose.sentence(at: prose.words[index].range.lowerBound).map { before.range.upperBound <= $0.lowerBound }
                ?? false
    }

    /// "ответственности Сервис не несёт": what is borne, before who bears it.
    private static func deedBefore(_ index: Int, _ prose: Prose) -> Range<Int>? {
        guard let before = prose.word(before: index), before.lowered.hasPrefix("ответственност"),
            prose.word(after: index)?.lowered == "не",
            let verb = prose.word(after: index + 1), ["несёт", "несет"].contains(verb.lowered)
        else { return nil }
        return verb.range
    }

    private static let adverbs: Set<String> = [
        "не", "также", "самостоятельно", "обязательно", "вправе", "всегда", "лишь", "только", "при", "этом", "в",
        "свою", "очередь",
    ]

    /// Whether the verb belongs to the name: it follows with nothing but adverbs between, or joins another verb ("не является …
    /// и не обрабатывает").
    private static func isSaidOf(_ index: Int, _ verb: Int, in prose: Prose) -> Bool {
        var before = verb - 1
        while before > index, adverbs.contains(prose.words[before].lowered) { before -= 1 }
        if before == index { return !hasMark(index, verb, prose) }
        return prose.words[before].lowered == "и" && !hasMark(before, verb, prose)
            && isVerb(before + 1..<verb + 1, prose)
            && !hasOtherSubject(index + 1..<before, prose)
    }

    private static func isVerb(_ words: Range<Int>, _ prose: Prose) -> Bool { !words.isEmpty }

    /// Whether a comma or another mark of a new clause stands between two words.
    private static func hasMark(_ first: Int, _ last: Int, _ prose: Prose) -> Bool {
        prose.text.scalars[prose.words[first].range.upperBound..<prose.words[last].range.lowerBound].contains {
            ";:—–.(".unicodeScalars.contains($0)
        }
    }

    private static func hasOtherSubject(_ words: Range<Int>, _ prose: Prose) -> Bool {
        words.contains { prose.words[$0].isCapitalised && !prose.words[$0].isAllCapitals }
    }

    /// A verb, and one of the stems that must follow it where it alone says too little.
    private static let deeds: [(forms: [String], objects: [String])] = [
        (["несёт", "несет"], ["ответственност", "риск", "обязанност", "обязательств"]), (["вправе"], []),
        (["обязан", "обязана", "обязано", "обязуется"], []), (["гарантирует"], []),
        (["имеет", "оставляет"], ["право"]), (["отвечает"], ["убытк", "вред", "сохранност", "ущерб"]),
        (["действует", "выступает", "является"], ["как", "оператор"]),
        (["должен", "должна", "должно"], ["уведом", "сообщи", "возмести"]),
        (["уведомляет"], ["пользовател", "клиент", "субъект", "роскомнадзор", "специалист"]),
        (
            ["обрабатывает", "собирает", "передаёт", "передает", "хранит"],
            ["данн", "пдн", "персональн", "сведени", "информац", "категори", "имя", "телефон", "адрес"]
        ),
        (["принимает"], ["мер", "обязательств", "решени", "претензи", "ответственност"]),
        (["продолжает", "осуществляет", "ведёт", "ведет", "прекращает"], ["обработк"]),
    ]

    /// What programs do with data, and are said not to do.
    private static let workings: Set<String> = ["собирает", "хранит"]

    private static func deed(at index: Int, in prose: Prose, before end: Int) -> Range<Int>? {
        let verb = prose.words[index]
        guard let (_, objects) = deeds.first(where: { $0.forms.contains(verb.lowered) }),
            // "Приложение не собирает данные": so a program works.
            !(workings.contains(verb.lowered) && prose.words[index - 1].lowered == "не")
        else { return nil }
        if objects.isEmpty { return verb.range }
        let object = (index + 1..<max(index + 1, min(prose.words.count, index + 7))).first { position in
            objects.contains { prose.words[position].lowered.hasPrefix($0) }
        }
        return object.map { $0 == index + 1 ? prose.range(ofWords: index..<$0 + 1) : verb.range }
    }
}
