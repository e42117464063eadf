internal import CCmark

/// Goes over a leaf block's inlines and its source together, and notes where each inline stands.
///
/// cmark's own positions of inlines are wrong behind link definitions, indented and lazy lines, and in code and links of
/// several lines. The walker knows what cmark's parser did with every byte of the content: it took it over, or as an escape, an
/// entity, a delimiter, the target of a link. Where content and tree do not fit together after all, the rest of the block is
/// placed at the block's start. Linear.
struct InlineWalker {
    let content: BlockContent
    /// The first byte of the block in the file: the place of what can't be found.
    let fallback: Int
    private let syntax: LinkSyntax
    private var cursor: Int
    private var isLost = false
    private var openLinks: [(isAutolink: Bool, textStart: Int)] = []
    /// The keys of the labels that links and images of the block refer to.
    private(set) var usedLabels: [[UInt8]] = []
    /// Links and images whose label can't be known.
    private(set) var lostLinks: [CNode] = []

    init(_ content: BlockContent, fallback: Int) {
        self.content = content
        self.fallback = fallback
        cursor = content.start
        syntax = LinkSyntax(bytes: content.bytes, end: content.end)
    }

    private func byte(_ index: Int) -> UInt8? { index >= 0 && index < content.end ? content.bytes[index] : nil }
    private var here: Int { isLost ? fallback : content.source(of: cursor).offset }

    /// Takes the next step of a walk through the block's inlines.
    mutating func step(_ node: CNode, isEntered: Bool, origins: inout Origins, entities: inout Entities) {
        var origin = Origins.Origin(start: here)
        switch (node.type, isEntered) {
        case (CMARK_NODE_TEXT, _): text(node.literal, &origin, &origins, &entities)
        case (CMARK_NODE_CODE, _): code(node.literal, &origin, &origins)
        case (CMARK_NODE_SOFTBREAK, _), (CMARK_NODE_LINEBREAK, _): lineBreak()
        case (CMARK_NODE_HTML_INLINE, _): html(node.literal)
        case (CMARK_NODE_EMPH, _): delimiters(1)
        case (CMARK_NODE_STRONG, _): delimiters(2)
        case (CMARK_NODE_LINK, true): openLink()
        case (CMARK_NODE_IMAGE, true):
            expect(UInt8(ascii: "!"))
            openLink()
        case (CMARK_NODE_LINK, false), (CMARK_NODE_IMAGE, false):
            origin.start = origins[node]?.start ?? fallback
            closeLink(node, &origin)
        default: break
        }
        if isEntered || node.type == CMARK_NODE_LINK || node.type == CMARK_NODE_IMAGE { origins.set(origin, of: node) }
    }

    private mutating func expect(_ expected: UInt8) {
        if byte(cursor) == expected { cursor += 1 } else { isLost = true }
    }

    private mutating func delimiters(_ count: Int) {
        for _ in 0..<count {
            if let byte = byte(cursor), byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
                cursor += 1
            } else {
                isLost = true
            }
        }
    }

    private mutating func lineBreak() {
        while let byte = byte(cursor), byte != .lineFeed, byte.isSpace { cursor += 1 }
        if byte(cursor) == .backslash, byte(cursor + 1) == .lineFeed {
            // Behind a backslash, cmark leaves the white space at the head of a lazy line to the text.
            cursor += 2
        } else {
            expect(.lineFeed)
            cursor = syntax.blanks(from: cursor)
        }
    }

    private mutating func html(_ literal: [UInt8]) {
        let end = cursor + literal.count
        guard !isLost, end <= content.end, content.bytes[cursor..<end].elementsEqual(literal) else {
            isLost = true
            return
        }
        cursor = end
    }

    // MARK: Text

    private mutating func text(
        _ literal: [UInt8], _ origin: inout Origins.Origin, _ origins: inout Origins, _ entities: inout Entities
    ) {
        let segments = SegmentWriter(content: content, literalCount: literal.count, origins: origins)
        let knowsEscapes = openLinks.last?.isAutolink != true
        var index = 0
        while !isLost, index < literal.count {
            guard let byte = byte(cursor) else {
                isLost = true
                break
            }
            if byte == .backslash, knowsEscapes, let next = self.byte(cursor + 1), next.isPunctuation {
                guard next == literal[index] else {
                    isLost = true
                    break
                }
                segments.replace(index, by: cursor..<cursor + 2, &origins)
                cursor += 2
                index += 1
            } else if byte == .ampersand,
                let entity = entities.match(content, at: cursor, literal, at: index)
            {
                segments.replace(index, by: cursor..<entity.end, &origins)
                cursor = entity.end
                index += entity.count
            } else if byte == literal[index] {
                let first = (index: index, cursor: cursor)
                repeat {
                    index += 1
                    cursor += 1
                } while index < literal.count && cursor < content.end && content.bytes[cursor] == literal[index]
                    && literal[index] != .backslash && literal[index] != .ampersand
                segments.copy(first.index, from: first.cursor..<cursor, &origins)
            } else {
                isLost = true
            }
        }
        finish(segments, &origin, &origins)
    }

    private func finish(_ segments: SegmentWriter, _ origin: inout Origins.Origin, _ origins: inout Origins) {
        if isLost { segments.lose(fallback, &origins) }
        origin.segments = segments.range(in: origins)
        origin.literalCount = segments.literalCount
        if isLost { origin.start = fallback }
    }

    // MARK: Code

    private mutating func code(_ literal: [UInt8], _ origin: inout Origins.Origin, _ origins: inout Origins) {
        let segments = SegmentWriter(content: content, literalCount: literal.count, origins: origins)
        let ticks = run(of: .backtick, from: cursor)
        if let close = closing(ticks: ticks.count, from: ticks.upperBound) {
            var inner = ticks.upperBound..<close
            if inner.count == literal.count + 2 { inner = inner.lowerBound + 1..<inner.upperBound - 1 }
            if inner.count == literal.count {
                var first = 0
                for (index, place) in inner.enumerated() where content.bytes[place] == .lineFeed {
                    segments.copy(first, from: inner.lowerBound + first..<place, &origins)
                    segments.replace(index, by: place..<place + 1, &origins)
                    first = index + 1
                }
                segments.copy(first, from: inner.lowerBound + first..<inner.upperBound, &origins)
                cursor = close + ticks.count
            } else {
                isLost = true
            }
        } else {
            isLost = true
        }
        finish(segments, &origin, &origins)
    }

    private func run(of byte: UInt8, from start: Int) -> Range<Int> {
        var index = start
        while self.byte(index) == byte { index += 1 }
        return start..<index
    }

    private func closing(ticks: Int, from start: Int) -> Int? {
        guard ticks > 0 else { return nil }
        var index = start
        while index < content.end {
            guard content.bytes[index] == .backtick else {
                index += 1
                continue
            }
            let run = run(of: .backtick, from: index)
            if run.count == ticks { return index }
            index = run.upperBound
        }
        return nil
    }

    // MARK: Links

    private mutating func openLink() {
        let isAutolink = byte(cursor) == UInt8(ascii: "<")
        expect(isAutolink ? UInt8(ascii: "<") : UInt8(ascii: "["))
        openLinks.append((isAutolink, cursor))
    }

    private mutating func closeLink(_ node: CNode, _ origin: inout Origins.Origin) {
        let link = openLinks.popLast() ?? (false, cursor)
        let textEnd = cursor
        if !isLost { expect(link.isAutolink ? UInt8(ascii: ">") : UInt8(ascii: "]")) }
        guard !isLost else {
            lostLinks.append(node)
            return
        }
        if link.isAutolink {
            origin.destination = content.sourceRange(of: link.textStart..<textEnd)
        } else if let target = syntax.inlineTarget(from: cursor) {
            origin.destination = content.sourceRange(of: target.destination)
            cursor = target.end
        } else if let label = syntax.label(from: cursor) {
            cursor = label.end
            let isFull = syntax.spaces(from: label.inner.lowerBound) < label.inner.upperBound
            refer(to: isFull ? label.inner : link.textStart..<textEnd, &origin)
        } else {
            refer(to: link.textStart..<textEnd, &origin)
        }
    }

    private mutating func refer(to label: Range<Int>, _ origin: inout Origins.Origin) {
        let key = labelKey(content.bytes[label])
        origin.label = key
        usedLabels.append(key)
    }
}
