/// A part of a text that is compared as one: a heading, a paragraph, a list item, a row of a table, code.
package struct Block: Sendable {
    package enum Kind: Hashable, Sendable {
        case heading(level: Int)
        case paragraph
        /// A list item, at its depth from 1.
        case item(depth: Int)
        case row(isHeader: Bool)
        case code
        /// What Markdown drops or Edict does not support, as its source text.
        case source
        case rule

        var isRow: Bool { if case .row = self { true } else { false } }
        var isItem: Bool { if case .item = self { true } else { false } }
    }

    /// The number or letter that a provision begins with.
    struct Label: Sendable {
        /// `5.2`, `а)`: without the final full stop.
        let name: String
        /// Whether it is a section's or a clause's number.
        let isNumber: Bool
        let byteCount: Int
    }

    /// How a part of the text looks.
    struct Style: Hashable, Sendable {
        var isStrong = false
        var isEmphasis = false
        var isCode = false
        /// Where a link leads, with its title.
        var link: String?
    }

    /// The end of a part of the text that looks alike; it begins where the one before ends.
    struct Span: Equatable, Sendable {
        let end: Int
        let style: Style
    }

    var kind: Kind
    let isQuoted: Bool
    /// Counted from the file's first.
    let line: Int
    /// The label and the text.
    let text: [UInt8]
    let spans: [Span]
    var label: Label?
    /// What the author calls it, `{#name}`: the same in every edition.
    var name: String?
    /// The label's come first: its name, and its final full stop or bracket.
    var tokens: [Token] = []
    private(set) var labelTokenCount = 0
    /// Of a row: the tokens of each cell.
    var cells: [Range<Int>] = []
    /// The same number for every block that says the same, labels apart; nil where nothing is said.
    var content: Int?
    /// The stems of its words and numbers, sorted, each as often as it stands there.
    var stems: [Int] = []

    /// The tokens behind the label.
    var body: Range<Int> { labelTokenCount..<tokens.count }

    mutating func setLabel(_ tokens: [Token]) {
        self.tokens = tokens
        labelTokenCount = tokens.count
    }

    /// Whether it reads and looks the same to the byte.
    func isIdentical(to other: Block) -> Bool {
        kind == other.kind && label?.name == other.label?.name && text == other.text && spans == other.spans
            && cells == other.cells
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// The parts of a range that look alike.
    func pieces(of range: Range<Int>) -> [(text: String, style: Style)] {
        stretches(of: range).map { (string($0.range), $0.style) }
    }

    private func stretches(of range: Range<Int>) -> [(range: Range<Int>, style: Style)] {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].end <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var stretches: [(Range<Int>, Style)] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let span = low < spans.count ? spans[low] : Span(end: range.upperBound, style: Style())
            let end = min(span.end, range.upperBound)
            if end > start { stretches.append((start..<end, span.style)) }
            start = max(start, end)
            low += 1
        }
        return stretches
    }

    func styles(of token: Token) -> [Style] { stretches(of: token.range).map(\.style) }

    /// Whether a token is the sign behind an item of a list: it says where the list goes on and where it ends, and nothing more.
    func isItemEnd(_ token: Int) -> Bool {
        let isTypedItem = label.map { !$0.isNumber } ?? false
        guard kind.isItem || isTypedItem, token == tokens.count - 1, token >= labelTokenCount else { return false }
        return [";", ",", "."].contains(string(tokens[token].range))
    }
}

/// A word, a number, a date, an address or a punctuation mark.
struct Token: Sendable {
    /// Where the white space before it begins.
    let gap: Int
    /// Where it stands in its block's text.
    let range: Range<Int>
    /// The same number for tokens that differ in nothing but typography.
    let key: Int
    /// The same number for the forms of one word; nil for punctuation.
    let stem: Int?
}
