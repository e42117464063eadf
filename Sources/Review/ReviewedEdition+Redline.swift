internal import Legal
internal import Redline
internal import Source

extension ReviewedEdition {
    /// What a draft changes in the edition that it follows; nil where it follows none. Linear, but no trifle: the texts are read
    /// and compared anew.
    func redline() -> (against: Publication, redline: Redline)? {
        guard let before = standingPredecessor, let old = history.edition(before.version) else { return nil }
        let builtIn = text.usedValues.filter { PlaceholderName.builtIn.contains($0.key) }
        let rendition = Rendition(
            title: document.title, language: document.language, values: context.values, builtIn: builtIn,
            standing: .draft, permalinkBase: "", permalinkLabel: { $0.label }, resolveLink: { .address($0) })
        let oldText = PublishedEdition(edition: old, publication: before).comparedText
        return (before, Redline(old: oldText, new: ComparedText(edition, rendition)))
    }

    /// The place of the first words of a line.
    func place(ofLine line: Int) -> Range<Int> {
        let range = edition.file.range(ofLine: min(max(1, line), edition.file.lineStarts.count))
        let start = edition.file.bytes[range].firstIndex { $0 > 0x20 } ?? range.lowerBound
        let end = edition.file.bytes[start..<range.upperBound].firstIndex { $0 <= 0x20 } ?? range.upperBound
        return start..<end
    }
}
