import Testing

@testable import HTML

@Suite struct EscapingTests {
    private static let references = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]

    private static func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        Escaping.append(text.utf8, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `every special becomes a reference`() {
        #expect(Self.escaped("a&<>\"'b") == "a&amp;&lt;&gt;&quot;&#39;b")
        #expect(Self.escaped("&amp;") == "&amp;amp;")
        #expect(Self.escaped("Имя — 😀\u{A0}\n\t") == "Имя — 😀\u{A0}\n\t")
    }

    @Test(arguments: ["&", "<", ">", "\"", "'"])
    func `a special is escaped whatever mark combines with it`(special: String) throws {
        let reference = try #require(Self.references[special])
        let marks =
            Array(0x300...0x36F) + [
                0x200D, 0xFE0F, 0x20E3, 0x0483, 0x05BF, 0x0610, 0x1AB0, 0x1DC0, 0x20D0, 0xFE20, 0xE0100,
            ]
        for mark in marks.compactMap(Unicode.Scalar.init) {
            let text = "a\(special)\(String(mark))b"
            #expect(Array(Self.escaped(text).utf8) == Array("a\(reference)\(String(mark))b".utf8))
        }
    }

    @Test func `control characters that no page may hold are replaced`() {
        for value in Array(UInt8(0)...31) + [127] {
            let isAllowed = [9, 10, 13].contains(value)
            let expected = isAllowed ? [value] : Array("\u{FFFD}".utf8)
            var output: [UInt8] = []
            Escaping.append([value], to: &output)
            #expect(output == expected, "\(value)")
        }
    }

    @Test func `what is appended follows what was there`() {
        var output = Array("<b>".utf8)
        Escaping.append("<".utf8, to: &output)
        #expect(output == Array("<b>&lt;".utf8))
    }
}

@Suite struct ElementTests {
    @Test func `text and attributes are escaped, rendered HTML is not`() {
        let element = Element(
            "p", ["title": "a\"<\u{301}", "hidden": "", "id": nil], [.text("<&>"), .rendered(Array("<b>x</b>".utf8))])
        #expect(html(element) == "<p title=\"a&quot;&lt;\u{301}\" hidden>&lt;&amp;&gt;<b>x</b></p>")
    }

    @Test func `a void element has no end tag, an empty one has`() {
        for name in ["br", "hr", "img", "input", "link", "meta", "wbr"] { #expect(html(Element(name)) == "<\(name)>") }
        #expect(html(Element("p")) == "<p></p>")
        #expect(html(Element("script", ["src": "a.js"])) == "<script src=\"a.js\"></script>")
    }

    @Test func `start and end tags are those of the element`() {
        let tag = String(decoding: Element.startTag("a", ["href": "?a&b", "rel": nil]), as: UTF8.self)
        #expect(tag == "<a href=\"?a&amp;b\">")
        #expect(String(decoding: Element.endTag("a"), as: UTF8.self) == "</a>")
    }

    @Test func `an XML document is well formed`() {
        let element = Element("a", ["x": "<", "y": ""], [Element("br"), Element("b", text: "&"), Element("c")])
        #expect(
            String(decoding: element.xmlDocument(), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a x="&lt;" y=""><br/><b>&amp;</b><c/></a>

                """)
    }

    private func html(_ element: Element) -> String { String(decoding: element.html(), as: UTF8.self) }
}
