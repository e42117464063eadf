/// A text by its Unicode scalars, with the byte at which each begins: what patterns are looked for in.
package struct ScalarText: Sendable {
    package let scalars: [Unicode.Scalar]
    private let utf8: [UInt8]
    private let offsets: [Int]

    package init(_ bytes: [UInt8]) {
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int] = []
        scalars.reserveCapacity(bytes.count)
        offsets.reserveCapacity(bytes.count + 1)
        var offset = 0
        // What is no UTF-8 becomes U+FFFD.
        let text = String(decoding: bytes, as: UTF8.self)
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        utf8 = Array(text.utf8)
        self.scalars = scalars
        self.offsets = offsets
    }

    /// A range of scalars as a range of bytes.
    package func bytes(_ range: Range<Int>) -> Range<Int> {
        offsets[range.lowerBound]..<offsets[range.upperBound]
    }

    /// A range of bytes, each end of which begins a scalar, as a range of scalars. Logarithmic.
    func scalars(_ range: Range<Int>) -> Range<Int> {
        index(ofByte: range.lowerBound)..<index(ofByte: range.upperBound)
    }

    private func index(ofByte byte: Int) -> Int {
        var (low, high) = (0, offsets.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if offsets[middle] <= byte { low = middle } else { high = middle }
        }
        return low
    }

    package func string(_ range: Range<Int>) -> String {
        String(decoding: utf8[bytes(range)], as: UTF8.self)
    }

    /// Some of its scalars in lower case.
    package func lowered(_ range: Range<Int>) -> String {
        let bytes = utf8[bytes(range)]
        guard scalars[range].allSatisfy({ $0.value < 0x80 || (0x400...0x45F).contains($0.value) }) else {
            return String(decoding: bytes, as: UTF8.self).lowercased()
        }
        return String(decoding: FoldedText.lowered(bytes), as: UTF8.self)
    }

    package subscript(index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    package func isLetter(_ index: Int) -> Bool { self[index]?.isLetter ?? false }
    package func isDigit(_ index: Int) -> Bool { self[index].map { ("0"..."9").contains($0) } ?? false }
    package func isSpace(_ index: Int) -> Bool { self[index]?.isSpace ?? false }

    /// The index behind the white space at `index`.
    package func skippingSpace(_ index: Int) -> Int {
        var index = index
        while isSpace(index) { index += 1 }
        return index
    }

    /// The word of letters that begins at `index`; empty where there is none.
    package func word(at index: Int) -> Range<Int> {
        var end = index
        while isLetter(end) { end += 1 }
        return index..<end
    }

    /// Whether `text` stands at `index`.
    package func has(_ text: String, at index: Int) -> Bool {
        var index = index
        for scalar in text.unicodeScalars {
            guard self[index] == scalar else { return false }
            index += 1
        }
        return true
    }
}

extension String {
    /// The text of some scalars, several times faster than by way of `UnicodeScalarView`.
    package init(scalars: some Collection<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * scalars.count)
        for scalar in scalars {
            switch scalar.value {
            case 0..<0x80: bytes.append(UInt8(scalar.value))
            case 0x80..<0x800:
                bytes.append(0xC0 | UInt8(scalar.value >> 6))
                bytes.append(0x80 | UInt8(scalar.value & 0x3F))
            default: bytes += Array(String(scalar).utf8)
            }
        }
        self = String(decoding: bytes, as: UTF8.self)
    }
}

/// Unicode's properties, known without a look-up of the letters that our texts are made of.
extension Unicode.Scalar {
    /// Alphabetic (UAX #44).
    package var isLetter: Bool {
        switch value {
        case 0..<0x80: (0x61...0x7A).contains(value | 0x20)
        case 0x400...0x481: true
        default: properties.isAlphabetic
        }
    }

    /// Uppercase (UAX #44).
    package var isCapital: Bool {
        switch value {
        case 0..<0x80: (0x41...0x5A).contains(value)
        case 0x400...0x42F: true
        case 0x430...0x45F: false
        default: properties.isUppercase
        }
    }

    /// White_Space (UAX #44).
    package var isSpace: Bool {
        switch value {
        case 0..<0x80: value == 0x20 || (0x09...0x0D).contains(value)
        case 0x400...0x481: false
        default: properties.isWhitespace
        }
    }
}
