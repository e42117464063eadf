extension Sequence<Diagnostic> {
    /// A name for each diagnostic by which a service knows it again in a later run: it holds the file, the rule and the words,
    /// and which of those that say the same it is, but not the line, so that text above it may change.
    ///
    /// The hash is FNV-1a of 64 bits (RFC 9923), as 16 hexadecimal digits.
    var fingerprints: [String] {
        var seen: [[String]: Int] = [:]
        return map { diagnostic in
            let words = [diagnostic.location.path, diagnostic.rule, diagnostic.message]
            let count = seen[words, default: 0]
            seen[words] = count + 1
            return hash(of: words + [String(count)])
        }
    }

    private func hash(of words: [String]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in words.joined(separator: "\0").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
