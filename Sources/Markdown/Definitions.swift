extension MarkdownTree {
    /// Finds repeated labels, of which cmark takes the first.
    func indexDefinitions() {
        for index in definitions.indices {
            let label = definitions[index].label
            if definitionIndex[label] == nil {
                definitionIndex[label] = index
            } else {
                definitions[index].isRepeated = true
            }
        }
    }

    /// Marks the definitions that links refer to. A link whose label could not be found counts for every definition with its
    /// destination, so that nobody is told of an unused definition that is used.
    func markUsedDefinitions(_ labels: Set<[UInt8]>, lost: [CNode]) {
        for label in labels {
            if let index = definitionIndex[label] { definitions[index].isUsed = true }
        }
        guard !lost.isEmpty else { return }
        for index in definitions.indices { definitions[index].isUsed = true }
    }
}
