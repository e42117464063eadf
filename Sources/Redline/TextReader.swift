/// Reads texts that are to be compared with one another: what says the same has the same number in all of them.
struct TextReader {
    private var vocabulary = Vocabulary()
    private var contents: [[Int]: Int] = [:]

    mutating func blocks(of text: ComparedText) -> [Block] {
        var blocks = BlockReader.blocks(of: text, &vocabulary)
        for index in blocks.indices { blocks[index].content = content(of: blocks[index]) }
        return blocks
    }

    /// The same number for blocks that say the same; nil where nothing is said.
    private mutating func content(of block: Block) -> Int? {
        guard !block.tokens.isEmpty || block.kind == .rule else { return nil }
        // A cell's border counts: "а | б" is no "а б".
        let borders = block.kind.isRow ? [-1] + block.cells.map { -2 - $0.count } : block.kind == .rule ? [-1] : []
        let keys = block.tokens[block.body].map(\.key) + borders
        let content = contents[keys, default: contents.count]
        contents[keys] = content
        return content
    }
}
