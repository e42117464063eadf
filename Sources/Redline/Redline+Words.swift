internal import Templates

extension Redline {
    /// The redline's own words.
    struct Words {
        let strings: Strings

        func movedFrom(_ label: String?) -> String {
            label.map { strings["redline-moved-from", ["label": $0]] } ?? strings["redline-moved-here"]
        }

        func movedTo(_ label: String?) -> String {
            label.map { strings["redline-moved-to", ["label": $0]] } ?? strings["redline-moved-away"]
        }

        func stale(_ now: String?) -> String {
            " " + (now.map { strings["redline-stale", ["label": $0]] } ?? strings["redline-stale-gone"])
        }
    }
}

extension Language {
    /// Russian where most of the first letters are Cyrillic.
    init(ofMost blocks: [Block]) {
        var (cyrillic, others) = (0, 0)
        for block in blocks.prefix(200) {
            for scalar in String(decoding: block.text.prefix(400), as: UTF8.self).unicodeScalars {
                switch scalar.value {
                case 0x400...0x4FF: cyrillic += 1
                case 0x41...0x5A, 0x61...0x7A: others += 1
                default: break
                }
            }
        }
        self = cyrillic > others ? .ru : .en
    }
}
