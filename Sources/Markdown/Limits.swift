internal import CCmark
internal import Diagnostics
internal import Source

/// What is kept from cmark 0.30.2, which takes quadratic time, or a tree too deep to walk, over some texts that nobody writes.
enum Limits {
    /// 8 MiB.
    static let mostBytes = 8 << 20
    /// How deep quotes, items and inlines may be nested; a list and its item are one level.
    static let mostLevels = 100

    /// Why the text is not given to cmark; empty where it is.
    static func refusals(of file: SourceFile, body: Range<Int>) -> [Diagnostic] {
        guard body.count <= mostBytes else {
            return [
                Diagnostic(
                    .error, "file-too-large", at: file.location,
                    "\(body.count) bytes of Markdown are more than the \(mostBytes) that are read")
            ]
        }
        let complexity = Complexity(file.bytes[body])
        if complexity.deepLine > 0 {
            return [nestingTooDeep(file, line: complexity.deepLine + file.line(at: body.lowerBound) - 1)]
        }
        if complexity.markup > Complexity.mostMarkup {
            return [tooComplex(file, "\(complexity.markup) characters of markup, of at most \(Complexity.mostMarkup)")]
        }
        if complexity.imageSteps > Complexity.mostImageSteps {
            return [tooComplex(file, "thousands of images in one paragraph")]
        }
        return []
    }

    private static func tooComplex(_ file: SourceFile, _ what: String) -> Diagnostic {
        Diagnostic(
            .error, "too-complex", at: file.location, "\(what): the text is not read",
            hint: "divide the file, or remove what no reader needs")
    }

    /// The line, counted from the text's first, of a block that is nested too deep; nil where none is.
    static func lineTooDeep(in root: CNode) -> Int? {
        // The document and the paragraph are no levels of their own.
        var level = 0
        var line = 1
        for (isEntered, node) in Walk(root) where !isNoLevel(node) {
            level += isEntered ? 1 : -1
            if node.startLine > 0 { line = node.startLine }
            if level > mostLevels + 2 { return line }
        }
        return nil
    }

    static func nestingTooDeep(_ file: SourceFile, line: Int) -> Diagnostic {
        Diagnostic(
            .error, "nesting-too-deep", at: file.location(of: file.range(ofLine: line)),
            "more than \(mostLevels) levels of quotes, lists and emphasis inside one another")
    }

    private static func isNoLevel(_ node: CNode) -> Bool {
        switch node.type {
        case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE,
            CMARK_NODE_HTML_BLOCK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_LIST:
            true
        default: false
        }
    }
}
