internal import Diagnostics
internal import Markdown
internal import Source

/// Fills `{{NAME}}` in the text and in the destinations of links; in code nothing is filled.
///
/// A value is text: it becomes a text node, which cmark escapes, and never Markdown.
struct Placeholders {
    private let values: Values
    private let builtIn: [String: String]
    /// What an empty value is: a gap to be warned of, or an error.
    private let severityOfGap: Severity
    private let isPublished: Bool

    private(set) var used: [String: String] = [:]
    /// The values that are still empty, by name.
    private(set) var gaps: Set<String> = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ rendition: Rendition) {
        values = rendition.values
        builtIn = rendition.builtIn
        severityOfGap = rendition.standing == .draft ? .warning : .error
        isPublished = rendition.standing == .published
    }

    /// Fills every placeholder below the root.
    mutating func fill(_ edition: inout EditionTree) {
        for node in Array(edition.tree.root.descendants) {
            switch node.kind {
            case .text: fillText(node, &edition)
            case .link, .image: fillDestination(node, edition)
            default: break
            }
        }
    }

    // MARK: Text

    private mutating func fillText(_ node: MarkdownNode, _ edition: inout EditionTree) {
        if !isPublished { reportSingleBraces(node, edition) }
        let marks = BraceMark.scan(node.literal) { edition.isVerbatim(node, $0) }.compactMap { mark in
            resolve(mark, in: edition, at: edition.offset(of: node, at: mark.range.lowerBound)).map { (mark, $0) }
        }
        var parts = edition.split(node, at: marks.flatMap { [$0.0.range.lowerBound, $0.0.range.upperBound] })[...]
        var end = 0
        for (mark, text) in marks {
            // The text between two placeholders is a part of its own.
            if mark.range.lowerBound > end { _ = parts.popFirst() }
            end = mark.range.upperBound
            guard let placeholder = parts.popFirst() else { return }
            if text.isEmpty {
                let gap = edition.inlineElement("mark", ["data-gap": ""])
                gap.append(edition.tree.makeText(mark.name.utf8))
                placeholder.replace(with: [gap])
            } else {
                placeholder.replace(with: [edition.tree.makeText(text.utf8)])
            }
        }
    }

    /// `{EMAIL}` where EMAIL is a placeholder: somebody forgot the other braces.
    private mutating func reportSingleBraces(_ node: MarkdownNode, _ edition: EditionTree) {
        for range in BraceMark.singles(node.literal) where edition.isVerbatim(node, range) {
            let name = String(decoding: node.literal[range].dropFirst().dropLast(), as: UTF8.self)
            guard values.texts[name] != nil || builtIn[name] != nil else { continue }
            let place = edition.file.location(at: edition.offset(of: node, at: range.lowerBound), length: range.count)
            diagnostics.append(
                Diagnostic(
                    .warning, "malformed-placeholder", at: place, "'{\(name)}' is no placeholder",
                    hint: "write '{{\(name)}}'"))
        }
    }

    // MARK: Destinations

    private mutating func fillDestination(_ link: MarkdownNode, _ edition: EditionTree) {
        let destination = link.destination
        let source = edition.tree.destinationRange(of: link)
        let written = source.map { Array(edition.file.bytes[$0]) } ?? destination
        // An escape in the destination moves everything behind it: then its braces are read where they are written.
        let marks = BraceMark.scan(written) { range in
            range.lowerBound == 0 || written[range.lowerBound - 1] != UInt8(ascii: "\\")
        }
        guard !marks.isEmpty else { return }
        let values = marks.compactMap { mark in
            let offset = source.map { $0.lowerBound + mark.range.lowerBound } ?? edition.offset(of: link)
            return resolve(mark, in: edition, at: offset).map { (mark: mark, text: $0, offset: offset) }
        }
        let filled = Self.fill(written, values.map { ($0.mark.range, $0.text) })
        // What was refused stays refused, also where a placeholder in it could not be filled.
        link.destination = LinkDestination.isAllowed(filled) ? filled : []
        guard link.destination.isEmpty, !values.isEmpty else { return }
        let culprit =
            values.prefix(Self.mostCulprits)
            .first { !LinkDestination.isAllowed(Self.fill(written, [($0.mark.range, $0.text)])) } ?? values[0]
        diagnostics.append(
            Diagnostic(
                .error, "link-scheme", at: edition.file.location(at: culprit.offset, length: culprit.mark.range.count),
                "'\(culprit.mark.name)' makes this a link that is not allowed",
                hint: "a link begins with https:, http:, mailto: or tel:, or leads to a place in the site"))
    }

    /// How many values of one destination are tried by themselves.
    private static let mostCulprits = 16

    /// A destination with values in place of ranges in ascending order.
    private static func fill(_ written: [UInt8], _ values: [(range: Range<Int>, text: String)]) -> [UInt8] {
        var filled: [UInt8] = []
        var copied = 0
        for (range, text) in values {
            filled += written[copied..<range.lowerBound] + Array(text.utf8)
            copied = range.upperBound
        }
        return filled + written[copied...]
    }

    // MARK: Names

    /// The text of a placeholder, empty for a gap; nil, with a diagnostic, where it has none.
    private mutating func resolve(_ mark: BraceMark, in edition: EditionTree, at offset: Int) -> String? {
        let location = edition.file.location(at: offset, length: mark.range.count)
        guard mark.isWellFormed else {
            diagnostics.append(
                Diagnostic(
                    .error, "malformed-placeholder", at: location, "'\(mark.written)' is no placeholder",
                    hint: hint(for: mark)))
            return nil
        }
        guard let text = builtIn[mark.name] ?? values.texts[mark.name] else {
            diagnostics.append(
                Diagnostic(
                    .error, "unknown-placeholder", at: location, "unknown placeholder '\(mark.name)'",
                    hint: suggestion(for: mark.name, in: Array(values.texts.keys) + builtIn.keys)
                        ?? "give it a value in content/values.yml, or write \\{{ for two braces"))
            return nil
        }
        if text.isEmpty {
            gaps.insert(mark.name)
            diagnostics.append(
                Diagnostic(
                    severityOfGap, "empty-value", at: location, "'\(mark.name)' has no value yet",
                    hint: builtIn[mark.name] == nil
                        ? "fill it in in content/values.yml" : "fill the date in in the front matter"))
        } else {
            used[mark.name] = text
        }
        return text
    }

    private func hint(for mark: BraceMark) -> String {
        let name = mark.name.uppercased()
        let known =
            PlaceholderName.isName(name.utf8) ? nearest(to: name, in: Array(values.texts.keys) + builtIn.keys) : nil
        return known.map { "did you mean '{{\($0)}}'?" }
            ?? "write {{NAME}} with Latin capital letters and no spaces, or \\{{ for two braces"
    }
}

/// Braces in a text that are a placeholder, or were meant to be one.
struct BraceMark {
    let range: Range<Int>
    let written: String
    /// What stands inside the braces, without white space around it.
    let name: String
    let isWellFormed: Bool

    /// Finds `{{NAME}}`, and what looks like it: `{{ NAME`, `{{name}}`, `{NAME}}`, a lone `}}`. Linear in the text.
    ///
    /// - Parameter isBrace: whether the two bytes of a range are typed braces, not escaped ones.
    static func scan(_ text: [UInt8], isBrace: (Range<Int>) -> Bool) -> [BraceMark] {
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        guard text.contains(open) || text.contains(close) else { return [] }
        var marks: [BraceMark] = []
        var index = 0
        var escaped = false
        while index < text.count {
            let pair = index + 1 < text.count && text[index + 1] == text[index]
            if text[index] == open, pair {
                if !isBrace(index..<index + 2) {
                    escaped = true
                    index += 2
                    continue
                }
                let end = closing(in: text, from: index + 2)
                marks.append(
                    BraceMark(
                        text, index..<end,
                        isClosed: end >= index + 4 && text[end - 1] == close && text[end - 2] == close))
                index = end
            } else if text[index] == close, pair {
                if !escaped, isBrace(index..<index + 2) {
                    let start = marks.last.map(\.range.upperBound) ?? 0
                    let opener = text[start..<index].lastIndex(of: open) ?? index
                    marks.append(BraceMark(text, opener..<index + 2, isClosed: false))
                }
                escaped = false
                index += 2
            } else {
                index += 1
            }
        }
        return marks
    }

    /// Finds names between single braces. Linear in the text.
    static func singles(_ text: [UInt8]) -> [Range<Int>] {
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var ranges: [Range<Int>] = []
        var opener: Int?
        for (index, byte) in text.enumerated() {
            if byte == open {
                opener = index
            } else if byte == close, let start = opener {
                opener = nil
                let isSingle =
                    (start == 0 || text[start - 1] != open) && (index + 1 == text.count || text[index + 1] != close)
                if isSingle, PlaceholderName.isName(text[start + 1..<index]) { ranges.append(start..<index + 1) }
            }
        }
        return ranges
    }

    /// The end of the placeholder whose inside begins at `start`: behind its `}}`, or where it can go no further.
    private static func closing(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count, index - start < 80, text[index] != UInt8(ascii: "{") {
            if text[index] == UInt8(ascii: "}") {
                return index + 1 < text.count && text[index + 1] == UInt8(ascii: "}") ? index + 2 : index + 1
            }
            index += 1
        }
        index = start
        while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        while index < text.count, text[index] > 0x20, text[index] != UInt8(ascii: "{") { index += 1 }
        return index
    }

    private init(_ text: [UInt8], _ range: Range<Int>, isClosed: Bool) {
        self.range = range
        written = String(decoding: text[range], as: UTF8.self)
        let inside = text[range].filter {
            $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: " ")
        }
        name = String(decoding: inside, as: UTF8.self)
        isWellFormed = isClosed && PlaceholderName.isName(text[range].dropFirst(2).dropLast(2))
    }
}
