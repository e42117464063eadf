/// The bytes of a Markdown file in lower case, without the marks that may stand inside a word: what can be searched for words
/// much faster than the words of its passages can be read.
package struct FoldedText: Sendable {
    package let bytes: [UInt8]
    /// Whether a passage may say what stands nowhere in the bytes: escapes and entities can spell anything, and a link may end in
    /// the middle of a word.
    package let mayHide: Bool
    /// Where a run of Russian and English letters begins.
    fileprivate let wordStarts: [Int]

    /// Linear.
    package init(_ source: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var copied = 0
        var mayHide = false
        for index in source.indices where Self.isSpecial[Int(source[index])] {
            mayHide = mayHide || Self.mayHideLetters(source, at: index)
            if Self.isMark(source[index]) {
                bytes += source[copied..<index]
                copied = index + 1
            }
        }
        bytes += source[copied...]
        Self.lower(&bytes)
        self.bytes = bytes
        self.mayHide = mayHide
        wordStarts = mayHide ? [] : Self.wordStarts(of: bytes)
    }

    private static func wordStarts(of bytes: [UInt8]) -> [Int] {
        var starts: [Int] = []
        var isInWord = false
        var index = 0
        while index < bytes.count {
            let isLetter = beginsLetter(bytes[index])
            if isLetter, !isInWord { starts.append(index) }
            isInWord = isLetter
            index += isLetter && bytes[index] >= 0x80 ? 2 : 1
        }
        return starts
    }

    /// Whether a Russian or English letter in lower case begins with a byte.
    fileprivate static func beginsLetter(_ byte: UInt8) -> Bool {
        byte == 0xD0 || byte == 0xD1 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    /// The bytes that `isMark` or `mayHideLetters` have something to say of.
    private static let isSpecial: [Bool] = (0...UInt8.max).map { "*_`[]\\&)>".utf8.contains($0) }

    private static func mayHideLetters(_ source: [UInt8], at index: Int) -> Bool {
        switch source[index] {
        case UInt8(ascii: "\\"), UInt8(ascii: "&"): true
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"):
            index + 1 < source.count && (source[index + 1] >= 0x80 || Unicode.Scalar(source[index + 1]).isLetter)
        default: false
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }

    /// UTF-8 with the letters of Russian and English in lower case, every other byte as it is.
    static func lowered(_ source: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(source)
        lower(&bytes)
        return bytes
    }

    private static func lower(_ bytes: inout [UInt8]) {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x80 {
                if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { bytes[index] = byte | 0x20 }
            } else if byte < 0xB0, index > 0, bytes[index - 1] == 0xD0 {
                switch byte {
                // Ѐ–Џ become ѐ–џ, А–П become а–п, and Р–Я become р–я.
                case 0x80...0x8F: (bytes[index - 1], bytes[index]) = (0xD1, byte + 0x10)
                case 0x90...0x9F: bytes[index] = byte + 0x20
                case 0xA0...0xAF: (bytes[index - 1], bytes[index]) = (0xD1, byte - 0x20)
                default: break
                }
            }
        }
    }

    /// Whether a passage may hold the byte.
    package func mayHold(_ byte: UInt8) -> Bool { mayHide || bytes.contains(byte) }
}

/// Words and beginnings of words, of which one must stand in a text for a rule to have anything to say of it.
package struct TellingWords: Sendable {
    private struct Step: Sendable {
        var next: [(byte: UInt8, step: Int)] = []
        var isWord = false
        var isBeginning = false
    }

    private var steps = [Step()]
    /// Whether one of them begins with the two letters of a pair.
    private var beginsWith = [Bool](repeating: false, count: 1 << 14)

    /// - Parameter patterns: in lower case, two characters at least and a letter first: `лечу` is a word, `диагноз*` any that
    ///   begins so.
    package init(_ patterns: [String]) {
        for pattern in patterns {
            let isBeginning = pattern.utf8.last == UInt8(ascii: "*")
            let bytes = Array(pattern.utf8.dropLast(isBeginning ? 1 : 0))
            beginsWith[Self.pair(bytes, at: 0)] = true
            let end = bytes.reduce(0) { step(behind: $0, $1) }
            if isBeginning { steps[end].isBeginning = true } else { steps[end].isWord = true }
        }
    }

    private mutating func step(behind place: Int, _ byte: UInt8) -> Int {
        if let known = steps[place].next.first(where: { $0.byte == byte }) { return known.step }
        steps.append(Step())
        steps[place].next.append((byte, steps.count - 1))
        return steps.count - 1
    }

    /// Whether a passage may hold one of them. Linear.
    package func mayOccur(in text: FoldedText) -> Bool {
        if text.mayHide { return true }
        for start in text.wordStarts where beginsWith[Self.pair(text.bytes, at: start)] {
            if occurs(in: text.bytes, at: start) { return true }
        }
        return false
    }

    /// The two characters from a place on as a number; few of other scripts have the same as two letters.
    private static func pair(_ bytes: [UInt8], at start: Int) -> Int {
        var (pair, index) = (0, start)
        for _ in 0..<2 where index < bytes.count {
            if bytes[index] >= 0x80, index + 1 < bytes.count {
                pair = pair << 7 | Int(bytes[index] & 1) << 6 | Int(bytes[index + 1] & 0x3F)
                index += 2
            } else {
                pair = pair << 7 | Int(bytes[index] & 0x7F)
                index += 1
            }
        }
        return pair
    }

    private func occurs(in bytes: [UInt8], at start: Int) -> Bool {
        var place = 0
        for index in start..<bytes.count {
            guard let next = steps[place].next.first(where: { $0.byte == bytes[index] }) else { return false }
            place = next.step
            if steps[place].isBeginning { return true }
            if steps[place].isWord, index + 1 == bytes.count || !FoldedText.beginsLetter(bytes[index + 1]) {
                return true
            }
        }
        return false
    }
}
