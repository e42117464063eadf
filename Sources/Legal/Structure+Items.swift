internal import Diagnostics
internal import Markdown
internal import Source

extension Structure {
    // MARK: Ordered lists

    /// Places one item of a list of numbers: a section where it is one, else an item beside the others of its list.
    mutating func placeListItem(_ unit: Unit) {
        guard let item = unit.item else { return }
        let offset = unit.node.startOffset
        if let paragraph = unit.node.firstChild, paragraph.kind == .paragraph {
            let lines = edition.lines(of: paragraph)
            if isSection(item.number, lines, unit, before: pending.last),
                let label = NumberLabel(startOf: Array("\(item.number). ".utf8))
            {
                push(unit.node.children.dropFirst().map { Unit(node: $0) })
                prepend(edition.tree.makeText("\(item.number). ".utf8), to: paragraph)
                return openSection(label, edition.lines(of: paragraph), at: offset)
            }
        }
        var items = [unit.node]
        while let next = pending.last, next.item?.list == item.list, !isSection(next, before: pending.dropLast().last) {
            items.append(next.node)
            pending.removeLast()
        }
        placeItems(items, of: item.list)
    }

    private func isSection(_ unit: Unit, before next: Unit?) -> Bool {
        guard let item = unit.item, let paragraph = unit.node.firstChild, paragraph.kind == .paragraph else {
            return false
        }
        return isSection(item.number, edition.lines(of: paragraph), unit, before: next)
    }

    /// Adds items of an ordered list to the provision that is open.
    mutating func placeItems(_ items: [MarkdownNode], of list: MarkdownNode) {
        if !isAnnounced(list) { close(to: Self.itemDepth) }
        // To cmark a line "в) …" behind the last item is still that item's.
        if let paragraph = items.last?.lastChild, paragraph.kind == .paragraph {
            let (own, rest) = splitAtItems(paragraph, edition.lines(of: paragraph))
            if let rest {
                paragraph.replace(with: [own])
                push([Unit(node: rest)])
            }
        }
        let base = open.last?.id.nonEmpty
        container.append(element(ofItems: items, in: list, base: base))
    }

    /// The items of an ordered list as elements whose numbers are text.
    private mutating func element(ofItems items: [MarkdownNode], in list: MarkdownNode, base: String?) -> MarkdownNode {
        let sign = list.listDelimiter == .period ? "." : ")"
        let wrapper = edition.blockElement("div", ["class": "items", "role": "list"])
        for item in items {
            let number = typedNumber(of: item)
            let id = base.map { Self.id(of: number, in: $0) }
            let offset = item.startOffset
            let element = openItemElement(id: id, label: number + sign, at: offset)
            wrapper.append(element)
            if item.firstChild?.kind != .paragraph {
                let paragraph = edition.tree.makeParagraph()
                if let first = item.firstChild { paragraph.insert(before: first) } else { item.append(paragraph) }
            }
            for (index, child) in Array(item.children).enumerated() {
                if index == 0 {
                    prepend(label: number + sign, to: child)
                    if clauses.last?.offset == offset, clauses.last?.id != nil {
                        anchors.append(Anchor(clause: clauses.count - 1, leaf: child))
                    }
                }
                if child.kind == .list(ordered: true) {
                    reportNumbers(of: Array(child.children), in: child)
                    element.append(self.element(ofItems: Array(child.children), in: child, base: id))
                } else {
                    element.append(child)
                    convertOrderedLists(below: child)
                }
            }
        }
        return wrapper
    }

    /// Turns the ordered lists inside a block into items that have no ids of their own.
    mutating func convertOrderedLists(below node: MarkdownNode) {
        let lists = node.descendants.filter { $0 != node && $0.kind == .list(ordered: true) }
        for list in lists.reversed() {
            let items = Array(list.children)
            reportNumbers(of: items, in: list)
            list.replace(with: [element(ofItems: items, in: list, base: nil)])
        }
    }

    /// cmark takes the numbers of all items but the first for granted; a legal text does not.
    mutating func reportNumbers(of items: [MarkdownNode], in list: MarkdownNode) {
        for (index, item) in items.enumerated() {
            let expected = String(list.listStart + index)
            let typed = typedNumber(of: item)
            guard typed != expected else { continue }
            return report(
                .error, "list-number", at: item.startOffset, typed.utf8.count,
                "\(typed) where \(expected) follows in this list",
                hint: "mend the number, or put an empty line and text between two lists")
        }
    }

    private func typedNumber(of item: MarkdownNode) -> String {
        let digits = edition.file.bytes[item.startOffset...].prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private func prepend(label: String, to block: MarkdownNode) {
        let element = edition.inlineElement("span", ["class": "label"])
        element.append(edition.tree.makeText(label.utf8))
        if block.firstChild != nil { prepend(edition.tree.makeText(" ".utf8), to: block) }
        prepend(element, to: block)
    }

    private func prepend(_ node: MarkdownNode, to block: MarkdownNode) {
        if let first = block.firstChild { node.insert(before: first) } else { block.append(node) }
    }

    private static func id(of item: String, in base: String) -> String {
        "\(base)-\(item)"
    }

    private mutating func openItemElement(id: String?, label: String, at offset: Int) -> MarkdownNode {
        let own = id.flatMap { ids.insert($0).inserted ? $0 : nil }
        clauses.append(
            Clause(
                kind: .item, id: own, label: label, numbers: [], parent: innermostProvision, title: nil,
                offset: offset))
        let element = edition.blockElement("div", ["class": "item", "role": "listitem", "id": own])
        provisions[element] = clauses.count - 1
        itemElements.insert(element)
        return element
    }

    // MARK: Typed items

    /// Places a paragraph without a number: text, typed items (`а)`), bullets (`•`), or some of each on lines of their own.
    mutating func placeUnnumbered(_ paragraph: MarkdownNode, _ lines: [[MarkdownNode]]) {
        var rest = lines[...]
        repeat {
            // Not as a paragraph that is cut again and again: that would move every line as often as lines stand before it.
            let end = endOfFirstPart(rest)
            let isWhole = end - rest.startIndex == lines.count
            let part = isWhole ? paragraph : edition.paragraph(of: rest[..<end])
            rest = rest[end...]
            placePart(part)
        } while !rest.isEmpty
    }

    /// Places a paragraph of which no line but the first begins an item.
    private mutating func placePart(_ part: MarkdownNode) {
        let text = part.plainText
        if let label = ItemLabel(startOf: text, after: lastItemLabel) {
            placeTypedItem(part, label: label, at: edition.offset(ofStart: part))
        } else if Self.isBullet(text) {
            placeBullet(part)
        } else {
            append(part)
            reportHiddenProvisions(edition.lines(of: part).dropFirst(), after: nil)
        }
    }

    private var lastItemLabel: ItemLabel? { open.last?.itemLabel }

    /// Whether a row of items of this kind goes on here.
    private func isOpen(_ style: ItemLabel.Style) -> Bool {
        open.contains { $0.itemLabel?.style == style }
    }

    /// Cuts a paragraph before the first of its lines that is an item or a bullet of its own.
    func splitAtItems(
        _ paragraph: MarkdownNode, _ lines: [[MarkdownNode]]
    ) -> (own: MarkdownNode, rest: MarkdownNode?) {
        let end = endOfFirstPart(lines[...])
        if end == lines.endIndex { return (paragraph, nil) }
        let rest = edition.paragraph(of: lines[end...])
        return (edition.paragraph(of: lines[..<end]), rest)
    }

    /// The first line, but for the very first, that is an item or a bullet of its own; the end where there is none.
    private func endOfFirstPart(_ lines: ArraySlice<[MarkdownNode]>) -> Int {
        guard let first = lines.first else { return lines.endIndex }
        var previous = ItemLabel(startOf: first.plainText, after: lastItemLabel) ?? lastItemLabel
        for index in lines.indices.dropFirst() {
            let text = lines[index].plainText
            let label = ItemLabel(startOf: text, after: previous)
            let beginsItem = label.map { $0.ordinal == 1 || $0.style == previous?.style || isOpen($0.style) } ?? false
            if beginsItem || Self.isBullet(text) { return index }
            previous = label ?? previous
        }
        return lines.endIndex
    }

    /// Places an item whose mark stands at the beginning of its paragraph.
    mutating func placeTypedItem(_ paragraph: MarkdownNode, label: ItemLabel, at offset: Int) {
        closeItems(before: label)
        let base = open.last?.id.nonEmpty
        let list = listElement("div", ["class": "items", "role": "list"])
        let id = base.map { Self.id(of: label.name, in: $0) }
        let typed = String(decoding: paragraph.plainText.prefix(label.byteCount), as: UTF8.self)
        let element = openItemElement(id: id, label: typed, at: offset)
        list.append(element)
        edition.wrapStart(of: paragraph, count: label.byteCount, in: edition.inlineElement("span", ["class": "label"]))
        element.append(paragraph)
        if clauses[clauses.count - 1].id != nil { anchors.append(Anchor(clause: clauses.count - 1, leaf: paragraph)) }
        takeAuthorsAnchor(of: paragraph)
        let depth = max(Self.itemDepth, (open.last?.depth ?? 0) + 1)
        open.append(Provision(node: element, depth: depth, id: id ?? "", itemLabel: label))
    }

    /// Closes the open items that this one is not inside: it continues the row of its own kind, or begins a row inside the
    /// last item.
    private mutating func closeItems(before label: ItemLabel) {
        let row = open.lastIndex { $0.itemLabel?.style == label.style }
        if let row {
            open.removeSubrange(row...)
        } else if label.ordinal != 1 {
            close(to: Self.itemDepth)
        }
    }

    /// The element around items or bullets that follow each other here: the one that was made last, or a new one.
    private mutating func listElement(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:])
        -> MarkdownNode
    {
        if let last = container.lastChild, lists.contains(last) { return last }
        let list = edition.blockElement(name, attributes)
        container.append(list)
        lists.insert(list)
        return list
    }

    // MARK: Bullets

    private static func isBullet(_ text: [UInt8]) -> Bool {
        text.starts(with: "•".utf8)
    }

    /// Places a line that begins with `•` into a list.
    private mutating func placeBullet(_ paragraph: MarkdownNode) {
        edition.removeBullet(of: paragraph)
        let item = edition.blockElement("li")
        itemElements.insert(item)
        listElement("ul").append(item)
        item.append(paragraph)
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
