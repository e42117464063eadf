import Diagnostics
import TestSupport
import Testing

@testable import Source

@Suite struct SourceFileTests {
    @Test(arguments: ["\n", "\r", "\r\n"])
    func `lines end at a line feed, a carriage return, or both`(lineEnd: String) {
        let file = SourceFile(["один", "", "three"].joined(separator: lineEnd))
        #expect((1...3).map { file.text(file.range(ofLine: $0)) } == ["один", "", "three"])
        #expect(file.lineStarts.count == 3)
    }

    @Test func `a line end at the end of the file begins an empty last line`() {
        for text in ["a\n", "a\r", "a\r\n"] {
            let file = SourceFile(text)
            #expect(file.lineStarts.count == 2)
            #expect(file.range(ofLine: 2) == file.bytes.count..<file.bytes.count)
        }
        #expect(SourceFile("").lineStarts == [0])
        #expect(SourceFile("a\n\rb").lineStarts == [0, 2, 3])
    }

    @Test func `lines that are not there are empty`() {
        let file = SourceFile("a\nb")
        for line in [-1, 0, 3, Int.max] { #expect(file.range(ofLine: line).isEmpty) }
    }

    @Test func `columns count Unicode scalars from 1`() {
        let file = SourceFile("ж😀e\u{301}x\nпосле")
        let places = file.bytes.indices.map { offset -> String in
            let location = file.location(at: offset)
            return "\(location.line ?? 0):\(location.column ?? 0)"
        }
        // ж has two bytes, 😀 four, the accent two.
        #expect(places[0] == "1:1")
        #expect(places[2] == "1:2")
        #expect(places[6] == "1:3")
        #expect(places[7] == "1:4")
        #expect(places[9] == "1:5")
        #expect(places[11] == "2:1")
    }

    @Test func `the place of any offset is a place of the file`() {
        let file = SourceFile("аб\r\nв")
        for offset in [-5, 0, 4, 5, 6, 8, 100, Int.max] {
            let location = file.location(at: offset)
            #expect(location.line == (offset < 6 ? 1 : 2), "\(offset)")
            #expect(location.length >= 1)
        }
        #expect(file.location(at: 100).column == 2)
        #expect(SourceFile("").location(at: 0).line == 1)
    }

    @Test func `a range is shown as far as it is on its line`() {
        let file = SourceFile("один два\nтри")
        #expect(file.location(of: 0..<8).length == 4)
        #expect(file.location(of: 9..<100).length == 3)
        #expect(file.location(of: 9..<100).excerpt == "один два")
        #expect(file.location(of: 3..<3).length == 1)
    }

    @Test func `places agree with a naive count, on texts of all kinds`() {
        var random = SeededGenerator(seed: 20_260_201)
        let alphabet = ["a", " ", "\n", "\r", "\r\n", "ж", "日", "😀", "\u{301}", "\t"]
        for _ in 0..<300 {
            let scalars = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
                Array(alphabet.randomElement(using: &random)!.unicodeScalars)
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            let file = SourceFile(String(view))
            var (line, column, offset) = (1, 1, 0)
            for (index, scalar) in scalars.enumerated() {
                let location = file.location(at: offset)
                #expect(location.line == line && location.column == column, "seed 20260201: \(file.bytes) at \(offset)")
                offset += UTF8.width(scalar)
                let next = index + 1 < scalars.count ? scalars[index + 1] : nil
                if scalar == "\n" || (scalar == "\r" && next != "\n") {
                    (line, column) = (line + 1, 1)
                } else {
                    column += 1
                }
            }
        }
    }

    @Test func `places in one line of megabytes are cheap`() {
        let file = SourceFile(String(repeating: "ж", count: 2 << 20))
        let start = processorSeconds()
        for column in stride(from: 0, to: 2 << 20, by: 100) {
            #expect(file.location(at: column * 2).column == column + 1)
        }
        #expect(processorSeconds() - start < 10)
    }
}

extension SourceFile {
    init(_ text: String) { self.init(path: "a.txt", bytes: Array(text.utf8)) }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
