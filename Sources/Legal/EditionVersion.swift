/// The version of an edition: `2.0` or `2.0.1`. `2.0` and `2.0.0` are the same version.
package struct EditionVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    private let major: Int
    private let minor: Int
    private let patch: Int
    /// As it was written.
    package let description: String

    /// Reads N.N or N.N.N, each number below a million and without leading zeros.
    package init?(_ text: some StringProtocol) {
        var numbers: [Int] = []
        for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard (1...6).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0"),
                part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        }
        guard (2...3).contains(numbers.count) else { return nil }
        (major, minor, patch) = (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 0)
        description = String(text)
    }

    package static func == (left: EditionVersion, right: EditionVersion) -> Bool {
        (left.major, left.minor, left.patch) == (right.major, right.minor, right.patch)
    }

    package static func < (left: EditionVersion, right: EditionVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(major)
        hasher.combine(minor)
        hasher.combine(patch)
    }
}
