internal import Legal
internal import Source

/// A place of an edition that names a law.
struct CitedLaw {
    let passage: Passage
    let citation: LawCitation

    /// The number as it is written: "№ 152-ФЗ", "ФЗ-152".
    var written: String { passage.text.string(citation.range) }

    /// Whether it is named because it amended something: "в редакции Федерального закона …", "с изменениями, внесёнными …",
    /// and what goes on a list of such laws.
    let isNamedForItsAmendments: Bool

    init(_ citation: LawCitation, in passage: Passage, after previous: CitedLaw?) {
        (self.passage, self.citation) = (passage, citation)
        isNamedForItsAmendments =
            citation.continuesList && previous?.isNamedForItsAmendments ?? false
            || Self.followsWordsOfAmendment(citation, passage)
    }

    private static func followsWordsOfAmendment(_ citation: LawCitation, _ passage: Passage) -> Bool {
        let start = citation.phrase.lowerBound
        // Not in the title of the law before: "№ 242-ФЗ «О внесении изменений …», № 38-ФЗ".
        let nearby = max(0, start - nearby)..<start
        let from = nearby.last { passage.text[$0] == "»" } ?? nearby.lowerBound
        let before = passage.text.words(in: from..<start)
        return before.suffix(4).contains { word in
            word.lowered == "ред" || amending.contains { word.lowered.hasPrefix($0) }
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
            passage.text.lawCitations().reduce(into: [CitedLaw]()) { laws, citation in
                laws.append(CitedLaw(citation, in: passage, after: laws.last))
            }
        }
    }

    /// The line of the file a law is named in.
    func line(of law: CitedLaw) -> Int {
        edition.file.line(at: law.passage.source(of: law.citation.range).lowerBound)
    }
}
