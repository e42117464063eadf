internal import Diagnostics
internal import Legal
internal import Templates

/// `statutory-term-narrowed`: a term of the law on personal data means less in the text than in the law.
enum StatutoryTermNarrowed {
    static let rule = Rule(
        "statutory-term-narrowed", .warning, "a term of the law means less here than in the law", languages: [.ru],
        asks: """
            Where the text defines "персональные данные", "обработка персональных данных" or "оператор", the definition is that of \
            the law, or refers to it: data of a person who is определён "или определяем"; all thirteen actions; who organises or \
            carries out the processing and determines purposes, data and actions.
            """,
        why:
            "A text can't narrow what the law protects: the shorter definition is void and misleads those who read it.",
        law: "152-ФЗ, ст. 3 п. 1–3",
        example: Rule.Example(
            before: """
                2.1. Персональные данные — любая информация, относящаяся прямо или косвенно к определённому физическому лицу.
                """,
            after: """
                2.1. Персональные данные — любая информация, относящаяся к прямо или косвенно определённому или определяемому \
                физическому лицу.
                """),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.definitions.filter { $0.form == .entry || $0.form == .sentence }.compactMap { definition in
            let prose = reviewed.prose[definition.passage]
            let meaning = prose.words(in: definition.meaning).map(\.lowered)
            guard let term = Term(definition, after: prose), let missing = term.missing(in: meaning) else { return nil }
            return reviewed.finding(
                in: prose.passage, definition.range,
                "'\(definition.name)' means less here than in \(term.article): it lacks \(missing)",
                hint:
                    "write the definition of the law, or 'в значении, установленном \(term.reference) Закона № 152-ФЗ'")
        }
    }

    private enum Term {
        case data, processing, processor

        init?(_ definition: Definition, after prose: Prose) {
            switch definition.stems {
            case Self.dataStems, ["пдн"]: self = .data
            case Self.operatorStems, Self.operatorStems + Self.dataStems, Self.operatorStems + ["пдн"]:
                self = .processor
            case Self.processingStems + Self.dataStems, Self.processingStems + ["пдн"],
                Self.processingStems + [Stemmer.stem("данных")]:
                self = .processing
            case Self.processingStems
            where prose.words(in: definition.meaning).contains { word in
                ["данн", "пдн"].contains { word.lowered.hasPrefix($0) }
            }: self = .processing
            default: return nil
            }
        }

        private static let dataStems = Prose.stems(of: "персональные данные")
        private static let operatorStems = Prose.stems(of: "оператор")
        private static let processingStems = Prose.stems(of: "обработка")

        var article: String { "152-ФЗ, ст. 3 п. \(number)" }
        var reference: String { "пунктом \(number) статьи 3" }

        private var number: Int {
            switch self {
            case .data: 1
            case .processor: 2
            case .processing: 3
            }
        }

        /// What the law has and a definition has not, in quotation marks; nil where nothing is missing, or where the definition
        /// refers to the law or is of another sort.
        func missing(in words: [String]) -> String? {
            if words.contains(where: { $0.hasPrefix("значени") || $0.hasSuffix("-фз") || $0.hasPrefix("закон") }) {
                return nil
            }
            func has(_ start: String) -> Bool { words.contains { $0.hasPrefix(start) } }
            switch self {
            case .data:
                return has("информаци") || has("сведени") || has("данные")
                    ? has("определяем") ? nil : "'или определяемому'" : nil
            case .processor:
                // Of somebody in particular the definition says who it is.
                guard has("лиц"), has("определя") || has("обрабатыва"), !isSomebody(words) else { return nil }
                return Self.list(Self.duties.filter { duty in !duty.stems.contains(where: has) }.map(\.name))
            case .processing:
                // "включая" and its like only give examples.
                if has("включа") || has("числ") || has("например") { return nil }
                let missing = Self.actions.filter { action in !action.stems.contains(where: has) }
                return missing.count < Self.actions.count - 1 ? Self.list(missing.map(\.name)) : nil
            }
        }

        private func isSomebody(_ words: [String]) -> Bool {
            words.contains { ["ооо", "ао", "пао", "ано", "ип", "инн", "огрн", "огрнип", "указанн"].contains($0) }
        }

        private static func list(_ names: [String]) -> String? {
            names.isEmpty ? nil : names.map { "'\($0)'" }.joined(separator: ", ")
        }

        private static let duties: [(name: String, stems: [String])] = [
            ("организующие и (или) осуществляющие обработку", ["организу", "осуществля"]), ("цели обработки", ["цел"]),
            ("состав персональных данных", ["состав"]), ("действия (операции)", ["действи", "операци"]),
        ]

        private static let actions: [(name: String, stems: [String])] = [
            ("сбор", ["сбор"]), ("запись", ["запис"]), ("систематизация", ["систематиз"]), ("накопление", ["накоплен"]),
            ("хранение", ["хранен"]), ("уточнение", ["уточнен"]), ("извлечение", ["извлечен"]),
            ("использование", ["использован"]),
            ("передача", ["передач"]), ("обезличивание", ["обезличив"]), ("блокирование", ["блокирован"]),
            ("удаление", ["удален"]), ("уничтожение", ["уничтожен"]),
        ]
    }
}
