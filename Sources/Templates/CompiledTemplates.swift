internal import HTML
internal import Source

/// The templates of a library for pages in one language, compiled once: what is written as it stands as one row of bytes,
/// what is looked up by name as steps between them.
///
/// The part of Mustache (its manual, version 1.1) that `TemplateTag` reads, with the specification's rules for tags that stand
/// alone on their line: such a line is not in the page, and a partial's lines are indented as its tag was.
struct CompiledTemplates: Sendable {
    enum Step: Sendable {
        /// A part of `bytes`.
        case text(Range<Int>)
        /// A place in `variables`.
        case variable(Int, isEscaped: Bool)
        /// The steps from the next one up to `end`.
        case section(Int, isInverted: Bool, end: Int)
        /// A place in `bodies`.
        case partial(Int)
    }

    /// A tag that asks for a variable.
    struct Variable: Sendable {
        let template: String
        /// Which of the template's tags it is.
        let tag: Int
        let name: TemplateName
        /// What stands behind the dots of `site.title`.
        let rest: [TemplateName]
    }

    typealias Sources = [String: (file: SourceFile, tags: [TemplateTag])]

    private(set) var bytes: [UInt8] = []
    private(set) var steps: [Step] = []
    private(set) var variables: [Variable] = []
    /// The steps of each template.
    private(set) var bodies: [Range<Int>] = []
    /// Where in `bodies` a template stands, by the white space that its lines begin with and its name.
    private var places: [String: Int] = [:]
    private let strings: Strings
    /// Whether the next text goes on where the last step, a text, ends.
    private var isInText = false

    /// - Parameters:
    ///   - sources: without faults: sections are closed, partials are there and do not include themselves.
    ///   - strings: the words of the pages' language: `{{t.key}}` is text from here on.
    init(_ sources: Sources, _ strings: Strings) {
        self.strings = strings
        for name in sources.keys.sorted() { _ = place(of: name, indented: [], sources) }
    }

    /// The steps of a template.
    subscript(name: String) -> Range<Int> {
        places[name].map { bodies[$0] } ?? 0..<0
    }

    private mutating func place(of name: String, indented indent: ArraySlice<UInt8>, _ sources: Sources) -> Int {
        let key = String(decoding: indent, as: UTF8.self) + name
        if let place = places[key] { return place }
        bodies.append(0..<0)
        let place = bodies.count - 1
        places[key] = place
        guard let source = sources[name] else { return place }
        var reader = BodyReader(name: name, file: source.file, tags: source.tags, indent: indent)
        let nodes = reader.nodes { self.place(of: $0, indented: $1, sources) }
        let start = steps.count
        isInText = false
        append(nodes)
        bodies[place] = start..<steps.count
        return place
    }

    private mutating func append(_ nodes: [BodyReader.Node]) {
        for node in nodes {
            switch node {
            case .text(let text): append(text)
            case .variable(let variable, let isEscaped):
                if let text = string(variable) {
                    append(isEscaped ? Escaping.escaped(text.utf8) : Array(text.utf8))
                } else {
                    variables.append(variable)
                    append(.variable(variables.count - 1, isEscaped: isEscaped))
                }
            case .section(let variable, let isInverted, let nodes):
                variables.append(variable)
                let (variable, step) = (variables.count - 1, steps.count)
                append(.section(variable, isInverted: isInverted, end: 0))
                append(nodes)
                steps[step] = .section(variable, isInverted: isInverted, end: steps.count)
                isInText = false
            case .partial(let place): append(.partial(place))
            }
        }
    }

    private mutating func append(_ step: Step) {
        steps.append(step)
        isInText = false
    }

    private mutating func append(_ text: [UInt8]) {
        let start = bytes.count
        bytes += text
        if isInText, case .text(let range)? = steps.last {
            steps[steps.count - 1] = .text(range.lowerBound..<bytes.count)
        } else {
            steps.append(.text(start..<bytes.count))
        }
        isInText = true
    }

    /// What a page says for `{{t.key}}`; nil for other variables, and for a key that there is not.
    private func string(_ variable: Variable) -> String? {
        guard variable.name.word == .t, variable.rest.count == 1 else { return nil }
        return strings.text(variable.rest[0].text)
    }
}

/// Reads the tags of one template into nodes.
private struct BodyReader {
    enum Node {
        case text([UInt8])
        case variable(CompiledTemplates.Variable, isEscaped: Bool)
        case section(CompiledTemplates.Variable, isInverted: Bool, [Node])
        /// A place in `bodies`.
        case partial(Int)
    }

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
        let parts = tag.name.split(separator: ".").map { TemplateName($0) }
        return CompiledTemplates.Variable(
            template: name, tag: next, name: parts.first ?? TemplateName(""), rest: Array(parts.dropFirst()))
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
