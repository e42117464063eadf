import Diagnostics
import Markdown
import Source
import TestSupport
import Testing

/// Texts that nobody writes, made to be slow: each is refused or rendered, and quickly.
@Suite(.serialized)
struct PathologicalTests {
    /// The largest text is tried where the compiler optimises; unoptimised code takes ten times as long.
    #if DEBUG
        static let sizes = [20_000, 100_000]
    #else
        static let sizes = [50_000, 500_000, 8_000_000]
    #endif

    struct Input: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The text, of about so many bytes.
        let text: @Sendable (Int) -> [UInt8]

        init(_ name: String, _ text: @escaping @Sendable (Int) -> [UInt8]) {
            testDescription = name
            self.text = text
        }

        /// `unit` again and again, between a head and a tail.
        init(_ unit: String, head: String = "", tail: String = "") {
            self.init(head + unit + "…" + tail) { size in
                var bytes = Array(head.utf8)
                let unit = Array(unit.utf8)
                bytes.reserveCapacity(size + 64)
                while bytes.count < size { bytes += unit }
                return bytes + tail.utf8
            }
        }

        /// `opener` and `closer` half the text each, around a word.
        init(_ opener: String, around closer: String) {
            self.init("\(opener)…a\(closer)…") { size in
                let count = size / (opener.utf8.count + closer.utf8.count)
                return Array(
                    (String(repeating: opener, count: count) + "a" + String(repeating: closer, count: count)).utf8)
            }
        }
    }

    static let inputs: [Input] = [
        Input("*a **a ", around: " b** b*"), Input("[", around: "]"), Input("[", around: "](b)"),
        Input("![", around: "]"),
        Input("*", around: "*"), Input("_", around: "_"),
        Input("a_ "), Input("_a "), Input("a* "), Input("*a_ "), Input("**a__ "), Input("*a**a***a_ __b"),
        Input("a***"),
        Input("a]"), Input("[a"), Input("["), Input("]"), Input("[[a]"), Input("!["), Input("![[]()", head: "a"),
        Input("![a](b"),
        Input("[a](b)"), Input("[a](<b"), Input("[a](b"), Input("[a]("), Input("[a](()"), Input("[a](\\"),
        Input("[a](b \""),
        Input("[a](b ("), Input("[](b)"), Input("<"), Input("<a "), Input("<!--", head: "x "),
        Input("<!-- ", head: "x "),
        Input("<?", head: "x "), Input("<![CDATA[", head: "x "), Input("<!A ", head: "x "),
        Input("<a a=\"", head: "x "),
        Input("<a@a", head: "x "), Input("a.", head: "x <a@"), Input("<http:a", head: "x "), Input("&"), Input("&a"),
        Input("&#65;"),
        Input("\\"), Input("`"), Input("`a"), Input("`` a ` "), Input(">", tail: "a"), Input("> ", tail: "a"),
        Input(">>>>a\n"),
        Input("- ", tail: "a"), Input("* "), Input("1. ", tail: "a"), Input("> - ", tail: "a"), Input("- - -x\n"),
        Input("* * * ", tail: "x"),
        Input("> a\n"), Input("b\n", head: "> a\n"), Input("- a\n"), Input("- a\n\n"), Input("1. a\n"), Input("a\n\n"),
        Input("\n"),
        Input("\r"), Input(" "), Input("a \n"), Input("\t"), Input("#"), Input("# "), Input("```\n"),
        Input("a\n", head: "```\n"),
        Input("<div>\n\n"), Input("a\n", head: "<script>\n"), Input("[a]: b\n"), Input("[a]: b\n\n"),
        Input("[a]: b\n===\n"),
        Input("[a]: b \"\n\n"), Input("[a]", head: "[a]: " + String(repeating: "x", count: 50_000) + "\n\n"),
        Input("x\0"), Input("\0"),
        Input("|b|\n", head: "|a|\n|-|\n"), Input("|a|\n|-|\n\n"), Input("|a", head: "|a|\n|-|\n"), Input("|a|\n"),
        Input("\u{200B}"),
        Input("\u{200B}\n"), Input("\u{FF}"), Input("{: x}"), Input("[^1]"), Input("&zwj;"),
        Input("Обычный текст, без разметки.\n"),
        Input("Обычный текст, без разметки. "), Input("<b>"), Input("![](b)\n\n"), Input("[a](x:y)\n\n"),
        Input("nested lists") { size in
            var bytes: [UInt8] = []
            for depth in 0... {
                bytes += Array(repeating: UInt8(ascii: " "), count: 2 * depth) + Array("* a\n".utf8)
                if bytes.count >= size { break }
            }
            return bytes
        },
        Input("runs of backticks") { size in
            var bytes: [UInt8] = []
            for length in 1... {
                bytes += [UInt8(ascii: "e")] + Array(repeating: UInt8(ascii: "`"), count: length)
                if bytes.count >= size { break }
            }
            return bytes
        },
        Input("many definitions") { size in
            Array((0..<size / 20).map { "[\($0)]: u\n" }.joined().utf8)
                + Array(String(repeating: "[0] ", count: size / 8).utf8)
        },
        Input("lines below an open list") { size in
            Array(String(repeating: "- ", count: 3000).utf8) + Array("a\n".utf8)
                + Array(repeating: UInt8(ascii: "\n"), count: size)
        },
        Input("lines below an open list that is deep enough") { size in
            Array(String(repeating: "- ", count: 99).utf8) + Array("a\n".utf8)
                + Array(repeating: UInt8(ascii: "\n"), count: size)
        },
    ]

    @Test(arguments: inputs)
    func `a hostile text takes seconds at most`(input: Input) {
        for size in Self.sizes {
            let file = SourceFile(path: "text.md", bytes: input.text(size))
            let start = processorSeconds()
            let tree = MarkdownTree(file)
            _ = tree.html()
            let seconds = processorSeconds() - start
            // Far above what a busy machine needs: what grows with the square of the text takes minutes.
            #expect(seconds < 20, "\(size) bytes")
        }
    }
}
