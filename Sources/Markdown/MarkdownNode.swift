internal import CCmark

/// A node of a Markdown tree. Two are equal when they are the same node, not when they look the same.
///
/// What a kind of node does not have reads as empty, and setting it does nothing.
package struct MarkdownNode: Hashable {
    package enum Kind: Hashable, Sendable {
        case document, blockQuote, list(ordered: Bool), item
        case codeBlock, htmlBlock, customBlock, paragraph, heading(level: Int), thematicBreak
        case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
        /// A pipe table: a head, and a body where there are rows.
        case table, tableHead, tableBody, tableRow
        /// A cell, whose children are inlines.
        case tableCell(isHeader: Bool)

        /// Whether nodes of this kind hold inlines and nothing else.
        package var isLeafBlock: Bool {
            switch self {
            case .paragraph, .heading, .tableCell: true
            default: false
            }
        }
    }

    package let tree: MarkdownTree
    let node: CNode

    init(_ tree: MarkdownTree, _ node: CNode) {
        self.tree = tree
        self.node = node
    }

    package static func == (left: MarkdownNode, right: MarkdownNode) -> Bool { left.node == right.node }
    package func hash(into hasher: inout Hasher) { hasher.combine(node) }

    package var kind: Kind {
        switch node.type {
        case CMARK_NODE_DOCUMENT: return .document
        case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
        case CMARK_NODE_LIST: return .list(ordered: node.isOrderedList)
        case CMARK_NODE_ITEM: return .item
        case CMARK_NODE_CODE_BLOCK: return .codeBlock
        case CMARK_NODE_HTML_BLOCK: return .htmlBlock
        case CMARK_NODE_CUSTOM_BLOCK: return tree.tableParts[node] ?? .customBlock
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_HEADING: return .heading(level: node.headingLevel)
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        case CMARK_NODE_TEXT: return .text
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_CODE: return .code
        case CMARK_NODE_HTML_INLINE: return .htmlInline
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_LINK: return .link
        case CMARK_NODE_IMAGE: return .image
        default: return tree.tableParts[node] ?? .customInline
        }
    }

    // MARK: Around it

    package var parent: MarkdownNode? { node.parent.map { MarkdownNode(tree, $0) } }
    package var next: MarkdownNode? { node.next.map { MarkdownNode(tree, $0) } }
    package var previous: MarkdownNode? { node.previous.map { MarkdownNode(tree, $0) } }
    package var firstChild: MarkdownNode? { node.firstChild.map { MarkdownNode(tree, $0) } }
    package var lastChild: MarkdownNode? { node.lastChild.map { MarkdownNode(tree, $0) } }

    /// The children; the one just handed out may be unlinked or replaced.
    package var children: some Sequence<MarkdownNode> {
        sequence(state: firstChild) { (upcoming: inout MarkdownNode?) -> MarkdownNode? in
            defer { upcoming = upcoming?.next }
            return upcoming
        }
    }

    /// The node and all below it in document order, each before its children. Without recursion; the tree must not be changed
    /// meanwhile.
    package var descendants: some Sequence<MarkdownNode> {
        sequence(state: Walk(node)) { walk -> MarkdownNode? in
            while let step = walk.next() {
                if step.isEntered { return MarkdownNode(tree, step.node) }
            }
            return nil
        }
    }

    // MARK: Data

    /// What a text, a code span, a code block or raw HTML says.
    package var literal: [UInt8] {
        get { node.literal }
        nonmutating set { node.literal = newValue }
    }

    /// Where a link or an image leads, without escapes.
    package var destination: [UInt8] {
        get { node.url }
        nonmutating set { node.url = newValue }
    }

    /// The title of a link or an image.
    package var title: [UInt8] {
        get { node.title }
        nonmutating set { node.title = newValue }
    }

    /// What stands behind the fence that opens a code block.
    package var info: [UInt8] { node.fenceInfo }

    /// How a list writes its numbers.
    package enum ListDelimiter: Sendable {
        case period, parenthesis
    }

    /// The number of an ordered list's first item; of an item, that of its list.
    package var listStart: Int { node.listStart }
    package var listDelimiter: ListDelimiter { node.hasParenthesis ? .parenthesis : .period }

    /// Whether the paragraphs of a list are written without `<p>`.
    package var isTight: Bool {
        get { node.isTight }
        nonmutating set { node.isTight = newValue }
    }

    /// The texts and code of the node and all below it, breaks as spaces.
    package var plainText: [UInt8] {
        var text: [UInt8] = []
        for node in descendants {
            switch node.kind {
            case .text, .code: text += node.literal
            case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
            default: break
            }
        }
        return text
    }
}
