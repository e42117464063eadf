/// An e-mail address, in lower case.
package struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    package let local: String
    package let domain: String

    package var description: String { "\(local)@\(domain)" }
}

extension ScalarText {
    /// The e-mail addresses of the text in order. Linear.
    package func emailAddresses() -> [(range: Range<Int>, address: EmailAddress)] {
        var found: [(range: Range<Int>, address: EmailAddress)] = []
        for at in scalars.indices where scalars[at] == "@" {
            var start = at
            while isLocal(start - 1), at - start < 64 { start -= 1 }
            var end = at + 1
            while isDomain(end), end - at < 255 { end += 1 }
            while end > at + 1, !isLetter(end - 1), !isDigit(end - 1) { end -= 1 }
            let domain = string(at + 1..<end).lowercased()
            guard start < at, domain.contains("."), start >= found.last?.range.upperBound ?? 0 else { continue }
            found.append((start..<end, EmailAddress(local: string(start..<at).lowercased(), domain: domain)))
        }
        return found
    }

    private func isLocal(_ index: Int) -> Bool {
        guard let scalar = self[index], scalar.isASCII else { return false }
        return isLetter(index) || isDigit(index) || "._%+-".unicodeScalars.contains(scalar)
    }

    private func isDomain(_ index: Int) -> Bool {
        isLetter(index) || isDigit(index) || self[index] == "." || self[index] == "-"
    }
}
