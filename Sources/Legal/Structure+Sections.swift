internal import Diagnostics
internal import Markdown
internal import Source

extension Structure {
    /// Whether `N. Title` is a section: the next line or block starts with `N.1` (A), or it stands alone and everything about
    /// it is a title's (B).
    ///
    /// - Parameter next: the unit that follows this one.
    func isSection(_ number: Int, _ lines: [[MarkdownNode]], _ unit: Unit, before next: Unit?) -> Bool {
        let inner = unit.item == nil ? nil : unit.node.firstChild?.next.map { Unit(node: $0) }
        let following = inner ?? next
        if startsWithFirstClause(of: number, lines, following) { return true }

        guard unit.item?.isAlone ?? true, lines.count == 1, !hasLowerHeadings, number > previousSection,
            Self.isTitle(lines[0].plainText, afterNumber: unit.item == nil)
        else { return false }
        guard let following else { return number == previousSection + 1 }
        return following.item == nil && following.node.kind.headingLevel == nil
            && following.node.kind != .list(ordered: true)
    }

    private func startsWithFirstClause(of number: Int, _ lines: [[MarkdownNode]], _ following: Unit?) -> Bool {
        let next: [UInt8]
        if lines.count > 1 {
            next = lines[1].plainText
        } else if let following, following.item == nil, following.node.kind.isLeafBlock {
            next = following.node.plainText
        } else {
            return false
        }
        return NumberLabel(startOf: next)?.components.starts(with: [number, 1]) ?? false
    }

    private static func isTitle(_ text: [UInt8], afterNumber: Bool) -> Bool {
        var scalars = String(decoding: text, as: UTF8.self).unicodeScalars[...]
        if afterNumber { scalars = scalars.drop { !$0.isSpace } }
        guard let first = scalars.first(where: { $0.isLetter }), first.isCapital,
            let last = scalars.last(where: { !$0.isSpace })
        else { return false }
        return !".;:,".unicodeScalars.contains(last) || isAllCapitals(text)
    }

    /// Opens a section whose first line is its title; the other lines are the beginning of its text.
    mutating func openSection(_ label: NumberLabel, _ lines: [[MarkdownNode]], at offset: Int) {
        if lines.count > 1 { push([Unit(node: edition.paragraph(of: lines.dropFirst()))]) }
        openNumbered(label, edition.paragraph(of: lines.prefix(1)), isHeading: true, at: offset)
    }

    /// Opens a section or a clause with its first block, which begins with the label.
    mutating func openNumbered(_ label: NumberLabel, _ block: MarkdownNode, isHeading: Bool, at offset: Int) {
        let isSection = label.depth == 1
        if isSection { previousSection = label.components[0] }
        edition.wrapStart(of: block, count: label.byteCount, in: edition.inlineElement("span", ["class": "label"]))
        let level = label.depth + (annexPrefix.isEmpty ? 1 : 2)
        let leaf = isHeading ? withLevel(level, block) : block
        openProvision(
            isSection ? .section : .clause, id: annexPrefix + label.description, label: label.description,
            numbers: label.components, depth: label.depth, leaf: leaf, at: offset)
        if isHeading {
            headings.append(Heading(clause: clauses.count - 1, node: leaf, labelLength: label.byteCount))
        }
    }

    /// Opens an annex: the numbers in it are its own.
    mutating func openAnnex(_ annex: AnnexLabel, _ block: MarkdownNode) {
        let id = "annex-\(annex.number)"
        annexPrefix = id + "-"
        previousSection = 0
        let offset = edition.offset(ofStart: block)
        let leaf = withLevel(2, block)
        edition.wrapStart(of: leaf, count: annex.byteCount, in: edition.inlineElement("span", ["class": "label"]))
        let label = (annex.isRussian ? "Приложение № " : "Annex ") + String(annex.number)
        openProvision(.annex, id: id, label: label, numbers: [], depth: 0, leaf: leaf, at: offset)
        annexes[container] = annexPrefix
        headings.append(Heading(clause: clauses.count - 1, node: leaf, labelLength: annex.byteCount))
    }

    /// Opens the element of a provision, with its first block in it.
    private mutating func openProvision(
        _ kind: Clause.Kind, id: String, label: String, numbers: [Int], depth: Int, leaf: MarkdownNode, at offset: Int
    ) {
        close(to: depth)
        let isFirst = ids.insert(id).inserted
        let element = edition.blockElement(
            kind == .clause ? "div" : "section",
            ["class": kind == .section ? nil : kind.rawValue, "id": isFirst ? id : nil])
        container.append(element)
        element.append(leaf)
        open.append(Provision(node: element, depth: depth, id: id))
        clauses.append(
            Clause(
                kind: kind, id: isFirst ? id : nil, label: label, numbers: numbers, parent: innermostProvision,
                title: nil, offset: offset))
        provisions[element] = clauses.count - 1
        if isFirst { anchors.append(Anchor(clause: clauses.count - 1, leaf: leaf)) }
        takeAuthorsAnchor(of: leaf)
    }

    /// The innermost provision that is open, as an index into `clauses`.
    var innermostProvision: Int? {
        open.last(where: { provisions[$0.node] != nil }).flatMap { provisions[$0.node] }
    }

    /// A heading of the level, 1 to 6, with what the block says; the block itself where it is such a heading.
    func withLevel(_ level: Int, _ block: MarkdownNode) -> MarkdownNode {
        let level = min(level, 6)
        if block.kind == .heading(level: level) { return block }
        let heading = edition.tree.makeHeading(level: level)
        for child in Array(block.children) { heading.append(child) }
        return heading
    }

    // MARK: {#name}

    /// Takes `{#name}` from the end of a block and gives the block that name.
    mutating func takeAuthorsAnchor(of leaf: MarkdownNode) {
        guard let name = edition.authorsName(of: leaf) else { return }
        let offset = edition.offset(of: name.node, at: name.start)
        guard name.isValid else {
            return report(
                .error, "invalid-anchor", at: offset, name.byteCount, "'\(name.text)' is no name of an anchor",
                hint: "a name is lower-case Latin letters, digits and hyphens, a letter first: {#retention}")
        }
        guard ids.insert(name.text).inserted else {
            return report(.error, "duplicate-anchor", at: offset, name.byteCount, "'\(name.text)' is taken already")
        }
        name.remove()
        let anchor = edition.inlineElement("span", ["id": name.text])
        if let first = leaf.firstChild { anchor.insert(before: first) }
    }

    // MARK: Diagnostics

    mutating func report(
        _ severity: Severity, _ rule: String, at offset: Int, _ length: Int, _ message: String, hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(severity, rule, at: edition.file.location(at: offset, length: length), message, hint: hint))
    }

    /// A numbered line inside a paragraph is no clause to Markdown; where its number follows on it was meant to be one.
    mutating func reportHiddenProvisions(_ lines: ArraySlice<[MarkdownNode]>, after label: NumberLabel?) {
        var last = label?.components
        for line in lines {
            guard let next = NumberLabel(startOf: line.plainText), let first = line.first,
                last.map({ Self.follows($0, next.components) }) ?? (next.depth > 1)
            else { continue }
            last = next.components
            report(
                .warning, "clause-in-paragraph", at: edition.offset(ofStart: first), next.byteCount,
                "\(next) continues the paragraph before it", hint: "put an empty line before \(next)")
        }
    }

    /// Whether a number is the next one on its level, or on a level around or directly below it.
    private static func follows(_ number: [Int], _ next: [Int]) -> Bool {
        if next == number + [1] { return true }
        guard next.count <= number.count, let last = next.last else { return false }
        return next.dropLast().elementsEqual(number.prefix(next.count - 1)) && last == number[next.count - 1] + 1
    }

    mutating func reportIndentedClause(_ code: MarkdownNode) {
        let opening = edition.file.bytes[code.startOffset...].first
        guard opening != UInt8(ascii: "`"), opening != UInt8(ascii: "~"),
            let label = NumberLabel(startOf: code.literal), label.depth > 1
        else { return }
        report(
            .error, "indented-clause", at: code.startOffset, label.byteCount,
            "\(label) is indented by four spaces, which makes it code", hint: "begin the line at its margin")
    }
}
