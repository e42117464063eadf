/// What entities stand for. cmark's table of names is not part of its interface, so cmark itself is asked, once a name.
struct Entities {
    private var known: [[UInt8]: [UInt8]] = [:]

    /// The longest name is `CounterClockwiseContourIntegral`.
    private static let longestName = 32

    /// The entity at `place` of the content, where the literal at `index` is what it stands for: its end, and how many of the
    /// literal's bytes it gives. Nil where the `&` there is only an ampersand.
    mutating func match(
        _ content: BlockContent, at place: Int, _ literal: [UInt8], at index: Int
    ) -> (end: Int, count: Int)? {
        guard let semicolon = semicolon(content, from: place + 1) else { return nil }
        let name = content.bytes[place + 1..<semicolon]
        // Among named entities these alone stand for an ampersand: any other name behind one is no entity.
        if literal[index] == .ampersand, name.first != UInt8(ascii: "#") {
            return name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8) ? (semicolon + 1, 1) : nil
        }
        let text = meaning(of: name)
        guard !text.isEmpty, literal[index...].starts(with: text) else { return nil }
        return (semicolon + 1, text.count)
    }

    private func semicolon(_ content: BlockContent, from start: Int) -> Int? {
        var index = start
        while index < content.end, index - start <= Self.longestName {
            let byte = content.bytes[index]
            if byte == UInt8(ascii: ";") { return index > start ? index : nil }
            guard byte.isLetter || byte.isDigit || byte == UInt8(ascii: "#") else { return nil }
            index += 1
        }
        return nil
    }

    /// What `&name;` stands for; empty where it is no entity.
    private mutating func meaning(of name: ArraySlice<UInt8>) -> [UInt8] {
        if name.first == UInt8(ascii: "#") { return Self.numeric(name.dropFirst()) }
        let entity = [.ampersand] + name + [UInt8(ascii: ";")]
        if let known = known[entity] { return known }
        // Letters around it keep cmark from trimming an entity that is white space.
        let root = CNode.parse(ArraySlice([UInt8(ascii: "a")] + entity + [UInt8(ascii: "a")]))
        let text = (root.firstChild?.firstChild?.literal ?? []).dropFirst().dropLast()
        root.free()
        let meaning = text.elementsEqual(entity) ? [] : Array(text)
        known[entity] = meaning
        return meaning
    }

    /// What `&#digits;` or `&#xdigits;` stands for (CommonMark 0.30, § 2.5); empty where it is no entity.
    private static func numeric(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard text.utf8.count <= (isHexadecimal ? 6 : 7), let value = UInt32(text, radix: isHexadecimal ? 16 : 10)
        else {
            return []
        }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return Array(String(scalar ?? "\u{FFFD}").utf8)
    }
}
