import Foundation

/// Legal texts out of true clauses and out of what nobody writes, and edits of them.
enum RandomText {
    private static let clauses: [String] = {
        let text =
            (try? String(contentsOf: Pairs.folder.appending(path: "designed/p8_all/old.md"), encoding: .utf8)) ?? ""
        return text.components(separatedBy: "\n\n").filter { !$0.contains("|") && !$0.contains("{{") }
    }()

    private static let naughty = [
        "\u{202E}abc", "<script>alert(1)</script>", "a\u{301}é", "& < > \"quoted\"", "[Оператор]: лицо", "{{EMAIL}}",
        "`code` и **жирный** текст", "1\\. нечто", "**По**литика", "«ё» — “x”", "п. 8.1 и п. 9",
        "- вложен\n  - глубже\n    1. три", "> цитата\n> ещё", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
        "```swift\nlet x = 1\n```", "***", "а) первое\nб) второе", "1.1. Раз\n1.2. Два", "🙂👍🏽 смайл", "\u{A0}",
        "&amp; &#1080;", "![alt](x.png)", "[l](http://x \"t\")", "слово(скобка)слово", "№152-ФЗ", "10 000 руб.",
        "<b>жир</b> и", "<div>\nhtml\n</div>", "    код отступом", "# ", "-", "1.", "| только | одна", "a|b", "\\\\",
        "_подчёркнутый_", "\r\n", "e\u{308}", "\u{0}", "<!-- -->",
    ]

    static func blocks(_ random: inout SeededGenerator, naughty isNaughty: Bool = true) -> [String] {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in block(&random, isNaughty) }
    }

    private static func block(_ random: inout SeededGenerator, _ isNaughty: Bool) -> String {
        isNaughty && random.once(in: 2) ? random.pick(naughty) : random.pick(clauses)
    }

    static func edited(
        _ blocks: [String], _ random: inout SeededGenerator, naughty isNaughty: Bool = true
    ) -> [String] {
        var blocks = blocks
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let place = Int.random(in: 0...blocks.count, using: &random)
            guard place < blocks.count, !random.once(in: 4) else {
                blocks.insert(block(&random, isNaughty), at: place)
                continue
            }
            let block = blocks.remove(at: place)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: break
            case 1: blocks.insert(block, at: Int.random(in: 0...blocks.count, using: &random))
            case 2:
                var words = block.components(separatedBy: " ")
                words[Int.random(in: words.indices, using: &random)] =
                    isNaughty ? random.pick(naughty) : "уполномоченный"
                blocks.insert(words.joined(separator: " "), at: place)
            default:
                let words = block.components(separatedBy: " ")
                let cut = Int.random(in: words.indices, using: &random)
                blocks.insert(words[cut...].joined(separator: " "), at: place)
                if cut > 0 { blocks.insert(words[..<cut].joined(separator: " "), at: place) }
            }
        }
        return blocks
    }
}
