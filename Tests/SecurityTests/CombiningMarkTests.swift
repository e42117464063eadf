import Foundation
import Testing

/// Swift joins `"` and a mark behind it to one character; an escaper that walks characters lets such a mark through.
struct CombiningMarkTests {
    private static let specials: [Unicode.Scalar] = ["\"", "'", "<", ">", "&"]

    /// Whatever combines by its properties, and whatever else Swift fuses with a quotation mark before it or behind it.
    private static let sequences: [[String]] = {
        var sequences: [[String]] = []
        for value in 0x20...UInt32(0x10FFFF) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let properties = scalar.properties
            let combines =
                switch properties.generalCategory {
                case .nonspacingMark, .spacingMark, .enclosingMark: true
                default: properties.isGraphemeExtend || value == 0x200C || value == 0x200D
                }
            let behind = combines || fuses("\"", scalar)
            let before = fuses(scalar, "\"")
            if behind || before {
                sequences.append(specials.map { text([$0, scalar]) } + specials.map { text([scalar, $0]) })
            }
        }
        return sequences
    }()

    private static func text(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func fuses(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        // ASCII and unassigned planes fuse with nothing: looking at each of a million would take long.
        if first.isASCII && second.isASCII { return false }
        if first.properties.generalCategory == .unassigned || second.properties.generalCategory == .unassigned {
            return false
        }
        return text([first, second]).count == 1
    }

    @Test func `the combining diacritical marks and many others are tried`() {
        #expect(Self.sequences.count > 2000)
        #expect(Self.sequences.joined().contains { $0.unicodeScalars.elementsEqual(["\"", "\u{301}"]) })
        #expect(Self.sequences.joined().contains { $0.unicodeScalars.elementsEqual(["<", "\u{36F}"]) })
    }

    @Test func `a special with a mark stays text as a value`() async throws {
        try await Injection.asValues(Self.batches)
    }

    @Test func `a special with a mark stays text in a profile's fields`() async throws {
        try await Injection.asProfileFields(Self.batches)
    }

    @Test func `a special with a mark breaks out of no address for booking`() async throws {
        try await Injection.asBooking(Self.batches)
    }

    @Test func `a special with a mark breaks out of no Markdown`() async throws {
        try await Injection.asProfileText(Self.batches)
        try await Injection.asLegalText(Self.batches)
    }

    /// On bytes, without a parser: every special of the text is written as a reference, whatever stands beside it.
    @Test func `no special with a mark is written as it is`() async throws {
        func page(_ name: String) async throws -> [UInt8] {
            let site = try await RenderedProject(files: [
                "content/specialists/p.md": """
                ---
                name: \(Array(name.utf8).quotedYAML)
                profession: \(Array(name.utf8).quotedYAML)
                published: true
                publication_consent: {date: 2026-01-01}
                topics: [\(Array(name.utf8).quotedYAML)]
                services: [{name: \(Array(name.utf8).quotedYAML), minutes: 50, price: 100}]
                ---

                Текст.

                """
            ])
            return try #require(site.files["specialists/p/index.html"])
        }
        let harmless = try await page("слово")
        for sequences in Self.sequences.chunks(of: 500) {
            let hostile = try await page(sequences.joined().joined())
            for special in "<>" {
                let byte = try #require(special.asciiValue)
                #expect(hostile.count { $0 == byte } == harmless.count { $0 == byte }, "\(special)")
            }
            // What delimits attributes, outside the JSON-LD, where a quotation mark stands behind a backslash.
            let (text, plain) = (Self.withoutScript(hostile), Self.withoutScript(harmless))
            for special in "\"'" {
                let byte = try #require(special.asciiValue)
                #expect(text.count { $0 == byte } == plain.count { $0 == byte }, "\(special)")
            }
            #expect(Self.bareAmpersands(in: text) == 0)
            #expect(!Self.script(hostile).contains { "<>&".utf8.contains($0) })
        }
    }

    // MARK: -

    private static let batches = sequences.chunks(of: 10).map { Array($0.joined().joined(separator: "x").utf8) }

    private static func scriptRange(_ page: [UInt8]) -> Range<Int> {
        let (start, end) = (Data("ld+json\">".utf8), Data("</script>".utf8))
        let data = Data(page)
        guard let from = data.range(of: start)?.upperBound,
            let to = data.range(of: end, in: from..<data.endIndex)?.lowerBound
        else { return 0..<0 }
        return from..<to
    }

    private static func script(_ page: [UInt8]) -> [UInt8] {
        let script = Array(page[scriptRange(page)])
        #expect(!script.isEmpty)
        return script
    }

    private static func withoutScript(_ page: [UInt8]) -> [UInt8] {
        let range = scriptRange(page)
        return Array(page[..<range.lowerBound] + page[range.upperBound...])
    }

    private static func bareAmpersands(in page: [UInt8]) -> Int {
        let references = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].map { Array($0.utf8) }
        return page.indices.count { index in
            page[index] == UInt8(ascii: "&") && !references.contains { page[index...].starts(with: $0) }
        }
    }
}
