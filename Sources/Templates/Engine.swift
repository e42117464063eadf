internal import HTML
internal import Mustache
internal import Source
internal import Synchronization

/// swift-mustache behind the little that Edict needs of it: this file alone knows the engine.
struct Engine: Sendable {
    private static let contentType = "EDICT"

    private let library: MustacheLibrary
    /// By the numbers that the engine knows them by.
    private let variables: [Variable]

    /// A tag that asks for a variable.
    struct Variable: Sendable {
        let template: String
        /// Which of the template's tags it is.
        let tag: Int
        /// `site.title` in its parts.
        let path: [String]
    }

    /// Compiles files by name. Throws the engine's own error where `TemplateTag` has not found what is wrong before.
    init(_ templates: [String: (file: SourceFile, tags: [TemplateTag])]) throws {
        MustacheContentTypes.register(EscapedBytes(), named: Self.contentType)
        var library = MustacheLibrary()
        var variables: [Variable] = []
        for (name, template) in templates {
            // The engine's escaper walks characters, and it falls back to it in every partial: each names ours.
            let text =
                "{{% CONTENT_TYPE:\(Self.contentType)}}\n"
                + Self.withNumbers(template.file, template.tags, of: name, &variables)
            try library.register(text, named: name)
        }
        self.library = library
        self.variables = variables
    }

    /// The template with each variable `site.title` as `_17`, which no tag of ours can be named: the engine does not take it
    /// apart and lose sight of a part that is not there, and the number tells which tag asked.
    private static func withNumbers(
        _ file: SourceFile, _ tags: [TemplateTag], of template: String, _ variables: inout [Variable]
    ) -> String {
        var output: [UInt8] = []
        var copied = 0
        var open: [Int] = []
        for (index, tag) in tags.enumerated() where tag.kind != .comment && tag.kind != .partial {
            let number = tag.kind == .end ? open.popLast() ?? 0 : variables.count
            if tag.kind == .section || tag.kind == .inverted { open.append(number) }
            if tag.kind != .end {
                variables.append(
                    Variable(template: template, tag: index, path: tag.name.split(separator: ".").map(String.init)))
            }
            output += file.bytes[copied..<tag.nameRange.lowerBound]
            output += Array("_\(number)".utf8)
            copied = tag.nameRange.upperBound
        }
        return String(decoding: output + file.bytes[copied...], as: UTF8.self)
    }

    /// The page, and the variables that no model knew.
    func render(_ name: String, _ model: some TemplateModel) -> (page: String, unknown: [Variable]) {
        let root = Root(inner: Inner(model: model, variables: variables))
        let page = library.render(root, withTemplate: name) ?? ""
        return (page, root.unknown.withLock { $0.map { variables[$0] } })
    }
}

private struct EscapedBytes: MustacheContentType {
    func escapeText(_ text: String) -> String {
        Escaping.escaped(text)
    }
}

/// The bottom of the engine's stack of contexts: what is asked for here and not known was asked for in vain.
private final class Root: MustacheParent, Sendable {
    let inner: Inner
    /// The numbers of the variables.
    let unknown = Mutex<Set<Int>>([])

    init(inner: Inner) {
        self.inner = inner
    }

    func child(named name: String) -> Any? {
        if let value = inner.child(named: name) { return value }
        if let number = inner.number(name) { _ = unknown.withLock { $0.insert(number) } }
        return Absent()
    }
}

/// A model that a section has opened; what it does not know is looked for further out.
private struct Inner: MustacheParent {
    let model: any TemplateModel
    let variables: [Engine.Variable]

    func child(named name: String) -> Any? {
        number(name).flatMap { model.value(at: variables[$0].path[...])?.forEngine(variables) }
    }

    /// The number in `_17`.
    func number(_ name: String) -> Int? {
        guard let number = Int(name.dropFirst()), variables.indices.contains(number) else { return nil }
        return number
    }
}

extension TemplateModel {
    /// The value at the end of a path.
    fileprivate func value(at path: ArraySlice<String>) -> TemplateValue? {
        guard let first = path.first, let value = value(of: first) else { return nil }
        if path.count == 1 { return value }
        switch value {
        case .object(let inner): return inner.value(at: path.dropFirst())
        case .absent: return .absent
        default: return nil
        }
    }
}

/// Known and not there: it ends the engine's search through the outer contexts.
private struct Absent: MustacheParent, MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }

    func child(named _: String) -> Any? { Absent() }
}

extension TemplateValue {
    fileprivate func forEngine(_ variables: [Engine.Variable]) -> Any {
        switch self {
        case .absent: Absent()
        case .text(let text): text
        case .html(let bytes): String(decoding: bytes, as: UTF8.self)
        case .flag(let flag): flag
        case .object(let model): Inner(model: model, variables: variables)
        case .list(let models): models.map { Inner(model: $0, variables: variables) }
        }
    }
}
