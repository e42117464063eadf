internal import Diagnostics
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
        let values = Values(texts: rendition.values.texts.filter { !$0.value.isEmpty })
        var placeholders = Placeholders(
            values: values, builtIn: rendition.builtIn.filter { !$0.value.isEmpty }, severityOfGap: .warning)
        placeholders.fill(&edition)
        return (tree, names)
    }
}
