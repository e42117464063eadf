import Foundation
import Testing

@testable import Profiles

/// Pictures of 3 × 2 pixels that Chromium wrote, and shows in that size.
struct PictureTests {
    private static let jpeg =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCYArP/2Q=="
    private static let lossy = "UklGRjAAAABXRUJQVlA4ICQAAABwAQCdASoDAAIAB0CWJaACdAFAAAD+4LkIw0a/F3YjjJIAAAA="
    private static let lossless = "UklGRh4AAABXRUJQVlA4TBEAAAAvAkAAAAfQmap2pv+BiOh/AAA="
    private static let extended =
        "UklGRkIAAABXRUJQVlA4WAoAAAAAAAAAAgAAAQAAVlA4ICQAAABwAQCdASoDAAIAB0CWJaACdAFAAAD+4LkIw0a/F3YjjJIAAAA="

    private static func bytes(_ text: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: text))) }

    /// A JPEG's segment of Exif with one entry.
    private static func exif(tag: [UInt8], value: [UInt8], isBigEndian: Bool = true) -> [UInt8] {
        func number(_ bytes: [UInt8]) -> [UInt8] { isBigEndian ? bytes : bytes.reversed() }
        let header = Array(isBigEndian ? "MM\0*".utf8 : "II*\0".utf8) + number([0, 0, 0, 8])
        let entry = number(tag) + number([0, 3]) + number([0, 0, 0, 1]) + number(value) + [0, 0]
        let content = Array("Exif\0\0".utf8) + header + number([0, 1]) + entry + [0, 0, 0, 0]
        return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
    }

    private static func jpeg(with segment: [UInt8]) throws -> [UInt8] {
        let jpeg = try bytes(jpeg)
        return jpeg[..<2] + segment + jpeg[2...]
    }

    @Test(arguments: [(jpeg, Picture.Format.jpeg), (lossy, .webp), (lossless, .webp), (extended, .webp)])
    func `the size of a picture is read`(text: String, format: Picture.Format) throws {
        let picture = try #require(Picture(try Self.bytes(text)))
        #expect(picture.format == format)
        #expect(picture.width == 3 && picture.height == 2)
        #expect(!picture.tellsPlace)
    }

    @Test(arguments: 0...9, [true, false])
    func `a turned JPEG is as high as it was wide`(orientation: UInt8, isBigEndian: Bool) throws {
        let segment = Self.exif(tag: [0x01, 0x12], value: [0, orientation], isBigEndian: isBigEndian)
        let picture = try #require(Picture(try Self.jpeg(with: segment)))
        #expect((picture.width, picture.height) == ((5...8).contains(orientation) ? (2, 3) : (3, 2)))
        #expect(!picture.tellsPlace)
    }

    @Test func `a picture that tells its place is known`() throws {
        let picture = try #require(Picture(try Self.jpeg(with: Self.exif(tag: [0x88, 0x25], value: [0, 26]))))
        #expect(picture.tellsPlace && picture.width == 3)
    }

    @Test(arguments: [jpeg, lossy, lossless])
    func `a picture that ends too early is none`(text: String) throws {
        let bytes = try Self.bytes(text)
        for count in 0..<bytes.count - 1 { #expect(Picture(Array(bytes[..<count])) == nil, "\(count) bytes") }
    }
}
