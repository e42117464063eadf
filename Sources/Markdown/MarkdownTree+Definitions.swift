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

    /// Marks the definitions that links refer to. Where a link's label could not be found, all count as used: better to miss
    /// one that is not than to call one unused that is.
    func markUsedDefinitions(_ labels: Set<[UInt8]>, lost: [CNode]) {
        for label in labels {
            if let index = definitionIndex[label] { definitions[index].isUsed = true }
        }
        guard !lost.isEmpty else { return }
        for index in definitions.indices { definitions[index].isUsed = true }
    }
}
