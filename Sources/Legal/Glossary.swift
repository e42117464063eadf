internal import Markdown
internal import Source

/// Leads from the words of a text to the definitions of its terms: where a term is used for the first time in a provision, its
/// word becomes a link to the place that defines it.
struct Glossary {
    /// A term and the block that says what it means.
    struct Entry {
        let id: String
        let stems: [String]
        let block: MarkdownNode
    }

    /// As many terms as the stylesheet can show the definitions of.
    static let mostEntries = 40

    private(set) var entries: [Entry] = []
    /// The elements that hold the terms where they are defined.
    private let defining: Set<MarkdownNode>
    /// Which entries' names begin with a stem, the longer names first.
    private var byFirstStem: [String: [Int]] = [:]

    /// - Parameter words: those of the text, marked: its terms stand in elements of their own.
    init(_ words: Words) {
        defining = Set(words.definitions.map(\.element))
        // Of two definitions the entry of a list says more than the brackets behind a word.
        for definition in words.definitions.sorted(by: { $0.isEntry && !$1.isEntry }) {
            guard let id = definition.id, entries.count < Self.mostEntries else { continue }
            let name = ScalarText(definition.element.plainText)
            let stems = name.words(in: 0..<name.scalars.count).map(\.stem)
            guard !stems.isEmpty, !entries.contains(where: { $0.stems == stems }) else { continue }
            entries.append(Entry(id: id, stems: stems, block: definition.block))
        }
        for (index, entry) in entries.enumerated() { byFirstStem[entry.stems[0], default: []].append(index) }
        for stem in byFirstStem.keys {
            byFirstStem[stem]?.sort { entries[$0].stems.count > entries[$1].stems.count }
        }
    }

    /// Makes the links. Linear in the text.
    func mark(_ structure: inout Structure) {
        if entries.isEmpty { return }
        var told: [MarkdownNode: Set<Int>] = [:]
        for leaf in structure.edition.leaves {
            if case .heading = leaf.kind { continue }
            guard let parent = leaf.parent else { continue }
            var text = InlineText(of: leaf)
            var links: [(range: Range<Int>, wrapper: MarkdownNode)] = []
            for use in uses(in: text) where entries[use.entry].block != leaf {
                guard told[parent, default: []].insert(use.entry).inserted else { continue }
                let number = use.entry + 1
                let link = structure.edition.inlineElement(
                    "a", ["class": "term t\(number)", "href": "#\(entries[use.entry].id)"])
                links.append((use.range, link))
            }
            text.wrap(links, &structure.edition)
        }
    }

    /// What each term means, in the order of their numbers: the text of the block that defines it, with its values filled in.
    func meanings() -> [TermMeaning] {
        entries.map { entry in
            TermMeaning(
                id: entry.id,
                text: String(decoding: PlainText.withSingleSpaces(entry.block.plainText), as: UTF8.self))
        }
    }

    private func uses(in text: InlineText) -> [(range: Range<Int>, entry: Int)] {
        let scalars = ScalarText(text.bytes)
        let words = scalars.words(in: 0..<scalars.scalars.count)
        var uses: [(range: Range<Int>, entry: Int)] = []
        var index = 0
        while index < words.count {
            defer { index += 1 }
            guard words[index].isCapitalised, let entry = entry(at: index, of: words) else { continue }
            let last = index + entries[entry].stems.count - 1
            let range = scalars.bytes(words[index].range.lowerBound..<words[last].range.upperBound)
            guard text.isPlain(range), text.canWrap(range), let piece = text.piece(at: range.lowerBound),
                !isDefining(piece.node)
            else { continue }
            uses.append((range, entry))
            index = last
        }
        return uses
    }

    private func entry(at index: Int, of words: [Word]) -> Int? {
        byFirstStem[words[index].stem]?.first { entry in
            let stems = entries[entry].stems
            return index + stems.count <= words.count
                && words[index..<index + stems.count].lazy.map(\.stem).elementsEqual(stems)
        }
    }

    private func isDefining(_ node: MarkdownNode) -> Bool {
        var node: MarkdownNode? = node
        while let current = node {
            if defining.contains(current) { return true }
            node = current.parent
        }
        return false
    }
}

/// What a term of a text means.
package struct TermMeaning: Sendable {
    /// The id of the place that defines it.
    package let id: String
    /// The words of the block it stands in.
    package let text: String
}
