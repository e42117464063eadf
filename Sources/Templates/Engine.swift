internal import HTML
internal import Mustache
internal import Source
internal import Synchronization

/// swift-mustache behind the little that Edict needs of it: this file alone knows the engine.
struct Engine: Sendable {
    private static let contentType = "EDICT"

    private let library: MustacheLibrary

    /// Compiles files by name. Throws the engine's own error where `TemplateTag` has not found what is wrong before.
    init(_ templates: [String: (file: SourceFile, tags: [TemplateTag])]) throws {
        MustacheContentTypes.register(EscapedBytes(), named: Self.contentType)
        var library = MustacheLibrary()
        for (name, template) in templates {
            // The engine's escaper walks characters, and it falls back to it in every partial: each names ours.
            let text = "{{% CONTENT_TYPE:\(Self.contentType)}}\n" + Self.withWholeNames(template.file, template.tags)
            try library.register(text, named: name)
        }
        self.library = library
    }

    /// The engine would take `site.title` apart and lose sight of a part that is not there; with `site_title`, a name no
    /// tag of ours can have, the whole name reaches `child(named:)`.
    private static func withWholeNames(_ file: SourceFile, _ tags: [TemplateTag]) -> String {
        var bytes = file.bytes
        for tag in tags where tag.kind != .comment && tag.kind != .partial {
            for offset in tag.range where bytes[offset] == UInt8(ascii: ".") { bytes[offset] = UInt8(ascii: "_") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The page, and the names that no model knew.
    func render(_ name: String, _ model: some TemplateModel) -> (page: String, unknown: [String]) {
        let root = Root(model: model)
        let page = library.render(root, withTemplate: name) ?? ""
        return (page, root.unknown.withLock { $0.map { String($0.map { $0 == "_" ? "." : $0 }) } })
    }
}

private struct EscapedBytes: MustacheContentType {
    func escapeText(_ text: String) -> String {
        Escaping.escaped(text)
    }
}

/// The bottom of the engine's stack of contexts: what is asked for here and not known was asked for in vain.
private final class Root: MustacheParent, Sendable {
    let model: any TemplateModel
    let unknown = Mutex<[String]>([])

    init(model: any TemplateModel) {
        self.model = model
    }

    func child(named name: String) -> Any? {
        if let value = model.value(at: name) { return value.forEngine }
        unknown.withLock { $0.append(name) }
        return Absent()
    }
}

/// A model that a section has opened; what it does not know is looked for further out.
private struct Inner: MustacheParent {
    let model: any TemplateModel

    func child(named name: String) -> Any? {
        model.value(at: name)?.forEngine
    }
}

extension TemplateModel {
    /// The value at the end of a path whose parts `_` joins.
    fileprivate func value(at path: String) -> TemplateValue? {
        guard let dot = path.utf8.firstIndex(of: UInt8(ascii: "_")) else { return value(of: path) }
        switch value(of: String(path[..<dot])) {
        case .object(let inner): return inner.value(at: String(path[path.index(after: dot)...]))
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
    fileprivate var forEngine: Any {
        switch self {
        case .absent: Absent()
        case .text(let text): text
        case .html(let bytes): String(decoding: bytes, as: UTF8.self)
        case .flag(let flag): flag
        case .object(let model): Inner(model: model)
        case .list(let models): models.map { Inner(model: $0) }
        }
    }
}
