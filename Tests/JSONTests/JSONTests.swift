import Foundation
import Testing

@testable import JSON

@Suite struct JSONTests {
    @Test(arguments: [
        ("", #""""#), ("Имя", #""Имя""#), ("a\"b\\c/d", #""a\"b\\c/d""#),
        ("\n\t\r\u{0}\u{1F}", ##""\n\t\r\u0000\u001f""##),
        ("</script><!--", ##""\u003c/script\u003e\u003c!--""##), ("a & b", ##""a \u0026 b""##),
        ("\u{2028}\u{2029}", ##""\u2028\u2029""##), ("\u{7F}\u{85}\u{9F}", ##""\u007f\u0085\u009f""##), ("😀", #""😀""#),
    ])
    func `a string is escaped for JSON and for a script element`(text: String, expected: String) {
        #expect(String(decoding: JSON.string(text).bytes(), as: UTF8.self) == expected)
    }

    @Test func `a special character is escaped whatever mark combines with it`() {
        for special in ["\"", "\\", "<", ">", "&"] {
            for mark in (0x300...0x36F).compactMap(Unicode.Scalar.init) {
                let bytes = JSON.string("a\(special)\(String(mark))b").bytes()
                #expect(!bytes.contains { "<>&".utf8.contains($0) })
                #expect(bytes.count { $0 == UInt8(ascii: "\"") } == (special == "\"" ? 3 : 2))
            }
        }
    }

    @Test func `another reader reads the same strings`() throws {
        let texts =
            (0...0x30FF).compactMap(Unicode.Scalar.init).map { "a\(String($0))\u{301}" } + ["\u{10FFFF}", "\u{FFFE}"]
        let data = Data(JSON.array(texts.map(JSON.string)).bytes())
        let read = try #require(JSONSerialization.jsonObject(with: data) as? [String])
        #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test func `the short form has no white space`() {
        let value: JSON = ["a": [1, -2, true, false], "b": ["c": "d"], "e": [], "f": .object([]), "g": .null]
        #expect(
            String(decoding: value.bytes(), as: UTF8.self)
                == #"{"a":[1,-2,true,false],"b":{"c":"d"},"e":[],"f":{},"g":null}"#)
    }

    @Test func `the pretty form has two spaces a level and a final line feed`() {
        let value: JSON = ["a": [1, ["b": "c"]], "d": [], "e": .object([])]
        #expect(
            String(decoding: value.prettyBytes(), as: UTF8.self) == """
                {
                  "a": [
                    1,
                    {
                      "b": "c"
                    }
                  ],
                  "d": [],
                  "e": {}
                }

                """)
    }

    @Test func `members keep their order, and the ends of integers are written`() {
        let value = JSON.object([("z", .integer(.max)), ("a", .integer(.min))])
        #expect(
            String(decoding: value.bytes(), as: UTF8.self) == #"{"z":9223372036854775807,"a":-9223372036854775808}"#)
    }

    @Test func `in pieces the bytes are the same`() {
        let rows = JSON.elements(3_000) { ["number": .integer($0), "text": .string("строка <\($0)>")] }
        for value: JSON in [
            ["before": "x", "rows": rows, "after": [1, rows]], rows, "x", .elements(0) { _ in .null },
        ] {
            for (isPretty, bytes) in [(false, value.bytes()), (true, value.prettyBytes())] {
                var pieces: [[UInt8]] = []
                value.forEachPiece(isPretty: isPretty) { pieces.append($0) }
                #expect(Array(pieces.joined()) == bytes)
                #expect(pieces.allSatisfy { $0.count < 1 << 16 })
                #expect(bytes.count < 1 << 16 || pieces.count > 1)
            }
        }
    }
}
