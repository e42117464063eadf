internal import Diagnostics
internal import Legal

extension ReviewedEdition {
    /// Every sentence of the text in order.
    var sentences: [Sentence] { prose.flatMap(\.wholeSentences) }

    /// The sentences of the title and of the first section: they say what the document is about.
    var openingSentences: [Sentence] {
        let first = passages.first { $0.section != nil }?.section
        return prose.filter { $0.passage.section == nil || $0.passage.section == first }
            .prefix(Self.longestOpening).flatMap(\.wholeSentences)
    }

    /// A text without sections says in so many passages what it is about.
    private static let longestOpening = 24

    /// Whether the title of the document or its opening reads as one of some wordings.
    func isAbout(_ wordings: [Wording]) -> Bool {
        titleReads(wordings) || openingSentences.contains { $0.first(wordings) != nil }
    }

    /// Whether the title of the document reads as one of some wordings.
    func titleReads(_ wordings: [Wording]) -> Bool {
        let title = ScalarText(Array(document.title.utf8))
        let words = title.words(in: 0..<title.scalars.count)[...]
        return wordings.contains { $0.first(in: words) != nil }
    }

    /// Whether any sentence of the text reads as one of some wordings.
    func says(_ wordings: [Wording]) -> Bool {
        sentences.contains { $0.first(wordings) != nil }
    }

    /// A finding about what the text as a whole does not say, at its beginning.
    func findingAtStart(_ message: String, hint: String? = nil, severity: Severity? = nil) -> [Finding] {
        guard let first = passages.first(where: { !$0.words.isEmpty }) else { return [] }
        return [finding(in: first, first.words, message, hint: hint, severity: severity)]
    }

    /// A finding about some scalars of a sentence.
    func finding(in sentence: Sentence, _ range: Range<Int>, _ message: String, hint: String? = nil) -> Finding {
        finding(in: sentence.prose.passage, range, message, hint: hint)
    }
}

/// Something that a document must say, and the wordings that say it.
struct Element: Sendable {
    let name: String
    let wordings: [Wording]

    init(_ name: String, _ wordings: Wording...) {
        (self.name, self.wordings) = (name, wordings)
    }

    /// What names a company, a body or a sole trader.
    static let legalForms: Wording =
        "ооо|ао|пао|зао|оао|ано|нко|ноу|чоу|чдоу|мбоу|маоу|мбдоу|гбоу|фгбоу|фгаоу|гбуз|фгбу|гбу|мбу|фгуп|гуп|муп|ип|кфх|тсж|снт|обществ*|предпринимател*|учреждени*|организаци*|самозанят*|плательщик*|фонд*|банк*|министерств*"
}

extension ReviewedEdition {
    /// The names of the elements that no sentence of the text says.
    func missing(_ elements: [Element]) -> [String] {
        let sentences = sentences
        return elements.filter { element in !sentences.contains { $0.first(element.wordings) != nil } }.map(\.name)
    }
}
