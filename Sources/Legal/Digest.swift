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
}
