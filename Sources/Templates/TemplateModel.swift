/// What a template may show under a name.
package enum TemplateValue: Sendable {
    /// Known, but not there this time.
    case absent
    /// Text, escaped when it is written.
    case text(String)
    /// HTML that has been made safe, for `{{{name}}}`.
    case html([UInt8])
    /// An address that is counted from a folder: see `RenderedPart`.
    case address(String)
    /// What was rendered before, with the way from the page to the folder its addresses are counted from.
    case part(RenderedPart, way: String)
    case flag(Bool)
    case object(any TemplateModel)
    /// Models of one type, one after the other.
    case list(any TemplateModelList)

    package static func optional(_ text: String?) -> TemplateValue {
        text.map { .text($0) } ?? .absent
    }

    package static func optional(_ model: (some TemplateModel)?) -> TemplateValue {
        model.map { .object($0) } ?? .absent
    }
}

/// A type that a template sees: it answers to the names it has, and to no other.
package protocol TemplateModel: Sendable {
    /// The value of a variable; nil where the type has no such variable, which makes the template that asked wrong.
    func value(of name: TemplateName) -> TemplateValue?
}

/// An array of models, each of which becomes `any TemplateModel` only when its turn comes.
package protocol TemplateModelList: Sendable {
    var count: Int { get }
    func model(at index: Int) -> any TemplateModel
}

extension Array: TemplateModelList where Element: TemplateModel {
    package func model(at index: Int) -> any TemplateModel { self[index] }
}

/// Two models as one: what the first does not know, the second is asked for.
package struct LayeredModel<First: TemplateModel, Second: TemplateModel>: TemplateModel {
    private let first: First
    private let second: Second

    package init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    package func value(of name: TemplateName) -> TemplateValue? {
        first.value(of: name) ?? second.value(of: name)
    }
}

extension Strings: TemplateModel {
    package func value(of name: TemplateName) -> TemplateValue? {
        texts[name.text].map { .text($0) }
    }
}
