extension Redline {
    /// The redline's own words, in the language of the texts.
    struct Words: Sendable {
        let isRussian: Bool

        /// Russian where most of the first letters are Cyrillic.
        init(_ blocks: [Block]) {
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
            isRussian = cyrillic > others
        }

        func movedFrom(_ label: String?) -> String {
            let words = isRussian ? "перенесено сюда" : "moved here"
            guard let label else { return "(\(words))" }
            return isRussian ? "(перенесено из \(label))" : "(moved from \(label))"
        }

        func movedTo(_ label: String?) -> String {
            let words = isRussian ? "перенесено" : "moved"
            guard let label else { return "(\(words))" }
            return isRussian ? "(перенесено в \(label))" : "(moved to \(label))"
        }

        func stale(_ now: String?) -> String {
            guard let now else { return isRussian ? " (этого пункта больше нет)" : " (this clause is gone)" }
            return isRussian ? " (прежний номер; теперь \(now))" : " (the old number; now \(now))"
        }
    }
}
