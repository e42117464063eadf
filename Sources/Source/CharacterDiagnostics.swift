package import Diagnostics

/// The ids of the rules about a file's characters.
package enum CharacterRule {
    package static let invalidUTF8 = "invalid-utf8"
    package static let nulCharacter = "nul-character"
    package static let byteOrderMark = "byte-order-mark"
    package static let invisibleCharacter = "invisible-character"
}

extension SourceFile {
    /// What is wrong with the characters of the file, whatever its format: bytes that are no UTF-8, zeros, a byte order mark,
    /// characters that can't be seen. Linear; a hundred findings of a rule in a file and ten in a line are reported at most.
    ///
    /// - Parameter range: the part of the file that is looked at; all of it where nil.
    package func characterDiagnostics(in range: Range<Int>? = nil) -> [Diagnostic] {
        var check = CharacterCheck(file: self)
        check.run((range ?? 0..<bytes.count).clamped(to: 0..<bytes.count))
        return check.findings.diagnostics
    }
}

private struct CharacterCheck {
    let file: SourceFile
    var findings: LimitedFindings

    init(file: SourceFile) {
        self.file = file
        findings = LimitedFindings(file: file)
    }

    mutating func run(_ range: Range<Int>) {
        let bytes = file.bytes
        let span = bytes.span
        var offset = range.lowerBound
        if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), range.upperBound >= 3 {
            findings.add(
                .error, CharacterRule.byteOrderMark, 0..<3, "byte order mark at the start of the file",
                hint: "save the file as UTF-8 without a byte order mark")
            offset = 3
        }
        /// Where the character before stands, if there is one.
        var previous: Int?
        while offset < range.upperBound {
            let byte = span[offset]
            if byte < 0x80 {
                if byte < 0x20 || byte == 0x7F { control(byte, at: offset) }
                previous = offset
                offset += 1
            } else if byte | 1 == 0xD1, offset + 1 < range.upperBound, span[offset + 1] & 0xC0 == 0x80 {
                // Cyrillic, of which all can be seen.
                previous = offset
                offset += 2
            } else if let (scalar, length) = UTF8Scalar.decode(bytes, at: offset, end: range.upperBound) {
                if let character = InvisibleCharacter(scalar) {
                    let before = previous.flatMap { UTF8Scalar.decode(bytes, at: $0, end: offset)?.scalar }
                    let next = UTF8Scalar.decode(bytes, at: offset + length, end: range.upperBound)?.scalar
                    if !character.belongsToEmoji(before: before, after: next) {
                        findings.add(character, offset..<offset + length)
                    }
                }
                previous = offset
                offset += length
            } else {
                previous = nil
                offset = invalid(at: offset, end: range.upperBound)
            }
        }
    }

    private mutating func control(_ byte: UInt8, at offset: Int) {
        if byte == 0 {
            findings.add(
                .error, CharacterRule.nulCharacter, offset..<offset + 1, "NUL character in the text",
                hint: "remove it; a file with many of them may be UTF-16")
        } else if let character = InvisibleCharacter(Unicode.Scalar(byte)) {
            findings.add(character, offset..<offset + 1)
        }
    }

    /// Reports one finding for all the bytes in a row that are no UTF-8, and returns where they end.
    private mutating func invalid(at start: Int, end: Int) -> Int {
        var offset = start + 1
        while offset < end, file.bytes[offset] >= 0x80, UTF8Scalar.decode(file.bytes, at: offset, end: end) == nil {
            offset += 1
        }
        findings.add(
            .error, CharacterRule.invalidUTF8, start..<offset, "bytes that are not UTF-8",
            hint: "save the file as UTF-8; it may be in Windows-1251")
        return offset
    }
}

/// Findings of a file, of which a hostile one can't have without end.
package struct LimitedFindings {
    private static let mostOfRule = 100
    private static let mostInLine = 10

    package private(set) var diagnostics: [Diagnostic] = []
    private let file: SourceFile
    private var counts: [String: (all: Int, line: Int, inLine: Int)] = [:]

    package init(file: SourceFile) {
        self.file = file
    }

    package mutating func add(
        _ severity: Severity, _ rule: String, _ range: Range<Int>, _ message: String, hint: String? = nil
    ) {
        let line = file.line(at: range.lowerBound)
        var count = counts[rule] ?? (0, 0, 0)
        if count.line != line { count = (count.all, line, 0) }
        guard count.all < Self.mostOfRule, count.inLine < Self.mostInLine else { return }
        counts[rule] = (count.all + 1, line, count.inLine + 1)
        diagnostics.append(Diagnostic(severity, rule, at: file.location(of: range), message, hint: hint))
    }

    /// - Parameter form: how the character is written where it does not stand as itself: "as an entity" (`&zwj;`).
    package mutating func add(_ character: InvisibleCharacter, _ range: Range<Int>, written form: String? = nil) {
        add(
            character.severity, CharacterRule.invisibleCharacter, range,
            "\(character.description)\(form.map { ", written \($0)," } ?? "") can't be seen by a reader",
            hint: "remove it: what is on the page must be what is in the file")
    }
}

/// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing past U+10FFFF.
package enum UTF8Scalar {
    /// The scalar at `offset` and its length in bytes; nil where there is none.
    package static func decode(
        _ bytes: [UInt8], at offset: Int, end: Int
    ) -> (scalar: Unicode.Scalar, length: Int)? {
        guard offset < end else { return nil }
        let lead = bytes[offset]
        let length: Int
        var value: UInt32
        switch lead {
        case 0..<0x80: return (Unicode.Scalar(lead), 1)
        case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
        default: return nil
        }
        guard offset + length <= end else { return nil }
        for index in offset + 1..<offset + length {
            guard bytes[index] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        guard length == 2 || (length == 3 ? value >= 0x800 : value >= 0x10000), let scalar = Unicode.Scalar(value)
        else {
            return nil
        }
        return (scalar, length)
    }
}
