import Markdown

extension MarkdownTree {
    /// What the tree's HTML would be if raw HTML were not left out: each of cmark's comments in its place replaced by the raw
    /// HTML that the tree holds there. A specification that lets raw HTML through expects exactly this.
    var htmlWithRawHTML: [UInt8] {
        var raw = root.descendants.compactMap { node -> [UInt8]? in
            switch node.kind {
            case .htmlInline: node.literal
            // The line end behind a block is written by the renderer.
            case .htmlBlock: node.literal.last == UInt8(ascii: "\n") ? node.literal.dropLast() : node.literal
            default: nil
            }
        }[...]
        let html = html()
        let comment = Array("<!-- raw HTML omitted -->".utf8)
        var result: [UInt8] = []
        var index = 0
        while index < html.count {
            if html[index...].starts(with: comment) {
                result += raw.popFirst() ?? comment
                index += comment.count
            } else {
                result.append(html[index])
                index += 1
            }
        }
        return raw.isEmpty ? result : []
    }
}
