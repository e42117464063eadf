import HTML
import Source
import Templates
import TestSupport
import Testing

@testable import Redline

struct TextReaderTests {
    @Test func `a text that was read among others is compared as it is compared alone`() {
        var random = SeededGenerator(seed: SeededGenerator.seed)
        for _ in 0..<50 {
            var reader = TextReader()
            let blocks = (0..<4).map { _ in RandomText.blocks(&random) }
            let texts = blocks.map { text($0) } + [text(RandomText.edited(blocks[0], &random))]
            let read = texts.map { reader.blocks(of: $0) }
            for (old, new) in [(4, 0), (1, 2), (0, 3), (3, 3)] {
                let shared = Redline(read[old], read[new], language: nil)
                #expect(html(shared) == html(Redline(old: texts[old], new: texts[new])))
            }
        }
    }

    private func text(_ blocks: [String]) -> ComparedText {
        ComparedText(SourceFile(path: "1.0.md", bytes: Array(blocks.joined(separator: "\n\n").utf8)))
    }

    private func html(_ redline: Redline) -> String {
        let strings = TemplateLibrary.builtInStrings(in: redline.language)
        return String(decoding: redline.html(strings).html() + redline.columns(strings).html(), as: UTF8.self)
    }
}
