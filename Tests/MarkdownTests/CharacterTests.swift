import Diagnostics
import Markdown
import Source
import Testing

/// Characters that no file may hold.
struct CharacterTests {
    private func findings(_ bytes: [UInt8]) -> [String] { MarkdownTree(bytes).findings }

    @Test func `bytes that are no UTF-8 are refused, and the text is not read`() {
        let tree = MarkdownTree(Array("ab\nв".utf8) + [0xC0, 0x80, 0xED, 0xA0, 0x80, 0x41, 0xF5])
        #expect(tree.diagnostics.map(\.rule) == ["invalid-utf8", "invalid-utf8"])
        #expect(tree.diagnostics.first?.location.line == 2 && tree.diagnostics.first?.location.column == 2)
        #expect(tree.html().isEmpty)
    }

    @Test func `a zero is found where it is`() {
        #expect(findings(Array("a\nб\0в".utf8)) == ["nul-character 2:2"])
    }

    @Test func `a byte order mark is found`() {
        #expect(findings(Array("\u{FEFF}# Заголовок".utf8)) == ["byte-order-mark 1:1"])
        #expect(findings(Array("a\u{FEFF}".utf8)) == ["invisible-character 1:2"])
    }

    @Test(arguments: [
        "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
        "\u{61C}",
        "\u{2060}", "\u{2028}", "\u{7}", "\u{C}", "\u{85}", "\u{3164}", "\u{E0041}", "\u{FE0F}", "\u{180E}", "\u{AD}",
    ])
    func `a character that can't be seen is found`(character: String) {
        #expect(findings(Array("да\(character)нет".utf8)) == ["invisible-character 1:3"])
    }

    @Test func `a soft hyphen is a warning`() {
        #expect(MarkdownTree("да\u{AD}нет").diagnostics.map(\.severity) == [.warning])
    }

    @Test(arguments: ["👩‍🔬", "❤️", "🏳️‍🌈", "a\u{A0}b", "é", "\t", "a\r\nb", "a\rb", "№ 5 — «да»", "👍🏽"])
    func `what can be seen is fine`(text: String) {
        #expect(findings(Array("x \(text) x".utf8)).isEmpty)
    }

    @Test func `a file of invisible characters is reported within limits`() {
        let findings = findings(Array(String(repeating: "\u{200B}\n", count: 10_000).utf8))
        #expect(findings.count == 100)
    }
}
