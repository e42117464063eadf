internal import Diagnostics
internal import Legal
internal import Source

/// `unnumbered-paragraph`: a provision that nobody can cite, for it has no number.
enum UnnumberedParagraph {
    static let rule = Rule(
        "unnumbered-paragraph", .warning, "a provision without a number, which nobody can cite",
        asks: """
            Where at least half of the sections number their clauses, every provision has a number. A section of one paragraph \
            with its list needs none; definitions ("Термин — …"), lines such as "Email: …" and paragraphs inside a \
            numbered clause are left alone. Of more than two such paragraphs in a section only the first is shown.
            """,
        why: "In a complaint, a court or a reply to a regulator a provision is named by its number.",
        example: Rule.Example(
            before:
                "4. Цели обработки\n\nДанные обрабатываются для исполнения договора.\n\nРассылки возможны с согласия.",
            after:
                "4. Цели обработки\n\n4.1. Данные обрабатываются для исполнения договора.\n\n4.2. Рассылки возможны с согласия."
        ),
        check: .edition(findings))

    /// How many paragraphs of a section are shown by themselves.
    private static let mostSingle = 2

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let clauses = reviewed.text.clauses
        let sections = clauses.indices.filter { clauses[$0].kind == .section }
        let numbered = Set(clauses.filter { $0.kind == .clause }.compactMap(\.parent))
        guard !sections.isEmpty, sections.count(where: numbered.contains) * 2 >= sections.count else { return [] }
        let paragraphs = Dictionary(grouping: reviewed.passages.filter(isProvision)) { $0.clause }
        return sections.flatMap { section -> [Finding] in
            guard let found = paragraphs[section], found.count > 1 || numbered.contains(section),
                !isExempt(clauses[section].title ?? "")
            else { return [] }
            let lines = found.map { reviewed.edition.file.line(at: $0.source(of: $0.words).lowerBound) }
            let label = clauses[section].label
            if found.count <= mostSingle {
                return found.map { paragraph in
                    reviewed.finding(
                        in: paragraph, firstWords(of: paragraph), noNumber(label),
                        hint: hint(label, next: nextNumber(section, clauses, paragraph, found)))
                }
            }
            return [
                reviewed.finding(
                    in: found[0], firstWords(of: found[0]), noNumbers(lines, label),
                    hint: hint(label, next: nextNumber(section, clauses, found[0], found)))
            ]
        }
    }

    private static func noNumber(_ section: String) -> String {
        "this provision of section \(section) has no number, so that nobody can cite it"
    }

    private static func noNumbers(_ lines: [Int], _ section: String) -> String {
        "the provisions of section \(section) in lines \(lines.map(String.init).joined(separator: ", ")) have no numbers"
    }

    private static func hint(_ section: String, next: Int?) -> String? {
        next.map { "begin it with \(section).\($0)." }
    }

    /// The number a paragraph would get; nil where clauses stand around it already.
    private static func nextNumber(_ section: Int, _ clauses: [Clause], _ paragraph: Passage, _ found: [Passage])
        -> Int?
    {
        guard !clauses.contains(where: { $0.parent == section && $0.kind == .clause }) else { return nil }
        let start = paragraph.source(of: paragraph.words).lowerBound
        return found.firstIndex { $0.source(of: $0.words).lowerBound == start }.map { $0 + 1 }
    }

    /// The first words of a paragraph, which the caret stands under.
    private static func firstWords(of passage: Passage) -> Range<Int> {
        let words = passage.text.words(in: passage.words)
        return passage.start..<(words.prefix(3).last?.range.upperBound ?? passage.words.upperBound)
    }

    /// Whether a passage is a sentence that lays something down.
    private static func isProvision(_ passage: Passage) -> Bool {
        guard passage.kind == .paragraph, !passage.isQuoted, passage.item == nil, !passage.words.isEmpty else {
            return false
        }
        let text = passage.text
        guard let last = passage.words.last(where: { !text.isSpace($0) }),
            ".:;!".unicodeScalars.contains(text.scalars[last])
        else { return false }
        return !isLabelled(passage) && !isDefinition(passage)
    }

    /// "Email: consent@cmpas.ru".
    private static func isLabelled(_ passage: Passage) -> Bool {
        let colon = passage.words.first { passage.text.scalars[$0] == ":" }
        guard let colon, passage.words.contains(colon + 1) else { return false }
        return passage.text.words(in: passage.start..<colon).count <= 5
    }

    /// "Клиент — физическое лицо…".
    private static func isDefinition(_ passage: Passage) -> Bool {
        let text = passage.text
        let dash = passage.words.prefix(120).first {
            "—–".unicodeScalars.contains(text.scalars[$0]) && text.isSpace($0 - 1) && text.isSpace($0 + 1)
        }
        guard let dash else { return false }
        return text.words(in: passage.start..<dash).count <= 8
            && !passage.text.scalars[passage.start..<dash].contains { ",;:".unicodeScalars.contains($0) }
    }

    /// Sections of definitions, and of what stands under a text.
    private static func isExempt(_ title: String) -> Bool {
        let stems = ["термин", "определен", "понят", "реквизит", "контакт", "подпис", "адрес", "definition", "contact"]
        let text = ScalarText(Array(title.utf8))
        return text.words(in: text.scalars.indices).contains { word in stems.contains { word.lowered.hasPrefix($0) } }
    }
}
