package import Diagnostics
internal import HTML
internal import Markdown
internal import Templates

/// The text of one edition, understood and rendered.
package struct LegalText: Sendable {
    /// The text as HTML, without the element around it.
    package let html: [UInt8]
    /// What `digest` is of.
    package let plainText: [UInt8]
    package let digest: Digest
    /// Whether the text begins with a title of its own.
    package let hasTitle: Bool
    /// Every provision in order.
    package let clauses: [Clause]
    /// Every block of the text in order, as it is written.
    package let passages: [Passage]
    package let references: [Reference]
    /// The references and links to clauses of this text that are not there.
    package let unknownReferences: [UnknownReference]
    package let terms: [Term]
    /// What the terms mean that words of the text lead to, in the order of the links' classes `t1`, `t2` …
    package let meanings: [TermMeaning]
    /// What was filled in, by name.
    package let usedValues: [String: String]
    /// Links to provisions of other texts.
    package let outwardAnchors: [OutwardAnchor]
    /// The names of the values that are still empty, sorted.
    package let gaps: [String]
    package let diagnostics: [Diagnostic]
}

extension LegalText {
    package var clauseCount: Int { clauses.count { $0.kind == .clause } }

    /// How many words the plain text has.
    package var wordCount: Int { plainText.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.count }
}

extension Edition {
    /// Parses the edition's text and renders it. Linear in its length.
    package func render(_ rendition: Rendition) -> LegalText {
        let tree = MarkdownTree(file, body: body)
        var structure = Structure(EditionTree(tree), title: rendition.title)
        let passages = Passages(structure).list
        var words = Words(rendition, structure)
        words.mark(&structure)
        let glossary = rendition.linksTerms ? Glossary(words) : nil
        glossary?.mark(&structure)
        var placeholders = Placeholders(rendition)
        placeholders.fill(&structure.edition)
        var links = Links(rendition, ids: structure.ids)
        links.resolve(structure.edition)
        structure.addPermalinks(rendition)
        structure.edition.setNoBreakSpaces(rendition.language)
        structure.readTitles()
        let plainText = PlainText.of(tree)
        let meanings = glossary?.meanings() ?? []
        if let label = rendition.tableLabel { structure.edition.makeTablesScroll(label) }
        return LegalText(
            html: tree.html(), plainText: plainText, digest: Digest(of: plainText), hasTitle: structure.hasTitle,
            clauses: structure.clauses, passages: passages,
            references: words.references, unknownReferences: words.unknown + links.unknown, terms: words.terms,
            meanings: meanings,
            usedValues: placeholders.used, outwardAnchors: links.anchors, gaps: placeholders.gaps.sorted(),
            diagnostics: tree.diagnostics + structure.diagnostics + links.diagnostics
                + placeholders.diagnostics)
    }
}

extension Edition {
    /// The ids of every provision of the text, whatever its values.
    ///
    /// - Parameter title: that of the document.
    package func anchors(title: String) -> Set<String> {
        Structure(EditionTree(MarkdownTree(file, body: body)), title: title).ids
    }

    /// The plain text that `render` gives, and nothing else: neither what is found in it nor how it is shown.
    func plainText(_ rendition: Rendition) -> [UInt8] {
        let tree = MarkdownTree(file, body: body)
        var structure = Structure(EditionTree(tree), title: rendition.title)
        var placeholders = Placeholders(rendition)
        placeholders.fill(&structure.edition)
        return PlainText.of(tree)
    }
}

extension Structure {
    /// Gives every provision with an id a link to itself, behind its first line.
    fileprivate func addPermalinks(_ rendition: Rendition) {
        for anchor in anchors {
            let clause = clauses[anchor.clause]
            guard let id = clause.id else { continue }
            let link = edition.inlineElement(
                "a",
                [
                    "class": "permalink", "data-note": "", "href": "\(rendition.permalinkBase)#\(id)",
                    "aria-label": rendition.permalinkLabel(clause),
                ])
            anchor.leaf.append(edition.tree.makeText(" ".utf8))
            anchor.leaf.append(link)
        }
    }

    /// Takes the titles of sections as they read with everything filled in.
    fileprivate mutating func readTitles() {
        for heading in headings {
            let text = PlainText.withSingleSpaces(heading.node.plainText)
            let title = text.dropFirst(heading.labelLength).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") }
            clauses[heading.clause].title = String(decoding: title, as: UTF8.self)
        }
    }
}

extension EditionTree {
    /// Puts each table into a box that can be scrolled, with the keyboard too.
    fileprivate func makeTablesScroll(_ label: String) {
        for table in tree.root.descendants.filter({ $0.kind == .table }) {
            let box = blockElement(
                "div", ["class": "table-scroll", "role": "group", "aria-label": label, "tabindex": "0"])
            box.insert(before: table)
            box.append(table)
        }
    }

    /// Makes the spaces unbreakable that typography wants so.
    fileprivate func setNoBreakSpaces(_ language: Language) {
        for leaf in leaves {
            let text = InlineText(of: leaf)
            var offsets = Typography(ScalarText(text.bytes), language).noBreakSpaces()[...]
            for piece in text.pieces where !offsets.isEmpty {
                let end = piece.start + piece.count
                let inside = offsets.prefix { $0 < end }
                offsets = offsets.dropFirst(inside.count)
                if inside.isEmpty || !piece.isText { continue }
                var literal: [UInt8] = []
                var copied = piece.start
                for offset in inside {
                    literal += text.bytes[copied..<offset] + Array("\u{A0}".utf8)
                    copied = offset + 1
                }
                piece.node.literal = literal + text.bytes[copied..<end]
            }
        }
    }
}
