internal import HTML

/// Writes one page out of compiled templates.
struct TemplateRenderer {
    private let templates: CompiledTemplates
    private(set) var page: [UInt8] = []
    /// What was asked for and no model knew, once for each tag.
    private(set) var unknown: [CompiledTemplates.Variable] = []
    /// The model of the page, and those that the open sections have added; what an inner one does not know is looked for further out.
    private var models: [any TemplateModel]

    init(_ templates: CompiledTemplates, _ model: some TemplateModel) {
        self.templates = templates
        models = [model]
        page.reserveCapacity(16_384)
    }

    mutating func render(_ nodes: [CompiledTemplates.Node]) {
        for node in nodes {
            switch node {
            case .text(let bytes): page += bytes
            case .variable(let variable, let isEscaped): show(value(of: variable), isEscaped: isEscaped)
            case .section(let variable, let isInverted, let nodes):
                let value = value(of: variable)
                if !isInverted {
                    render(nodes, for: value)
                } else if let value, !value.isShown {
                    render(nodes)
                }
            case .partial(let place): render(templates.bodies[place])
            }
        }
    }

    private mutating func render(_ nodes: [CompiledTemplates.Node], for value: TemplateValue?) {
        switch value {
        case .list(let items):
            for item in items { render(nodes, in: item) }
        case .object(let model): render(nodes, in: model)
        case .some(let value) where value.isShown: render(nodes)
        default: break
        }
    }

    private mutating func render(_ nodes: [CompiledTemplates.Node], in model: any TemplateModel) {
        models.append(model)
        render(nodes)
        models.removeLast()
    }

    private mutating func show(_ value: TemplateValue?, isEscaped: Bool) {
        switch value {
        case .text(let text) where isEscaped: Escaping.append(text.utf8, to: &page)
        case .text(let text): page += Array(text.utf8)
        case .html(let bytes) where isEscaped: Escaping.append(bytes, to: &page)
        case .html(let bytes): page += bytes
        default: break
        }
    }

    private mutating func value(of variable: CompiledTemplates.Variable) -> TemplateValue? {
        for model in models.reversed() {
            if let value = model.value(of: variable.name)?.value(at: variable.rest[...]) { return value }
        }
        if !unknown.contains(where: { $0.template == variable.template && $0.tag == variable.tag }) {
            unknown.append(variable)
        }
        return nil
    }
}

extension TemplateValue {
    /// Whether a section of this value shows anything.
    fileprivate var isShown: Bool {
        switch self {
        case .absent: false
        case .flag(let flag): flag
        case .text(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .list(let items): !items.isEmpty
        case .object: true
        }
    }

    /// The value at the end of a path that begins here; nil where it leads to nothing that is known.
    fileprivate func value(at path: ArraySlice<String>) -> TemplateValue? {
        guard let name = path.first else { return self }
        switch self {
        case .object(let model): return model.value(of: name)?.value(at: path.dropFirst())
        case .absent: return .absent
        default: return nil
        }
    }
}
