/// A JSON value (RFC 8259) and the one place that writes it.
///
/// Numbers are integers: nothing Edict says has a fraction, and an integer has one spelling.
package enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSON])
    /// An array of so many elements, each made only when it is written.
    case elements(Int, @Sendable (Int) -> JSON)
    /// Members in the order they are written.
    case object([(key: String, value: JSON)])

    package static func == (left: JSON, right: JSON) -> Bool {
        left.bytes() == right.bytes()
    }

    /// The value on one line without white space, as UTF-8, safe inside a `script` element.
    package func bytes() -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, indent: nil)
        return output
    }

    /// The one spelling of the value: no white space, the keys of objects sorted by their bytes, nothing escaped that need not
    /// be. `jq -cS .` writes the same.
    package func canonicalBytes() -> [UInt8] {
        var output: [UInt8] = []
        sorted.write(to: &output, indent: nil, isCanonical: true)
        return output
    }

    private var sorted: JSON {
        switch self {
        case .array(let values): .array(values.map(\.sorted))
        case .elements(let count, let element): .elements(count) { element($0).sorted }
        case .object(let members):
            .object(
                members.map { (key: $0.key, value: $0.value.sorted) }
                    .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        default: self
        }
    }

    /// The value over several lines, two spaces a level, with a final line feed.
    package func prettyBytes() -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, indent: 0)
        output.append(UInt8(ascii: "\n"))
        return output
    }

    /// The bytes of `bytes()`, or of `prettyBytes()`, in pieces of some ten thousand, of which only one is in memory at a time.
    package func forEachPiece(isPretty: Bool = false, _ take: ([UInt8]) -> Void) {
        var output: [UInt8] = []
        write(to: &output, indent: isPretty ? 0 : nil) { output in
            guard output.count >= 1 << 15 else { return }
            take(output)
            output.removeAll(keepingCapacity: true)
        }
        if isPretty { output.append(UInt8(ascii: "\n")) }
        take(output)
    }

    /// - Parameter pause: called between elements that are made one by one; may take away what is written.
    private func write(
        to output: inout [UInt8], indent: Int?, isCanonical: Bool = false, pause: (inout [UInt8]) -> Void = { _ in }
    ) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): output.append(contentsOf: String(value).utf8)
        case .string(let value): Self.writeString(value, isCanonical: isCanonical, to: &output)
        case .array(let values):
            Self.writeSequence(values, open: "[", close: "]", indent: indent, to: &output) { value, inner, output in
                value.write(to: &output, indent: inner, isCanonical: isCanonical, pause: pause)
            }
        case .elements(let count, let element):
            Self.writeSequence(0..<count, open: "[", close: "]", indent: indent, to: &output) { index, inner, output in
                element(index).write(to: &output, indent: inner, isCanonical: isCanonical)
                pause(&output)
            }
        case .object(let members):
            Self.writeSequence(members, open: "{", close: "}", indent: indent, to: &output) { member, inner, output in
                Self.writeString(member.key, isCanonical: isCanonical, to: &output)
                output.append(contentsOf: (inner == nil ? ":" : ": ").utf8)
                member.value.write(to: &output, indent: inner, isCanonical: isCanonical, pause: pause)
            }
        }
    }

    private static func writeSequence<Elements: Collection>(
        _ elements: Elements, open: Unicode.Scalar, close: Unicode.Scalar, indent: Int?, to output: inout [UInt8],
        writeElement: (Elements.Element, Int?, inout [UInt8]) -> Void
    ) {
        let inner = indent.map { $0 + 2 }
        output.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            if let inner { writeLineBreak(inner, to: &output) }
            writeElement(element, inner, &output)
        }
        if let indent, !elements.isEmpty { writeLineBreak(indent, to: &output) }
        output.append(UInt8(ascii: close))
    }

    private static func writeLineBreak(_ indent: Int, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }

    /// Escapes what JSON demands; unless in canonical form, also what could end a `script` element or a line in it.
    private static func writeString(_ string: String, isCanonical: Bool, to output: inout [UInt8]) {
        let escapes = isCanonical ? canonicalEscapes : scriptEscapes
        output.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { bytes in
            var copied = 0
            for index in bytes.indices {
                let byte = bytes[index]
                var escape: [UInt8] = []
                var length = 1
                if byte < 0x80 {
                    if escapes[Int(byte)].isEmpty { continue }
                    escape = escapes[Int(byte)]
                } else {
                    guard !isCanonical, byte == 0xC2 || byte == 0xE2,
                        let scalar = unsafeInScript(bytes[index...].prefix(3))
                    else { continue }
                    escape = unicodeEscape(scalar)
                    length = byte == 0xC2 ? 2 : 3
                }
                output.append(contentsOf: bytes[copied..<index])
                output.append(contentsOf: escape)
                copied = index + length
            }
            output.append(contentsOf: bytes[copied...])
        }
        output.append(UInt8(ascii: "\""))
    }

    /// What stands for each ASCII character that can't stand for itself; nothing for the others.
    private static let canonicalEscapes: [[UInt8]] = (0..<0x80).map { (value: UInt32) in
        switch Unicode.Scalar(UInt8(value)) {
        case "\"", "\\": [UInt8(ascii: "\\"), UInt8(value)]
        case "\n": Array("\\n".utf8)
        case "\t": Array("\\t".utf8)
        case "\r": Array("\\r".utf8)
        case "\u{8}": Array("\\b".utf8)
        case "\u{C}": Array("\\f".utf8)
        case _ where value < 0x20 || value == 0x7F: unicodeEscape(value)
        default: []
        }
    }

    private static let scriptEscapes: [[UInt8]] = canonicalEscapes.enumerated().map { value, escape in
        "<>&".utf8.contains(UInt8(value)) ? unicodeEscape(UInt32(value)) : escape
    }

    /// The control character, or the line or paragraph separator, that begins here; nil for any other.
    private static func unsafeInScript(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        let next = bytes.dropFirst()
        if bytes.first == 0xC2, let second = next.first, second <= 0x9F { return UInt32(second) }
        if next.first == 0x80, let third = next.dropFirst().first, third | 1 == 0xA9 {
            return 0x2000 | UInt32(third & 0x3F)
        }
        return nil
    }

    private static func unicodeEscape(_ scalar: UInt32) -> [UInt8] {
        let digits = String(scalar, radix: 16)
        return Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
}
