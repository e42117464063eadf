internal import Crypto

/// A SHA-256 digest (FIPS 180-4), as the stamp of an edition shows it.
package struct Digest: Sendable, Hashable, CustomStringConvertible {
    /// 64 hexadecimal digits in lower case.
    package let description: String

    package init(of bytes: [UInt8]) {
        description = SHA256.hash(data: bytes).reduce(into: "") { text, byte in
            if byte < 16 { text += "0" }
            text += String(byte, radix: 16)
        }
    }

    /// Reads 64 hexadecimal digits in lower case.
    package init?(hexadecimal text: String) {
        let isDigit = { (byte: UInt8) in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        guard text.utf8.count == 64, text.utf8.allSatisfy(isDigit) else { return nil }
        description = text
    }
}
