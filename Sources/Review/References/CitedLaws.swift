internal import Legal
internal import Source

/// A place of an edition that names a law.
struct CitedLaw {
    let passage: Passage
    let citation: LawCitation

    /// The number as it is written: "№ 152-ФЗ", "ФЗ-152".
    var written: String { passage.text.string(citation.range) }
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
