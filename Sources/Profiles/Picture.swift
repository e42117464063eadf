/// What the bytes of a picture say of it.
package struct Picture: Sendable, Equatable {
    package enum Format: String, Sendable {
        case png, jpeg, webp
    }

    package let format: Format
    /// In pixels, as a browser shows it.
    package let width: Int
    package let height: Int
    /// Whether it holds where it was taken (Exif's GPS fields).
    package let tellsPlace: Bool

    /// Nil where the bytes are no whole PNG, JPEG or WebP picture. Linear.
    package init?(_ bytes: [UInt8]) {
        let data = PictureData(bytes)
        guard let picture = Self.png(data) ?? Self.jpeg(data) ?? Self.webp(data) else { return nil }
        self = picture
    }

    /// Nil for a size that no picture has.
    private init?(_ format: Format, _ width: Int, _ height: Int, exif: Exif?) {
        guard (1...65_535).contains(width), (1...65_535).contains(height) else { return nil }
        self.format = format
        // Of the three, only a JPEG's turning is heeded by every browser.
        let isTurned = format == .jpeg && exif?.isTurned ?? false
        self.width = isTurned ? height : width
        self.height = isTurned ? width : height
        tellsPlace = exif?.tellsPlace ?? false
    }

    /// PNG (ISO/IEC 15948): the first chunk holds the size, the last one is `IEND`.
    private static func png(_ data: PictureData) -> Picture? {
        guard data.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0), data.has("IHDR".utf8, at: 12),
            let width = data.number(at: 16, 4), let height = data.number(at: 20, 4)
        else { return nil }
        var offset = 8
        var exif: Exif?
        while let length = data.number(at: offset, 4), data.count - offset >= 12 + length {
            if data.has("IEND".utf8, at: offset + 4) { return Picture(.png, width, height, exif: exif) }
            if data.has("eXIf".utf8, at: offset + 4) { exif = Exif(data, offset + 8..<offset + 8 + length) }
            offset += 12 + length
        }
        return nil
    }

    /// JPEG (ITU-T T.81, annex B): a frame header before the first scan, and an end.
    private static func jpeg(_ data: PictureData) -> Picture? {
        guard data.has([0xFF, 0xD8, 0xFF], at: 0) else { return nil }
        var offset = 2
        var exif: Exif?
        var size: (width: Int, height: Int)?
        while let lead = data.number(at: offset, 1), lead == 0xFF, let marker = data.number(at: offset + 1, 1) {
            if marker == 0xFF {
                offset += 1
                continue
            }
            guard let length = data.number(at: offset + 2, 2), length >= 2 else { return nil }
            switch marker {
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                guard let height = data.number(at: offset + 5, 2), let width = data.number(at: offset + 7, 2) else {
                    return nil
                }
                size = (width, height)
            case 0xE1 where data.has("Exif\0\0".utf8, at: offset + 4):
                exif = Exif(data, offset + 10..<max(offset + 10, offset + 2 + length))
            case 0xDA:
                guard let size, data.hasEndOfImage(after: offset) else { return nil }
                return Picture(.jpeg, size.width, size.height, exif: exif)
            default: break
            }
            offset += 2 + length
        }
        return nil
    }

    /// WebP (RFC 9649): lossy, lossless or extended.
    private static func webp(_ data: PictureData) -> Picture? {
        guard data.has("RIFF".utf8, at: 0), data.has("WEBP".utf8, at: 8),
            let total = data.number(at: 4, 4, isBigEndian: false), total >= 4, data.count >= total + 8
        else { return nil }
        func little(_ offset: Int, _ length: Int) -> Int { data.number(at: offset, length, isBigEndian: false) ?? 0 }
        if data.has("VP8 ".utf8, at: 12), data.has([0x9D, 0x01, 0x2A], at: 23) {
            return Picture(.webp, little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF, exif: nil)
        }
        if data.has("VP8L".utf8, at: 12), data.has([0x2F], at: 20) {
            let bits = little(21, 4)
            return Picture(.webp, bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1, exif: nil)
        }
        guard data.has("VP8X".utf8, at: 12), data.count >= 30 else { return nil }
        var exif: Exif?
        var offset = 12
        while let length = data.number(at: offset + 4, 4, isBigEndian: false), data.count - offset >= 8 + length {
            if data.has("EXIF".utf8, at: offset) { exif = Exif(data, offset + 8..<offset + 8 + length) }
            offset += 8 + length + length % 2
        }
        return Picture(.webp, little(24, 3) + 1, little(27, 3) + 1, exif: exif)
    }
}

/// Bytes that are read at any offset, whether they reach so far or not.
struct PictureData {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func has(_ expected: some Collection<UInt8>, at offset: Int) -> Bool {
        bytes.dropFirst(offset).starts(with: expected)
    }

    /// A number of up to four bytes; nil where the bytes end before it does.
    func number(at offset: Int, _ length: Int, isBigEndian: Bool = true) -> Int? {
        guard offset >= 0, length <= bytes.count - offset else { return nil }
        let part = bytes[offset..<offset + length]
        return isBigEndian
            ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether JPEG's marker of the end stands behind an offset.
    func hasEndOfImage(after offset: Int) -> Bool {
        var last = bytes.count - 1
        while last > offset + 1 {
            if bytes[last] == 0xD9, bytes[last - 1] == 0xFF { return true }
            last -= 1
        }
        return false
    }
}

/// What cameras write beside a picture (CIPA DC-008, Exif 2.32), as far as it matters here.
struct Exif {
    /// Whether width and height change places when the picture is shown.
    let isTurned: Bool
    let tellsPlace: Bool

    /// Nil where the bytes are none.
    init?(_ data: PictureData, _ range: Range<Int>) {
        let start = range.lowerBound
        let isBigEndian = data.has("MM\0*".utf8, at: start)
        guard isBigEndian || data.has("II*\0".utf8, at: start),
            let first = data.number(at: start + 4, 4, isBigEndian: isBigEndian),
            let count = data.number(at: start + first, 2, isBigEndian: isBigEndian)
        else { return nil }
        var orientation = 1
        var tellsPlace = false
        for index in 0..<count {
            let entry = start + first + 2 + index * 12
            guard entry + 12 <= range.upperBound, let tag = data.number(at: entry, 2, isBigEndian: isBigEndian) else {
                break
            }
            switch tag {
            case 0x0112: orientation = data.number(at: entry + 8, 2, isBigEndian: isBigEndian) ?? 1
            case 0x8825: tellsPlace = true
            default: break
            }
        }
        isTurned = (5...8).contains(orientation)
        self.tellsPlace = tellsPlace
    }
}
