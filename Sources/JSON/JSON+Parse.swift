/// Why a text is no JSON that Edict reads.
package struct JSONError: Error, Equatable {
    /// The byte at which reading stopped.
    package let offset: Int
    package let message: String
}

extension JSON {
    /// Reads a JSON text (RFC 8259), strictly: numbers are integers, no key stands twice in an object, at most 64 levels.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.document()
    }

    /// The member of an object; nil where there is none, or where this is no object.
    package subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    package var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    package var members: [(key: String, value: JSON)]? {
        if case .object(let members) = self { members } else { nil }
    }
}

private struct JSONParser {
    private static let deepest = 64

    let bytes: [UInt8]
    private var index = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONError) -> JSON {
        let value = try value(depth: 0)
        skipSpace()
        guard index == bytes.count else { throw error("text after the value") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth < Self.deepest else { throw error("more than \(Self.deepest) levels") }
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .array(try elements(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .integer(try integer())
        }
    }

    private mutating func members(depth: Int) throws(JSONError) -> [(key: String, value: JSON)] {
        var members: [(key: String, value: JSON)] = []
        var keys: Set<[UInt8]> = []
        try list(until: UInt8(ascii: "}")) { (parser: inout Self) throws(JSONError) in
            let key = try parser.string()
            guard keys.insert(Array(key.utf8)).inserted else { throw parser.error("the key '\(key.prefix(40))' twice") }
            parser.skipSpace()
            guard parser.take(UInt8(ascii: ":")) else { throw parser.error("no ':' after a key") }
            members.append((key, try parser.value(depth: depth + 1)))
        }
        return members
    }

    private mutating func elements(depth: Int) throws(JSONError) -> [JSON] {
        var elements: [JSON] = []
        try list(until: UInt8(ascii: "]")) { (parser: inout Self) throws(JSONError) in
            elements.append(try parser.value(depth: depth + 1))
        }
        return elements
    }

    /// What stands between brackets, apart by commas.
    private mutating func list(
        until close: UInt8, element: (inout Self) throws(JSONError) -> Void
    ) throws(JSONError) {
        index += 1
        skipSpace()
        if take(close) { return }
        repeat {
            skipSpace()
            try element(&self)
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(close) else { throw error("a list or an object is not closed") }
    }

    private mutating func string() throws(JSONError) -> String {
        guard take(UInt8(ascii: "\"")) else { throw error("a string is expected") }
        var content: [UInt8] = []
        while let byte = peek {
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw error("text that is no UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): content += UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter
            case 0..<0x20: throw error("a control character in a string")
            default: content.append(byte)
            }
        }
        throw error("a string is not closed")
    }

    private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
        guard let byte = peek else { throw error("an escape is cut off") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let first = try unit()
            if let scalar = Unicode.Scalar(first) { return scalar }
            guard UTF16.isLeadSurrogate(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
                throw error("half a surrogate pair")
            }
            let second = try unit()
            guard UTF16.isTrailSurrogate(second) else { throw error("half a surrogate pair") }
            let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
            return Unicode.Scalar(value) ?? "\u{FFFD}"
        default: throw error("an unknown escape")
        }
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(JSONError) -> UInt16 {
        guard index + 4 <= bytes.count,
            bytes[index..<index + 4].allSatisfy({ UInt8(ascii: "+") != $0 && $0 != UInt8(ascii: "-") }),
            let value = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw error("four hexadecimal digits are expected") }
        index += 4
        return value
    }

    private mutating func integer() throws(JSONError) -> Int {
        let start = index
        _ = take(UInt8(ascii: "-"))
        let digits = bytes[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        index += digits.count
        guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0"),
            let value = Int(String(decoding: bytes[start..<index], as: UTF8.self)),
            peek != UInt8(ascii: "."), peek != UInt8(ascii: "e"), peek != UInt8(ascii: "E")
        else {
            index = start
            throw error("no JSON value that is read here")
        }
        return value
    }

    private mutating func literal(_ text: String, _ value: JSON) throws(JSONError) -> JSON {
        guard bytes[index...].starts(with: text.utf8) else { throw error("no JSON value") }
        index += text.utf8.count
        return value
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
    }

    private func error(_ message: String) -> JSONError {
        JSONError(offset: index, message: message)
    }
}
