internal import Glibc

extension String {
    /// Whether its UTF-8 comes before that of another: the one order that no locale changes.
    package func precedes(_ other: String) -> Bool {
        let order = order(beside: other)
        return order == 0 ? utf8.count < other.utf8.count : order < 0
    }

    /// Whether its UTF-8 is that of another: to `==` two spellings of a letter are one.
    package func hasBytes(of other: String) -> Bool {
        utf8.count == other.utf8.count && order(beside: other) == 0
    }

    /// Below zero, zero or above it, as the bytes that both have compare.
    private func order(beside other: String) -> Int32 {
        let (own, others) = (utf8.span, other.utf8.span)
        return unsafe own.withUnsafeBytes { own in
            unsafe others.withUnsafeBytes { others in
                guard let left = own.baseAddress, let right = others.baseAddress else { return 0 }
                return unsafe memcmp(left, right, min(own.count, others.count))
            }
        }
    }
}
