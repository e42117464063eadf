package import Markdown

extension Edition {
    /// The text with every placeholder filled and no provision rebuilt: as its author wrote it, to be compared with another.
    ///
    /// - Returns: the tree, and what the author calls some of its blocks, `{#name}`, which are no part of the text.
    package func filledText(_ rendition: Rendition) -> (tree: MarkdownTree, names: [MarkdownNode: String]) {
        let tree = MarkdownTree(file, body: body)
        var edition = EditionTree(tree)
        var names: [MarkdownNode: String] = [:]
        var taken: Set<String> = []
        for leaf in edition.leaves
        where leaf.kind != .tableCell(isHeader: true) && leaf.kind != .tableCell(isHeader: false) {
            guard let name = edition.authorsName(of: leaf), name.isValid, taken.insert(name.text).inserted else {
                continue
            }
            name.remove()
            names[leaf] = name.text
        }
        // A gap stays what it is, `{{NAME}}`.
        var placeholders = Placeholders(rendition.withoutGaps)
        placeholders.fill(&edition)
        return (tree, names)
    }
}

extension Rendition {
    fileprivate var withoutGaps: Rendition {
        Rendition(
            title: title, language: language, values: Values(texts: values.texts.filter { !$0.value.isEmpty }),
            builtIn: builtIn.filter { !$0.value.isEmpty }, standing: standing, permalinkBase: permalinkBase,
            permalinkLabel: permalinkLabel, resolveLink: resolveLink)
    }
}
