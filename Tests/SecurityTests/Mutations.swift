import TestSupport

/// Spoils files the way machines, editors and enemies do.
struct Mutations {
    var random: SeededGenerator
    /// What is spliced in.
    let corpus: [[UInt8]]

    init(seed: UInt64, corpus: [[UInt8]]) {
        random = SeededGenerator(seed: seed)
        self.corpus = corpus
    }

    private static let tokens: [[UInt8]] =
        [
            "---\n", "{{", "}}", "{{{", "}}}", "{{#a}}", "{{/a}}", "{{^a}}", "{{> head}}", "{{! ", "{{=<% %>=}}", "|",
            "|---|\n", "[", "](", "![",
            "]: ", "[[[[", "]]]]", "<", "</", "<!--", "-->", "&#0;", "&#x110000;", "&zwj;", "&", "`", "```\n", "~~~",
            "**", "_", "\\", "\n", "\r\n",
            "\r", "\t", "    ", "\n\n", "> > > > ", "- - - - ", "1. ", "1.1. ", "99999999999999999999. ",
            "1.99999999999999999999 ", "а) ", "(i) ", "• ",
            "## ", "# ", "====\n", "***\n", "Приложение № 1\n", "п. 1.1", "пп. 3.1 и 3.2–", "разделе 99", "№ ", "§",
            "{#a}", "{: .a}", "(далее — «**А**»)",
            ": ", "- ", "? ", "&a ", "*a ", "!!str ", "%YAML 9.9\n", "...\n", "\"", "'", ">-\n", "|9\n", "[a, ", "{a: ",
            "{", "}", "]", "null", "~",
            "2026-02-30", "0000-00-00", "-1", "9223372036854775808", "1e999", "24:01", "\u{301}", "\u{202E}",
            "\u{200B}", "\u{FEFF}", "\u{2028}",
            "\u{85}", "\u{AD}", "\u{E0001}", "\u{1F468}\u{200D}\u{1F469}", "\u{FFFF}", "\u{10FFFF}", "İ", "ß", "Ǆ", "ﬁ",
            "\u{0}", "\u{7F}", "\u{1B}[31m",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80], [0xE2, 0x80],
        ]

    mutating func mutated(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0..<random.pick([1, 1, 2, 3, 5, 8, 20]) { mutate(&bytes) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
        case 1: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        case 2: bytes.removeSubrange(range(in: bytes, from: place))
        case 3: bytes.insert(contentsOf: bytes[range(in: bytes, from: place)], at: place)
        case 4, 5, 6: bytes.insert(contentsOf: random.pick(Self.tokens), at: place)
        case 7:
            let count = random.pick([2, 10, 100, 1000])
            bytes.insert(contentsOf: Array(repeatElement(random.pick(Self.tokens), count: count).joined()), at: place)
        case 8:
            let other = random.pick(corpus)
            let start = Int.random(in: 0...other.count, using: &random)
            bytes.insert(contentsOf: other[range(in: other, from: start)], at: place)
        case 9: bytes.replaceSubrange(range(in: bytes, from: place), with: random.pick(Self.tokens))
        case 10: swapLines(&bytes)
        default: if random.once(in: 4) { bytes.removeSubrange(place...) }
        }
    }

    private mutating func range(in bytes: [UInt8], from start: Int) -> Range<Int> {
        let length = random.pick([1, 2, 4, 16, 64, 512])
        return start..<min(bytes.count, start + Int.random(in: 0...length, using: &random))
    }

    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let (first, second) = (
            Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random)
        )
        lines.swapAt(first, second)
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
