internal import Markdown

/// What the author calls a provision: `{#name}` at the end of its block.
struct AuthorsName {
    let text: String
    /// The text node it ends.
    let node: MarkdownNode
    /// Where in that node it begins.
    let start: Int
    let byteCount: Int

    var isValid: Bool { Document.isID(text) }

    /// Takes it, and the spaces before it, out of the text.
    func remove() {
        var rest = node.literal[..<start]
        while rest.last == UInt8(ascii: " ") { rest.removeLast() }
        node.literal = Array(rest)
    }
}

extension EditionTree {
    /// The name at the end of a block; nil where there is none.
    func authorsName(of leaf: MarkdownNode) -> AuthorsName? {
        guard let node = leaf.lastChild, node.kind == .text else { return nil }
        let literal = node.literal
        guard literal.last == UInt8(ascii: "}"), let start = literal.lastIndex(of: UInt8(ascii: "{")),
            start + 1 < literal.count, literal[start + 1] == UInt8(ascii: "#"),
            isVerbatim(node, start..<literal.count)
        else { return nil }
        return AuthorsName(
            text: String(decoding: literal[(start + 2)..<(literal.count - 1)], as: UTF8.self), node: node, start: start,
            byteCount: literal.count - start)
    }
}
