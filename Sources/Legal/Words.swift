internal import Markdown
internal import Source

/// Marks what the words of a text do: references become links to the clause they name, terms stand in `<dfn>` where they are
/// defined.
struct Words {
    private let rendition: Rendition
    private let ids: Set<String>
    private let annexes: [MarkdownNode: String]
    /// The ids of the provisions whose titles stand in a block: what a title says of its own provision is no reference.
    private let titles: [MarkdownNode: String]
    private(set) var references: [Reference] = []
    private(set) var terms: [Term] = []
    /// The elements that terms stand in where they are defined, in order, with their ids.
    private(set) var definitions: [(id: String?, element: MarkdownNode, block: MarkdownNode, isEntry: Bool)] = []
    private(set) var unknown: [UnknownReference] = []

    /// The numbers that headings in words have: "Раздел 1. Общие положения".
    private var numbersInWords: Set<String> = []

    private enum Mark {
        case reference(id: String)
        case term(id: String?)
    }

    init(_ rendition: Rendition, _ structure: Structure) {
        self.rendition = rendition
        ids = structure.ids
        annexes = structure.annexes
        titles = structure.headings.reduce(into: [:]) { $0[$1.node] = structure.clauses[$1.clause].id }
    }

    /// Marks every block of the text.
    mutating func mark(_ structure: inout Structure) {
        var definitions: Set<MarkdownNode> = []
        for heading in structure.headings {
            let title = String(decoding: heading.node.plainText, as: UTF8.self)
            if TermScanner.isOfDefinitions(title: title), let section = heading.node.parent {
                definitions.formUnion(section.descendants)
            }
        }
        for leaf in structure.edition.leaves {
            mark(leaf, isEntry: definitions.contains(leaf) && leaf.kind == .paragraph, &structure.edition)
        }
        unknown.removeAll { !$0.isAnnex && numbersInWords.contains($0.name) }
    }

    /// Whether a block begins with a number of its own in words, which is no reference: "Раздел 1. Общие положения".
    private func isHeading(_ found: ReferenceScanner.Found, _ text: ScalarText, of leaf: MarkdownNode) -> Bool {
        let word = text.word(at: found.range.lowerBound)
        guard found.range.lowerBound == text.skippingSpace(0),
            ["раздел", "подраздел", "section"].contains(text.string(word).lowercased())
        else { return false }
        if case .heading = leaf.kind { return true }
        guard leaf.kind == .paragraph, text.scalars[word.lowerBound].isCapital else { return false }
        return text[found.number.upperBound].map { ".:\n".unicodeScalars.contains($0) } ?? true
    }

    private mutating func mark(_ leaf: MarkdownNode, isEntry: Bool, _ edition: inout EditionTree) {
        var text = InlineText(of: leaf)
        let scalars = ScalarText(text.bytes)
        var marks: [(range: Range<Int>, mark: Mark)] = []
        let annex = annexPrefix(around: leaf)
        let start = labelEnd(of: leaf)
        let isQuotation = isInQuotation(leaf)
        var quotations = QuotationDepth()
        for found in ReferenceScanner(scalars, title: rendition.title).references()
        where found.range.lowerBound >= start {
            let range = scalars.bytes(found.range)
            guard text.isPlain(range), let offset = text.sourceOffset(at: range.lowerBound, in: edition) else {
                continue
            }
            if isHeading(found, scalars, of: leaf) {
                numbersInWords.insert(scalars.string(found.number))
                continue
            }
            if let id = id(of: found.target, inAnnex: annex) {
                if id == titles[leaf] { continue }
                references.append(Reference(target: id, offset: offset))
                marks.append((range, .reference(id: id)))
            } else if !found.isVague, !isQuotation, quotations.depth(at: found.range.lowerBound, in: scalars) == 0 {
                let name = scalars.string(found.number)
                let isAnnex = if case .annex = found.target { true } else { false }
                let start = text.sourceOffset(at: scalars.bytes(found.number).lowerBound, in: edition) ?? offset
                unknown.append(
                    UnknownReference(name: name, isAnnex: isAnnex, source: start..<start + name.utf8.count))
            }
        }
        let scanner = TermScanner(scalars)
        var found = scanner.definingTerms()
        // "Сторона — специалист (далее — «Пользователь»)" defines what is in the brackets.
        if isEntry, found.isEmpty { found = scanner.entry(from: start) }
        for range in found {
            let bytes = scalars.bytes(range)
            guard let offset = text.sourceOffset(at: bytes.lowerBound, in: edition) else { continue }
            terms.append(Term(name: scalars.string(range), offset: offset))
            // An author's `{#name}` may have taken it.
            let id = "term-\(terms.count)"
            marks.append((bytes, .term(id: rendition.linksTerms && !ids.contains(id) ? id : nil)))
        }
        wrap(marks, in: leaf, isEntry: isEntry, &text, &edition)
    }

    private mutating func wrap(
        _ marks: [(range: Range<Int>, mark: Mark)], in leaf: MarkdownNode, isEntry: Bool, _ text: inout InlineText,
        _ edition: inout EditionTree
    ) {
        var defined: [(id: String?, element: MarkdownNode, block: MarkdownNode, isEntry: Bool)] = []
        var ranges: [(range: Range<Int>, wrapper: MarkdownNode)] = []
        var limit = Int.max
        for (range, mark) in marks.sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
        where range.upperBound <= limit && text.canWrap(range) {
            let wrapper =
                switch mark {
                case .reference(let id): edition.tree.makeLink(destination: Array("\(rendition.anchorBase)#\(id)".utf8))
                case .term(let id): edition.inlineElement("dfn", ["id": id])
                }
            if case .term(let id) = mark { defined.append((id, wrapper, leaf, isEntry)) }
            ranges.append((range, wrapper))
            limit = range.lowerBound
        }
        definitions += defined.reversed()
        text.wrap(ranges.reversed(), &edition)
    }

    /// Where the words of a block begin: behind the label of its provision.
    private func labelEnd(of leaf: MarkdownNode) -> Int {
        guard let first = leaf.firstChild, first.kind == .customInline, first.firstChild?.kind == .text else {
            return 0
        }
        return ScalarText(first.plainText).scalars.count
    }

    // MARK: References

    private func isInQuotation(_ leaf: MarkdownNode) -> Bool {
        var node = leaf.parent
        while let current = node {
            if current.kind == .blockQuote { return true }
            node = current.parent
        }
        return false
    }

    /// How many quotations « » are open at places of a text that are asked for in order. What is quoted may be another text, whose
    /// clauses are not ours. Linear over all places.
    private struct QuotationDepth {
        private var index = 0
        private var depth = 0

        mutating func depth(at place: Int, in text: ScalarText) -> Int {
            while index < place {
                if text[index] == "«" { depth += 1 } else if text[index] == "»" { depth = max(0, depth - 1) }
                index += 1
            }
            return depth
        }
    }

    /// The id a reference leads to: that of the annex it stands in goes before the text's own.
    private func id(of target: ReferenceScanner.Target, inAnnex annex: String?) -> String? {
        switch target {
        case .annex(let id): return ids.contains(id) ? id : nil
        case .provision(let label):
            if let annex, ids.contains(annex + label) { return annex + label }
            return ids.contains(label) ? label : nil
        }
    }

    private func annexPrefix(around leaf: MarkdownNode) -> String? {
        var node: MarkdownNode? = leaf
        while let current = node {
            if let prefix = annexes[current] { return prefix }
            node = current.parent
        }
        return nil
    }
}
