internal import Markdown

/// The plain text of an edition, which its digest is of: what the rendered text says, blocks apart by a line feed, every run of
/// white space (no-break spaces too) one space.
enum PlainText {
    static func of(_ tree: MarkdownTree) -> [UInt8] {
        var text: [UInt8] = []
        for node in tree.root.descendants {
            let block: [UInt8]
            if node.kind.isLeafBlock {
                block = content(of: node)
            } else if node.kind == .codeBlock {
                block = node.literal
            } else {
                continue
            }
            let line = withSingleSpaces(block)
            if line.isEmpty { continue }
            if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
            text += line
        }
        return text
    }

    /// The words of a block as a reader sees them: those of an image's description are not among them.
    private static func content(of leaf: MarkdownNode) -> [UInt8] {
        var text: [UInt8] = []
        var hidden: Set<MarkdownNode> = []
        for node in leaf.descendants {
            if let parent = node.parent, parent.kind == .image || hidden.contains(parent) {
                hidden.insert(node)
                continue
            }
            switch node.kind {
            case .text, .code: text += node.literal
            case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
            default: break
            }
        }
        return text
    }

    static func withSingleSpaces(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var spacePending = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar.isSpace {
                spacePending = !result.isEmpty
                continue
            }
            if spacePending { result.append(UInt8(ascii: " ")) }
            spacePending = false
            result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
        return result
    }
}
