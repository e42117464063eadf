import Diagnostics
import TestSupport
import Testing

@testable import Source

@Suite struct FieldReaderTests {
    private enum Colour: String, CaseIterable, Sendable { case red, green }

    @Test func `fields of every type are read`() throws {
        let text = """
            title: Название
            ready: true
            draft: false
            date: 2026-02-01
            number: 30
            colour: green
            list: [a, b]
            colours: [red, green]
            inner: {x: 1}
            rows: [{x: 1}, {x: 2}]

            """
        var fields = try reader(text)
        let title = fields.text("title")?.value
        let flags = [fields.flag("ready"), fields.flag("draft")]
        let day = fields.day("date")?.value
        let number = fields.integer("number", in: 0...30)?.value
        let colour = fields.choice("colour", of: Colour.self)?.value
        let list = fields.list("list").map(\.value)
        let colours = fields.choices("colours", of: Colour.self).map(\.value)
        let inner = fields.mapping("inner") { $0.text("x")?.value }
        let rows = fields.each("rows") { $0.text("x")?.value }
        let (absent, none) = (fields.text("absent"), fields.list("absent"))
        fields.finish()
        #expect(title == "Название" && inner == "1" && number == 30)
        #expect(flags == [true, false])
        #expect(day == Day("2026-02-01"))
        #expect(colour == .green && colours == [.red, .green])
        #expect(list == ["a", "b"] && rows == ["1", "2"])
        #expect(absent == nil && none.isEmpty)
        #expect(fields.diagnostics.isEmpty)
    }

    @Test func `a located value is the bytes it was written with`() throws {
        var fields = try reader("a: \"два слова\"\n")
        let value = fields.text("a")
        #expect(fields.file.text(try #require(value).range) == "\"два слова\"")
    }

    // MARK: What is wrong

    @Test func `every mistake says what was expected, at its place`() throws {
        let text = """
            title: [a]
            ready: yes
            date: 2026-02-30
            number: 31
            padded: 010
            signed: -1
            colour: blue
            list: a
            colours: [red, blue]
            inner: a
            rows: [a, {x: {}}]
            blank: "  "
            void:
            empty: ""

            """
        var fields = try reader(text)
        _ = fields.text("title")
        _ = fields.flag("ready")
        _ = fields.day("date")
        _ = fields.integer("number", in: 0...30)
        _ = fields.integer("padded", in: 0...30)
        _ = fields.integer("signed", in: 0...30)
        _ = fields.choice("colour", of: Colour.self)
        _ = fields.list("list")
        _ = fields.choices("colours", of: Colour.self)
        _ = fields.mapping("inner") { $0.text("x") }
        _ = fields.each("rows") { $0.text("x") }
        _ = fields.text("blank")
        _ = fields.text("void")
        _ = fields.text("empty")
        _ = fields.text("gone", required: true)
        fields.finish()
        #expect(
            fields.diagnostics.map { "\($0.placeAndRule): \($0.message)" } == [
                "1:8 invalid-field: a list where 'title' expects text",
                "2:8 invalid-field: 'yes' where 'ready' expects `true` or `false`",
                "3:7 invalid-field: '2026-02-30' where 'date' expects a day such as 2026-02-01",
                "4:9 invalid-field: '31' where 'number' expects a whole number from 0 to 30",
                "5:9 invalid-field: '010' where 'padded' expects a whole number from 0 to 30",
                "6:9 invalid-field: '-1' where 'signed' expects a whole number from 0 to 30",
                "7:9 invalid-field: 'blue' where 'colour' expects red, green",
                "8:7 invalid-field: text where 'list' expects a list",
                "9:16 invalid-field: 'blue' where 'colours' expects red, green",
                "10:8 invalid-field: text where 'inner' expects fields",
                "11:8 invalid-field: text where 'rows' expects fields",
                "11:15 invalid-field: a mapping where 'x' expects text",
                "12:8 empty-field: 'blank' is empty where text is expected",
                "13:1 empty-field: 'void' has no value",
                "14:8 empty-field: 'empty' is empty where text is expected",
                "1:1 missing-field: 'gone' is missing",
            ])
    }

    @Test func `a number too large for the machine is refused`() throws {
        var fields = try reader("n: 99999999999999999999999999\n")
        let number = fields.integer("n", in: 0...Int.max)
        #expect(number == nil)
        #expect(fields.diagnostics.map(\.rule) == ["invalid-field"])
    }

    @Test func `an unknown field is an error that names the nearest known one`() throws {
        var fields = try reader("titel: a\nqqqqqq: b\ninner: {subject: x}\n")
        _ = fields.text("title")
        _ = fields.mapping("inner") { $0.text("object") }
        fields.finish()
        #expect(
            fields.diagnostics.map(\.placeAndRule) == ["3:9 unknown-field", "1:1 unknown-field", "2:1 unknown-field"])
        #expect(
            fields.diagnostics.map(\.hint) == [
                "did you mean 'object'?", "did you mean 'title'?", "known here: inner, title",
            ])
    }

    @Test func `a key is what its bytes are`() throws {
        // To String "é" and "e" with an accent are one.
        var fields = try reader("caf\u{E9}: a\n")
        let text = fields.text("cafe\u{301}")
        fields.finish()
        #expect(text == nil)
        #expect(fields.diagnostics.map(\.rule) == ["unknown-field"])
    }

    @Test func `any number of keys is taken in linear time`() throws {
        let count = 40_000
        var fields = try reader((0..<count).map { "key\($0): v\n" }.joined())
        let start = processorSeconds()
        let texts = fields.texts()
        fields.finish()
        #expect(texts.count == count)
        #expect(fields.diagnostics.isEmpty)
        #expect(processorSeconds() - start < 10)
    }

    private func reader(_ text: String) throws -> FieldReader {
        let file = SourceFile(path: "a.yml", bytes: Array(text.utf8))
        var found: [Diagnostic] = []
        let mapping = try #require(file.parseYAML(&found))
        #expect(found.isEmpty)
        return FieldReader(mapping, of: file)
    }
}
