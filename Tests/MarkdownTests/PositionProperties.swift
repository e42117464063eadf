import Markdown
import Source
import Testing

/// What holds of the positions in every tree.
struct PositionProperties {
    let tree: MarkdownTree

    /// What is wrong with the map of a text or code; nil where all is right.
    func problem(of node: MarkdownNode) -> String? {
        let literal = node.literal
        guard !literal.isEmpty else { return nil }
        guard let map = tree.map(of: node) else { return "no map for '\(text(literal))'" }
        var last = -1
        for index in literal.indices {
            let offset = map.offset(at: index)
            guard offset >= last, offset <= tree.file.bytes.count else {
                return "offsets go back in '\(text(literal))'"
            }
            last = offset
            if map.isVerbatim(index..<index + 1), tree.file.bytes[offset] != literal[index] {
                return "byte \(index) of '\(text(literal))' is not at \(offset)"
            }
        }
        if map.isVerbatim(0..<literal.count), Array(tree.file.bytes[map.sourceRange(of: 0..<literal.count)]) != literal
        {
            return "'\(text(literal))' is elsewhere"
        }
        return nil
    }

    /// Whether the node's place was found, and is not only that of its block.
    func isFound(_ node: MarkdownNode) -> Bool {
        guard let map = tree.map(of: node) else { return node.literal.isEmpty }
        return !map.sourceRange(of: 0..<map.count).isEmpty
    }

    func check(lossAllowed: Bool = false) {
        for node in tree.root.descendants where node.kind == .text || node.kind == .code {
            let problem = problem(of: node)
            #expect(problem == nil, "\(text(tree.file.bytes))")
            if !lossAllowed { #expect(isFound(node), "'\(text(node.literal))' in \(text(tree.file.bytes))") }
        }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
}
