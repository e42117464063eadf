/// The one escaper of Edict: what it writes is safe as text and inside a double-quoted attribute, in HTML and in XML.
///
/// It walks bytes. Swift's `Character` joins `"` with a combining mark after it, and an escaper that walks characters would
/// let such a quotation mark through.
package enum Escaping {
    /// Appends `text` with `&`, `<`, `>`, `"` and `'` as references.
    ///
    /// Control characters that HTML and XML forbid become U+FFFD.
    package static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
        let isContiguous: Void? = text.withContiguousStorageIfAvailable { bytes in
            var copied = 0
            for index in bytes.indices where needsReference[Int(bytes[index])] {
                output.append(contentsOf: bytes[copied..<index])
                output.append(contentsOf: reference(for: bytes[index]).utf8)
                copied = index + 1
            }
            output.append(contentsOf: bytes[copied...])
        }
        if isContiguous == nil { append(Array(text), to: &output) }
    }

    /// The text as `append` writes it.
    package static func escaped(_ text: some Sequence<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        append(text, to: &output)
        return output
    }

    private static let needsReference: [Bool] = (0...UInt8.max).map { byte in
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case 0...8, 11, 12, 14...31, 127: true
        default: false
        }
    }

    /// What stands for a byte that can't stand for itself.
    private static func reference(for byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: "\u{FFFD}"
        }
    }
}
