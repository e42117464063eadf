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
    case list([any TemplateModel])

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

/// Several models as one: the first that knows a name answers.
package struct LayeredModel: TemplateModel {
    private let layers: [any TemplateModel]

    package init(_ layers: any TemplateModel...) {
        self.layers = layers
    }

    package func value(of name: TemplateName) -> TemplateValue? {
        for layer in layers {
            if let value = layer.value(of: name) { return value }
        }
        return nil
    }
}

extension Strings: TemplateModel {
    package func value(of name: TemplateName) -> TemplateValue? {
        texts[name.text].map { .text($0) }
    }
}
