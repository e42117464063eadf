/// One block of a text as the rules of review read it: a heading, a paragraph, an item, a cell. Its words are as they were
/// written, across all markup, placeholders and all; each has its place in the file.
package struct Passage: Sendable {
    package enum Kind: Sendable, Equatable {
        /// The text's own title.
        case title
        case heading
        /// A clause, or a paragraph without a number.
        case paragraph
        /// The first block of an item with a letter, a number or a bullet.
        case item
        case cell
        /// A field of front matter.
        case field(String)
    }

    package let kind: Kind
    package let text: ScalarText
    /// The scalar at which its words begin: behind the label of its provision.
    package let start: Int
    /// The innermost provision it stands in, as an index into the text's clauses.
    package let clause: Int?
    /// The numbered section or the annex it stands in, likewise.
    package let section: Int?
    /// The heading of the innermost section it stands in, numbered or not, as an index into the text's passages.
    package let heading: Int?
    package let item: Item?
    package let cell: Cell?
    /// Whether it stands in a block quotation.
    package let isQuoted: Bool
    /// The links of the author's in it, in order.
    package let links: [Link]
    private let runs: [Run]

    /// The place of a passage in a list.
    package struct Item: Sendable, Equatable {
        /// Each list of the text has a number of its own.
        package let list: Int
        /// Counted from 0.
        package let index: Int
        /// How many lists are around it, at least one.
        package let depth: Int
    }

    /// The place of a cell in a table, counted from 0; the head is row 0.
    package struct Cell: Sendable, Equatable {
        package let table: Int
        package let row: Int
        package let column: Int
    }

    package struct Link: Sendable {
        /// The scalars that are the link.
        package let range: Range<Int>
        /// As it is written.
        package let destination: String
    }

    /// A stretch of the text and where it came from.
    struct Run: Sendable {
        /// Its first byte in the text; it ends where the next begins.
        let start: Int
        /// The bytes of the file, for each byte of the run by its distance from `start`.
        let source: @Sendable (Int) -> Range<Int>
    }

    init(
        _ kind: Kind, _ text: ScalarText, start: Int = 0, clause: Int? = nil, section: Int? = nil, heading: Int? = nil,
        item: Item? = nil, cell: Cell? = nil, isQuoted: Bool = false, links: [Link] = [], runs: [Run]
    ) {
        (self.kind, self.text, self.start, self.runs) = (kind, text, start, runs)
        (self.clause, self.section, self.heading) = (clause, section, heading)
        (self.item, self.cell, self.isQuoted, self.links) = (item, cell, isQuoted, links)
    }

    /// The scalars of its words.
    package var words: Range<Int> { start..<max(start, text.scalars.count) }

    /// The bytes of the file that some of its scalars are written with. Logarithmic.
    package func source(of range: Range<Int>) -> Range<Int> {
        let bytes = text.bytes(range.clamped(to: 0..<text.scalars.count))
        let first = source(ofByte: bytes.lowerBound)
        guard !bytes.isEmpty else { return first.lowerBound..<first.lowerBound }
        return first.lowerBound..<max(first.lowerBound, source(ofByte: bytes.upperBound - 1).upperBound)
    }

    private func source(ofByte byte: Int) -> Range<Int> {
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].start <= byte { low = middle } else { high = middle }
        }
        return low < runs.count ? runs[low].source(byte - runs[low].start) : 0..<0
    }

    /// Whether some of its scalars are a part of a link of the author's.
    package func isLinked(_ range: Range<Int>) -> Bool {
        links.contains { $0.range.overlaps(range) }
    }
}
