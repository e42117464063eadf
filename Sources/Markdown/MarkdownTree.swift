package import Diagnostics
package import Source
internal import CCmark

/// A parsed Markdown text.
///
/// Owns cmark's tree, which is freed with it. Nodes that were unlinked are kept until then, and every `MarkdownNode` holds its
/// tree, so a node never dangles. Reading never traps: what Edict does not support is in `diagnostics`, and a text that cmark
/// can't be trusted with (see `Limits`) gives an empty document and the reason.
package final class MarkdownTree {
    /// How much of what Edict adds to CommonMark is wanted.
    package enum Mode: Sendable {
        /// Tables, diagnostics; HTML comments are dropped and forbidden links made harmless.
        case edict
        /// Tables and diagnostics, but the tree keeps all that was written. For comparing texts, where nothing may be lost.
        case asWritten
        /// CommonMark 0.30 and nothing else.
        case commonMark
    }

    package let file: SourceFile
    /// The part of the file that was parsed.
    package let body: Range<Int>
    package let mode: Mode
    package internal(set) var diagnostics: [Diagnostic]
    /// Every link reference definition, in the order of the text. cmark keeps none of them in the tree.
    package internal(set) var definitions: [LinkDefinition] = []

    let rootNode: CNode
    var origins = Origins()
    /// The first definition of each label in `definitions`.
    var definitionIndex: [[UInt8]: Int] = [:]
    /// What cmark calls custom blocks and inlines and we know to be parts of tables.
    var tableParts: [CNode: MarkdownNode.Kind] = [:]
    /// The roots of what hangs on no tree: freed with ours.
    private var loose: Set<CNode> = []

    /// Parses the part `body` of the file; front matter stands before it. Positions are counted from the file's first line.
    package init(_ file: SourceFile, body: Range<Int>, mode: Mode = .edict) {
        let body = body.clamped(to: 0..<file.bytes.count)
        self.file = file
        self.body = body
        self.mode = mode
        diagnostics = file.characterDiagnostics(in: body)
        let refusals = Limits.refusals(of: file, body: body)
        diagnostics += refusals
        let isReadable = refusals.isEmpty && !diagnostics.contains { $0.rule == CharacterRule.invalidUTF8 }
        let parsed = isReadable ? CNode.parse(file.bytes[body]) : CNode.make(CMARK_NODE_DOCUMENT)
        if let line = Limits.lineTooDeep(in: parsed) {
            parsed.free()
            rootNode = CNode.make(CMARK_NODE_DOCUMENT)
            diagnostics.append(Limits.nestingTooDeep(file, line: line + file.line(at: body.lowerBound) - 1))
        } else {
            rootNode = parsed
            if isReadable { read() }
        }
    }

    /// Parses a whole file without front matter.
    package convenience init(_ file: SourceFile, mode: Mode = .edict) {
        self.init(file, body: 0..<file.bytes.count, mode: mode)
    }

    deinit {
        for node in loose { node.free() }
        rootNode.free()
    }

    package var root: MarkdownNode { MarkdownNode(self, rootNode) }

    /// cmark's own HTML renderer, in safe mode, over the tree as it is now.
    package func html() -> [UInt8] { rootNode.html() }

    // MARK: New nodes, owned by the tree and not yet linked

    package func makeText(_ bytes: some Collection<UInt8>) -> MarkdownNode {
        let node = make(CMARK_NODE_TEXT)
        node.node.literal = Array(bytes)
        return node
    }

    package func makeParagraph() -> MarkdownNode { make(CMARK_NODE_PARAGRAPH) }

    /// - Parameter level: 1 to 6; what is outside becomes the nearest of them.
    package func makeHeading(level: Int) -> MarkdownNode {
        let node = make(CMARK_NODE_HEADING)
        node.node.headingLevel = level
        return node
    }

    package func makeLink(destination: [UInt8], title: [UInt8] = []) -> MarkdownNode {
        let node = make(CMARK_NODE_LINK)
        node.node.url = destination
        if !title.isEmpty { node.node.title = title }
        return node
    }

    /// A block that writes HTML around its children, which may be blocks or inlines.
    ///
    /// - Parameters:
    ///   - enter: HTML made by module HTML: it is rendered as it is.
    ///   - exit: likewise.
    package func makeCustomBlock(enter: [UInt8], exit: [UInt8]) -> MarkdownNode {
        makeCustom(CMARK_NODE_CUSTOM_BLOCK, enter, exit)
    }

    /// An inline that writes HTML around its children, likewise.
    package func makeCustomInline(enter: [UInt8], exit: [UInt8]) -> MarkdownNode {
        makeCustom(CMARK_NODE_CUSTOM_INLINE, enter, exit)
    }

    private func makeCustom(_ type: cmark_node_type, _ enter: [UInt8], _ exit: [UInt8]) -> MarkdownNode {
        let node = make(type)
        node.node.onEnter = enter
        node.node.onExit = exit
        return node
    }

    private func make(_ type: cmark_node_type) -> MarkdownNode {
        let node = CNode.make(type)
        loose.insert(node)
        return MarkdownNode(self, node)
    }

    // MARK: Ownership

    /// The node hangs on no other any more: the tree frees it.
    func unlink(_ node: CNode) {
        guard node != rootNode else { return }
        node.unlink()
        loose.insert(node)
    }

    /// The node hangs on another now, which is freed with the tree.
    func linked(_ node: CNode) {
        loose.remove(node)
    }
}
