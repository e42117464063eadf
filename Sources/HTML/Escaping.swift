/// The one escaper of Edict: what it writes is safe as text and inside a double-quoted attribute, in HTML and in XML.
///
/// It walks bytes. Swift's `Character` joins `"` with a combining mark after it, and an escaper that walks characters would
/// let such a quotation mark through.
package enum Escaping {
    /// Appends `text` with `&`, `<`, `>`, `"` and `'` as references.
    ///
    /// Control characters that HTML and XML forbid become U+FFFD.
    package static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
            case 0...8, 11, 12, 14...31, 127: output.append(contentsOf: "\u{FFFD}".utf8)
            default: output.append(byte)
            }
        }
    }

    /// `text` escaped.
    package static func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + 16)
        append(text.utf8, to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
