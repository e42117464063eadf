internal import CCmark
internal import Diagnostics
internal import Source

extension MarkdownTree {
    /// Finds what Edict does not support, and in mode `edict` makes it harmless.
    func check() {
        var checks = Checks(self)
        checks.run()
        diagnostics += checks.findings.diagnostics
    }
}

/// The rules about single nodes and definitions. Each reports everything it finds, up to the limits of `LimitedFindings`.
private struct Checks {
    let tree: MarkdownTree
    var findings: LimitedFindings
    private var isEditing: Bool { tree.mode == .edict }

    init(_ tree: MarkdownTree) {
        self.tree = tree
        findings = LimitedFindings(file: tree.file)
    }

    mutating func run() {
        checkDefinitions()
        for (isEntered, node) in Walk(tree.rootNode) {
            switch node.type {
            case CMARK_NODE_TEXT: checkText(node)
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: checkHTML(node)
            case CMARK_NODE_LINK where !isEntered: checkLink(node)
            case CMARK_NODE_IMAGE where !isEntered:
                checkLink(node)
                checkAlternative(node)
            case CMARK_NODE_CODE_BLOCK: checkEntities(in: node.fenceInfo, of: node)
            default: break
            }
        }
    }

    private func start(of node: CNode) -> Int { MarkdownNode(tree, node).startOffset }

    /// From `start` to the end of its line at most.
    private func range(from start: Int, count: Int) -> Range<Int> {
        start..<min(start + max(1, count), max(start + 1, tree.file.bytes.count))
    }

    // MARK: Definitions

    private mutating func checkDefinitions() {
        for definition in tree.definitions {
            let label = String(decoding: tree.file.bytes[definition.labelRange], as: UTF8.self)
            if definition.label.first == UInt8(ascii: "^") {
                footnote(definition.labelRange)
            } else if definition.isRepeated {
                findings.add(
                    .error, "unused-link-definition", definition.labelRange,
                    "'\(label):' defines a label again, so this line would vanish",
                    hint: "give it another label, or write '\\[' where it is meant as text")
            } else if !definition.isUsed {
                findings.add(
                    .error, "unused-link-definition", definition.labelRange,
                    "'\(label):' defines a link that nothing uses, so this line would vanish",
                    hint: "write '\\[' where it is meant as text")
            }
        }
    }

    private mutating func footnote(_ range: Range<Int>) {
        findings.add(
            .error, "footnote", range, "footnotes are not supported",
            hint: "write the note into the text, or '\\[' where the brackets are meant as text")
    }

    // MARK: Texts

    private mutating func checkText(_ node: CNode) {
        let literal = node.literal
        guard
            literal.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") || $0 < .space })
        else { return }
        guard let map = tree.map(of: MarkdownNode(tree, node)) else { return }
        checkBrackets(literal, map)
        checkInvisible(literal, map)
    }

    private mutating func checkBrackets(_ literal: [UInt8], _ map: TextMap) {
        var index = 0
        while index + 1 < literal.count {
            switch (literal[index], literal[index + 1]) {
            case (UInt8(ascii: "["), UInt8(ascii: "^")):
                let end = closing(UInt8(ascii: "]"), in: literal, from: index + 2)
                if let end, end > index + 3, map.isVerbatim(index..<end) { footnote(map.sourceRange(of: index..<end)) }
                index = end ?? index + 1
            case (UInt8(ascii: "{"), UInt8(ascii: ":")):
                let end = closing(UInt8(ascii: "}"), in: literal, from: index + 2)
                if let end, map.isVerbatim(index..<end) {
                    findings.add(
                        .error, "attribute-list", map.sourceRange(of: index..<end), "attribute lists are not supported",
                        hint: "remove it, or write '\\{' where the braces are meant as text")
                }
                index = end ?? index + 1
            default: index += 1
            }
        }
    }

    /// Behind the next `mark`, where it stands within a hundred bytes and neither white space of lines nor an opener is between.
    private func closing(_ mark: UInt8, in literal: [UInt8], from start: Int) -> Int? {
        for index in start..<max(start, min(literal.count, start + 100)) {
            if literal[index] == mark { return index + 1 }
            if literal[index] == UInt8(ascii: "[") || literal[index] == UInt8(ascii: "{") { return nil }
        }
        return nil
    }

    /// Invisible characters that entities stand for; those that are written as themselves the file's own check has found.
    private mutating func checkInvisible(_ literal: [UInt8], _ map: TextMap) {
        guard !map.isVerbatim(0..<literal.count) else { return }
        var offset = 0
        var previous: Unicode.Scalar?
        while offset < literal.count {
            guard let (scalar, length) = UTF8Scalar.decode(literal, at: offset, end: literal.count) else {
                offset += 1
                continue
            }
            if let character = InvisibleCharacter(scalar), !map.isVerbatim(offset..<offset + length) {
                let next = UTF8Scalar.decode(literal, at: offset + length, end: literal.count)?.scalar
                if !character.belongsToEmoji(before: previous, after: next) {
                    findings.add(character, map.sourceRange(of: offset..<offset + length), written: "as an entity")
                }
            }
            previous = scalar
            offset += length
        }
    }

    /// The same in what has no map: titles, destinations, the words behind a fence.
    private mutating func checkEntities(in bytes: [UInt8], of node: CNode) {
        guard bytes.contains(where: { $0 >= 0x80 || $0 < .space }) else { return }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            guard let character = InvisibleCharacter(scalar), scalar.value != 0xFE0F, scalar.value != 0x200D else {
                continue
            }
            let start = start(of: node)
            return findings.add(character, start..<start + 1)
        }
    }

    // MARK: HTML

    private mutating func checkHTML(_ node: CNode) {
        let literal = node.literal
        if HTMLComment.isNothingElse(literal) {
            if isEditing { tree.unlink(node) }
            return
        }
        let start = start(of: node)
        let firstLine = literal.prefix { $0 != .lineFeed }
        let (message, hint) =
            if !literal.starts(with: "<!--".utf8) {
                ("raw HTML is not supported", "write it in Markdown, or '\\<' where it is meant as text")
            } else if HTMLComment.isClosed(literal) {
                ("what follows a comment on its line would vanish", "put the comment on lines of its own")
            } else {
                ("'<!--' opens a comment that is never closed", "close it with '-->'")
            }
        findings.add(.error, "raw-html", range(from: start, count: firstLine.count), message, hint: hint)
    }

    // MARK: Links and images

    private mutating func checkLink(_ node: CNode) {
        checkEntities(in: node.title, of: node)
        let destination = node.url
        checkEntities(in: destination, of: node)
        if let label = tree.origins[node]?.label, label.first == UInt8(ascii: "^") {
            let start = start(of: node)
            footnote(start..<start + 1)
        }
        guard let refusal = LinkDestination.refusal(of: destination) else { return }
        let start = start(of: node)
        let written = tree.destinationRange(of: MarkdownNode(tree, node))
        findings.add(
            .error, "link-scheme", written.flatMap { $0.isEmpty ? nil : $0 } ?? start..<start + 1,
            "\(node.type == CMARK_NODE_IMAGE ? "image" : "link") refused: \(refusal.message)",
            hint: "links may be relative, or begin with https, http, mailto or tel")
        if isEditing { node.url = [] }
    }

    private mutating func checkAlternative(_ node: CNode) {
        guard MarkdownNode(tree, node).plainText.allSatisfy(\.isSpace) else { return }
        let start = start(of: node)
        findings.add(
            .error, "image-without-alt", range(from: start, count: 2), "image without a description",
            hint: "say in '![…]' what the image shows, for those who can't see it")
    }
}

/// Comments in raw HTML.
enum HTMLComment {
    /// Whether there is nothing but comments and white space.
    static func isNothingElse(_ html: [UInt8]) -> Bool {
        var rest = html[...]
        while true {
            rest = rest.drop(while: \.isSpace)
            if rest.isEmpty { return true }
            guard let end = end(of: rest) else { return false }
            rest = rest[end...]
        }
    }

    /// Whether a comment stands at the start and ends.
    static func isClosed(_ html: [UInt8]) -> Bool { end(of: html[...]) != nil }

    private static func end(of html: ArraySlice<UInt8>) -> Int? {
        guard html.starts(with: "<!--".utf8) else { return nil }
        var index = html.startIndex + 4
        // A browser ends a comment at '<!-->' and '<!--->' too; there, nobody can say what was meant.
        if html[index...].starts(with: ">".utf8) || html[index...].starts(with: "->".utf8) { return nil }
        while index + 2 < html.endIndex {
            if html[index] == UInt8(ascii: "-"), html[index + 1] == UInt8(ascii: "-"),
                html[index + 2] == UInt8(ascii: ">")
            {
                return index + 3
            }
            index += 1
        }
        return nil
    }
}
