internal import Legal
internal import Source

/// A place of an edition that names a law.
struct CitedLaw {
    let passage: Passage
    let citation: LawCitation

    /// The number as it is written: "№ 152-ФЗ", "ФЗ-152".
    var written: String { passage.text.string(citation.range) }

    /// Whether it is named because it amended something: "в редакции Федерального закона …", "с изменениями, внесёнными …".
    var isNamedForItsAmendments: Bool {
        let start = citation.phrase.lowerBound
        // Not in the title of the law before: "№ 242-ФЗ «О внесении изменений …», № 38-ФЗ".
        let nearby = (max(0, start - Self.nearby)..<start)
        let from = nearby.last { passage.text[$0] == "»" } ?? nearby.lowerBound
        let before = passage.text.words(in: from..<start)
        return before.suffix(4).contains { word in
            word.lowered == "ред" || Self.amending.contains { word.lowered.hasPrefix($0) }
        }
    }

    private static let amending = ["редакци", "изменени", "внесен", "внесён"]
    /// How far before a citation the words stand that say why it is named.
    private static let nearby = 60
}

extension ReviewedEdition {
    /// The laws that the text names by their numbers, in order; what stands in quotations is not the author's.
    var citedLaws: [CitedLaw] {
        passages.filter { !$0.isQuoted }.flatMap { passage in
            passage.text.lawCitations().map { CitedLaw(passage: passage, citation: $0) }
        }
    }

    /// The line of the file a law is named in.
    func line(of law: CitedLaw) -> Int {
        edition.file.line(at: law.passage.source(of: law.citation.range).lowerBound)
    }
}
