internal import Source

/// The templates of a library, compiled once: the text between tags as bytes, ready to be written.
///
/// The part of Mustache (its manual, version 1.1) that `TemplateTag` reads, with the specification's rules for tags that stand
/// alone on their line: such a line is not in the page, and a partial's lines are indented as its tag was.
struct CompiledTemplates: Sendable {
    enum Node: Sendable {
        case text([UInt8])
        case variable(Variable, isEscaped: Bool)
        case section(Variable, isInverted: Bool, [Node])
        /// A place in `bodies`.
        case partial(Int)
    }

    /// A tag that asks for a variable.
    struct Variable: Sendable {
        let template: String
        /// Which of the template's tags it is.
        let tag: Int
        let name: String
        /// What stands behind the dots of `site.title`.
        let rest: [String]
    }

    typealias Sources = [String: (file: SourceFile, tags: [TemplateTag])]

    private(set) var bodies: [[Node]] = []
    /// Where in `bodies` a template stands, by the white space that its lines begin with and its name.
    private var places: [String: Int] = [:]

    /// - Parameter sources: without faults: sections are closed, partials are there and do not include themselves.
    init(_ sources: Sources) {
        for name in sources.keys.sorted() { _ = place(of: name, indented: [], sources) }
    }

    /// The nodes of a template.
    subscript(name: String) -> [Node] {
        places[name].map { bodies[$0] } ?? []
    }

    private mutating func place(of name: String, indented indent: ArraySlice<UInt8>, _ sources: Sources) -> Int {
        let key = String(decoding: indent, as: UTF8.self) + name
        if let place = places[key] { return place }
        bodies.append([])
        let place = bodies.count - 1
        places[key] = place
        guard let source = sources[name] else { return place }
        var reader = BodyReader(name: name, file: source.file, tags: source.tags, indent: indent)
        bodies[place] = reader.nodes { self.place(of: $0, indented: $1, sources) }
        return place
    }
}

/// Reads the tags of one template into nodes.
private struct BodyReader {
    typealias Node = CompiledTemplates.Node

    let name: String
    let bytes: [UInt8]
    let tags: [TemplateTag]
    let indent: ArraySlice<UInt8>
    private var next = 0
    /// How far the bytes are read.
    private var offset = 0
    private var isAtLineStart = true

    init(name: String, file: SourceFile, tags: [TemplateTag], indent: ArraySlice<UInt8>) {
        (self.name, self.bytes, self.tags, self.indent) = (name, file.bytes, tags, indent)
    }

    /// The nodes up to the end of the section that is open, or of the template.
    mutating func nodes(partial: (String, ArraySlice<UInt8>) -> Int) -> [Node] {
        var nodes: [Node] = []
        while next < tags.count {
            let tag = tags[next]
            let variable = variable(of: tag)
            next += 1
            let line = lineAlone(of: tag)
            append(bytes[offset..<(line?.lowerBound ?? tag.range.lowerBound)], to: &nodes)
            offset = line?.upperBound ?? tag.range.upperBound
            switch tag.kind {
            case .variable:
                indentLine(&nodes)
                nodes.append(.variable(variable, isEscaped: isEscaped(tag)))
            case .section: nodes.append(.section(variable, isInverted: false, self.nodes(partial: partial)))
            case .inverted: nodes.append(.section(variable, isInverted: true, self.nodes(partial: partial)))
            case .end: return nodes
            case .partial:
                if line == nil { indentLine(&nodes) }
                let own = line.map { bytes[$0.lowerBound..<tag.range.lowerBound] } ?? []
                nodes.append(.partial(partial(tag.name, indent + own)))
            case .comment: break
            }
        }
        append(bytes[offset...], to: &nodes)
        offset = bytes.count
        return nodes
    }

    private func variable(of tag: TemplateTag) -> CompiledTemplates.Variable {
        let parts = tag.name.split(separator: ".").map(String.init)
        return CompiledTemplates.Variable(
            template: name, tag: next, name: parts.first ?? "", rest: Array(parts.dropFirst()))
    }

    private func isEscaped(_ tag: TemplateTag) -> Bool {
        let mark = bytes[tag.range.lowerBound + 2]
        return mark != UInt8(ascii: "{") && mark != UInt8(ascii: "&")
    }

    /// The whole line, its end too, of a tag that shows nothing itself and stands alone on it; nil for any other.
    private func lineAlone(of tag: TemplateTag) -> Range<Int>? {
        if tag.kind == .variable { return nil }
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let before = bytes[..<tag.range.lowerBound].reversed().prefix(while: isSpace).count
        let start = tag.range.lowerBound - before
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
        var end = tag.range.upperBound + bytes[tag.range.upperBound...].prefix(while: isSpace).count
        if bytes[end...].starts(with: "\r\n".utf8) { end += 1 }
        guard end < bytes.count else { return start..<end }
        return bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
    }

    private mutating func append(_ text: ArraySlice<UInt8>, to nodes: inout [Node]) {
        if text.isEmpty { return }
        if indent.isEmpty { return nodes.append(.text(Array(text))) }
        var output: [UInt8] = []
        for byte in text {
            if isAtLineStart { output += indent }
            output.append(byte)
            isAtLineStart = byte == UInt8(ascii: "\n")
        }
        nodes.append(.text(output))
    }

    /// Begins an indented line that has no text before its tag.
    private mutating func indentLine(_ nodes: inout [Node]) {
        if isAtLineStart, !indent.isEmpty { nodes.append(.text(Array(indent))) }
        isAtLineStart = false
    }
}
