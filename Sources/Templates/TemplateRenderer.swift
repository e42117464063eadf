internal import HTML

/// Writes one page, or a part of one, out of compiled templates.
struct TemplateRenderer {
    private let templates: CompiledTemplates
    private(set) var page: [UInt8] = []
    /// Where in the page an address of a `RenderedPart` begins.
    private(set) var addresses: [Int] = []
    /// What was asked for and no model knew, once for each tag.
    private(set) var unknown: [CompiledTemplates.Variable] = []
    /// The model of the page, and those that the open sections have added; what an inner one does not know is looked for further out.
    private var models: [any TemplateModel]

    init(_ templates: CompiledTemplates, _ model: some TemplateModel, capacity: Int) {
        self.templates = templates
        models = [model]
        page.reserveCapacity(capacity)
    }

    mutating func render(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let step = templates.steps[index]
            index += 1
            switch step {
            case .text(let range): page += templates.bytes[range]
            case .variable(let variable, let isEscaped): show(value(of: variable), isEscaped: isEscaped)
            case .section(let variable, let isInverted, let end):
                let value = value(of: variable)
                if !isInverted {
                    render(index..<end, for: value)
                } else if let value, !value.isShown {
                    render(index..<end)
                }
                index = end
            case .partial(let place): render(templates.bodies[place])
            }
        }
    }

    private mutating func render(_ steps: Range<Int>, for value: TemplateValue?) {
        switch value {
        case .list(let items):
            for index in 0..<items.count { render(steps, in: items.model(at: index)) }
        case .object(let model): render(steps, in: model)
        case .some(let value) where value.isShown: render(steps)
        default: break
        }
    }

    private mutating func render(_ steps: Range<Int>, in model: any TemplateModel) {
        models.append(model)
        render(steps)
        models.removeLast()
    }

    private mutating func show(_ value: TemplateValue?, isEscaped: Bool) {
        switch value {
        case .text(let text) where isEscaped: Escaping.append(text.utf8, to: &page)
        case .text(let text): page += text.utf8
        case .html(let bytes) where isEscaped: Escaping.append(bytes, to: &page)
        case .html(let bytes): page += bytes
        case .address(let address):
            addresses.append(page.count)
            Escaping.append(address.utf8, to: &page)
        case .part(let part, let way) where isEscaped:
            var bytes: [UInt8] = []
            part.append(to: &bytes, way: way)
            Escaping.append(bytes, to: &page)
        case .part(let part, let way): part.append(to: &page, way: way)
        case .absent, .flag, .object, .list, nil: break
        }
    }

    private mutating func value(of index: Int) -> TemplateValue? {
        for place in models.indices.reversed() {
            guard let value = models[place].value(of: templates.variables[index].name) else { continue }
            if templates.variables[index].rest.isEmpty { return value }
            if let value = value.value(at: templates.variables[index].rest[...]) { return value }
        }
        let variable = templates.variables[index]
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
        case .text(let text), .address(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .list(let items): items.count > 0
        case .object, .part: true
        }
    }

    /// The value at the end of a path that begins here; nil where it leads to nothing that is known.
    fileprivate func value(at path: ArraySlice<TemplateName>) -> TemplateValue? {
        guard let name = path.first else { return self }
        switch self {
        case .object(let model): return model.value(of: name)?.value(at: path.dropFirst())
        case .absent: return .absent
        default: return nil
        }
    }
}
