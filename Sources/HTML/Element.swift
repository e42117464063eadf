/// A small tree for the HTML and XML that code must build itself.
package indirect enum Element: Sendable {
    /// Names come from code, never from input; values are escaped. A nil value leaves the attribute out, an empty one
    /// writes the name alone in HTML.
    case element(String, [(name: String, value: String?)], [Element])
    case text(String)
    /// HTML that another stage has made safe already.
    case rendered([UInt8])

    /// The element's start tag.
    package static func startTag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) -> [UInt8] {
        var output: [UInt8] = []
        writeStartTag(name, attributes.map { ($0.key, $0.value) }, xml: false, close: ">", to: &output)
        return output
    }

    /// The element's end tag.
    package static func endTag(_ name: String) -> [UInt8] {
        Array("</\(name)>".utf8)
    }

    package init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Element] = []) {
        self = .element(name, attributes.map { ($0.key, $0.value) }, children)
    }

    package init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
        self.init(name, attributes, [.text(text)])
    }

    /// The tree as HTML.
    package func html() -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, xml: false)
        return output
    }

    /// The tree as an XML document with its declaration.
    package func xmlDocument() -> [UInt8] {
        var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        write(to: &output, xml: true)
        output.append(UInt8(ascii: "\n"))
        return output
    }

    private static let voidElements: Set = ["br", "hr", "img", "input", "link", "meta", "wbr"]

    private func write(to output: inout [UInt8], xml: Bool) {
        switch self {
        case .text(let text): Escaping.append(text.utf8, to: &output)
        case .rendered(let bytes): output.append(contentsOf: bytes)
        case .element(let name, let attributes, let children):
            let childless = children.isEmpty && (xml || Self.voidElements.contains(name))
            Self.writeStartTag(name, attributes, xml: xml, close: childless && xml ? "/>" : ">", to: &output)
            if childless { return }
            for child in children { child.write(to: &output, xml: xml) }
            output.append(contentsOf: Self.endTag(name))
        }
    }

    private static func writeStartTag(
        _ name: String, _ attributes: [(name: String, value: String?)], xml: Bool, close: String,
        to output: inout [UInt8]
    ) {
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: name.utf8)
        for case (let name, let value?) in attributes {
            output.append(UInt8(ascii: " "))
            output.append(contentsOf: name.utf8)
            if value.isEmpty, !xml { continue }
            output.append(contentsOf: "=\"".utf8)
            Escaping.append(value.utf8, to: &output)
            output.append(UInt8(ascii: "\""))
        }
        output.append(contentsOf: close.utf8)
    }
}
