/// Changes to the tree. What cmark's grammar of nodes does not allow (a block inside a paragraph, a node inside itself) changes
/// nothing and returns false.
extension MarkdownNode {
    /// Adds `child` behind the last child, out of wherever it was.
    @discardableResult
    package func append(_ child: MarkdownNode) -> Bool {
        child.move { node.append(child.node) }
    }

    /// Puts this node before `sibling`.
    @discardableResult
    package func insert(before sibling: MarkdownNode) -> Bool {
        sibling != self && move { sibling.node.insertBefore(node) }
    }

    /// Puts this node after `sibling`.
    @discardableResult
    package func insert(after sibling: MarkdownNode) -> Bool {
        sibling != self && move { sibling.node.insertAfter(node) }
    }

    /// Takes the node and all below it out of the tree; it can be put in again.
    package func unlink() {
        tree.unlink(node)
    }

    /// Puts `nodes` where this node is, and takes it out.
    package func replace(with nodes: [MarkdownNode]) {
        guard parent != nil, !nodes.contains(self) else { return }
        for node in nodes { node.insert(before: self) }
        unlink()
    }

    /// Makes a heading one of another level, 1 to 6.
    package func setHeadingLevel(_ level: Int) {
        node.headingLevel = level
    }

    private func move(_ insertion: () -> Bool) -> Bool {
        guard node != tree.rootNode, insertion() else { return false }
        tree.linked(node)
        return true
    }
}
