package import Diagnostics

/// A character that a reader can't see and a text can be forged with: what stands on the page is not what is in the file.
///
/// The list is that of Unicode's default-ignorable and bidirectional controls (UAX #44, UTS #39), the line and paragraph
/// separators, and all control characters but tab and line ends.
package struct InvisibleCharacter: Sendable {
    package let scalar: Unicode.Scalar
    /// A soft hyphen is a warning: typesetters use it.
    package let severity: Severity

    /// Nil for a character that can be seen, and for the white space of ordinary texts.
    package init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: return nil
        case 0x00...0x1F, 0x7F...0x9F: severity = .error
        case 0xAD: severity = .warning
        case 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: severity = .error
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: severity = .error
        case 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: severity = .error
        case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: severity = .error
        default: return nil
        }
        self.scalar = scalar
    }

    /// Whether the character stands where an emoji needs it: a variation selector behind one, a joiner between two.
    package func belongsToEmoji(before previous: Unicode.Scalar?, after next: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0xFE0E, 0xFE0F: Self.isEmoji(previous)
        case 0x200D: (Self.isEmoji(previous) || previous == "\u{FE0F}") && Self.isEmoji(next)
        default: false
        }
    }

    private static func isEmoji(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.properties.isEmoji && (!scalar.isASCII || scalar.properties.numericType != nil)
    }

    /// `right-to-left override (U+202E)`.
    package var description: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        let name = scalar.properties.nameAlias ?? scalar.properties.name ?? "control character"
        return "\(name.lowercased()) (\(code))"
    }
}
