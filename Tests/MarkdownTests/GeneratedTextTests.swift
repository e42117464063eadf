import Diagnostics
import Markdown
import Source
import Testing

/// What holds of any text, tried on generated ones. A failure names its seed, with which it can be run again.
struct GeneratedTextTests {
    /// What Markdown is made of, and what breaks it.
    static let pieces: [String] = [
        "слово", "word ", " ", "  ", "   ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "> ", ">", "- ", "* ", "1. ",
        "10) ", "# ", "## ",
        " #", "\n===\n", "\n---\n", "*", "**", "***", "_", "__", "`", "``", "```\n", "~~~\n", "\\", "\\*", "\\[", "\\|",
        "&amp;",
        "&#1040;", "&lt;", "&nbsp;", "&bad;", "&", "[", "]", "![", "](", ")", "](/u)", "](</a b> 'т')", "[а]", "[а][]",
        "[б][а]",
        "[а]: /u 'титул'\n", "\n[а]: /u\n", "[в]:\n/x\n", "<", ">", "<https://e.org/?a&amp;b>", "<a@b.org>", "<b>",
        "<!-- c -->",
        "\n<div>\n", "  \n", "\\\n", "|", "| a | b |\n", "|---|:-:|\n", "| c \\| d | *e* |\n", "{{ИМЯ}}", "{: .x}",
        "[^1]", "\u{301}",
        "é", "👩‍🔬", "\"", "'", "(", ":", ".", "!",
    ]

    static func text(_ generator: inout Generator) -> String {
        (0..<Int.random(in: 1...30, using: &generator)).map { _ in generator.pick(pieces) }.joined()
    }

    @Test(arguments: 0..<20)
    func `a literal is where its map says`(part: Int) {
        var generator = Generator(seed: UInt64(part))
        for round in 0..<250 {
            let text = Self.text(&generator)
            for mode in [MarkdownTree.Mode.edict, .commonMark] {
                let tree = MarkdownTree(text, mode: mode)
                let properties = PositionProperties(tree: tree)
                #expect(
                    !tree.diagnostics.contains { $0.rule == "lost-text" },
                    "seed \(part), round \(round), \(text.debugDescription)")
                for node in tree.root.descendants where node.kind == .text || node.kind == .code {
                    let problem = properties.problem(of: node)
                    #expect(problem == nil, "seed \(part), round \(round), \(text.debugDescription)")
                    #expect(properties.isFound(node), "seed \(part), round \(round), \(mode), \(text.debugDescription)")
                }
            }
        }
    }

    @Test(arguments: 0..<20)
    func `no bytes make it trap`(part: Int) {
        var generator = Generator(seed: 1000 + UInt64(part))
        let examples = Corpus.commonMark.map { Array($0.markdown.utf8) }
        for _ in 0..<500 {
            var bytes = generator.pick(examples) + Array(Self.text(&generator).utf8)
            for _ in 0..<Int.random(in: 0...5, using: &generator) where !bytes.isEmpty {
                let index = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(generator.pick([0, 9, 10, 13, 32, 0x5B, 0x60, 0x7C, 0xD0, 0xEF]), at: index)
                default: bytes.append(contentsOf: bytes[index...])
                }
            }
            let start = Int.random(in: 0...bytes.count, using: &generator)
            for body in [0..<bytes.count, start..<bytes.count] {
                let file = SourceFile(path: "text.md", bytes: bytes)
                let tree = MarkdownTree(file, body: body, mode: generator.pick([.edict, .asWritten, .commonMark]))
                for node in tree.root.descendants {
                    #expect(
                        node.lines.upperBound <= file.lineStarts.count && body.contains(node.startOffset)
                            || node.startOffset == body.upperBound)
                }
                #expect(tree.html().isEmpty || !tree.html().contains(0))
            }
        }
    }
}
