import Diagnostics
import Testing

@testable import Source

@Suite struct FrontMatterTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `the head and the text are told apart, whatever ends a line`(lineEnd: String) throws {
        let text = ["---", "a: 1", "--- \t", "# Text", ""].joined(separator: lineEnd)
        let (front, file, found) = read(text)
        #expect(found.isEmpty)
        #expect(front?.fields.entries.map(\.key.text) == ["a"])
        #expect(file.text(try #require(front?.body)) == "# Text" + lineEnd)
    }

    @Test func `places in the head are counted from the first line of the file`() {
        #expect(read("---\na: 1\na: 2\n---\n").found.map(\.placeAndRule) == ["3:1 duplicate-key"])
        #expect(read("---\na: [\n---\n").found.map(\.location.line) == [3])
    }

    @Test(arguments: ["---\n---\n", "---\r---", "---\n\n---\n", "---\n# no field\n---\n"])
    func `a head may be empty`(text: String) throws {
        let (front, _, found) = read(text)
        #expect(found.isEmpty)
        #expect(try #require(front).fields.entries.isEmpty)
        #expect(try #require(front).body.isEmpty)
    }

    @Test func `three dashes later in the text end nothing`() throws {
        let (front, file, _) = read("---\na: 1\n---\nText\n\n---\n\nMore\n")
        #expect(file.text(try #require(front?.body)) == "Text\n\n---\n\nMore\n")
    }

    @Test(arguments: [
        ("", "1:1 front-matter"), ("Text\n", "1:1 front-matter"), (" ---\na: 1\n---\n", "1:1 front-matter"),
        ("----\na: 1\n----\n", "1:1 front-matter"), ("\n---\na: 1\n---\n", "1:1 front-matter"),
        ("---", "1:1 front-matter"), ("---\n", "1:1 front-matter"), ("---\na: 1\n", "1:1 front-matter"),
        ("---\na: 1\n --- \n", "1:1 front-matter"), ("---\na: 1\n...\n", "1:1 front-matter"),
        ("---\n- a\n---\n", "2:1 yaml-syntax"),
    ])
    func `a head that is missing or has no end is an error`(text: String, expected: String) {
        let (front, _, found) = read(text)
        #expect(front == nil)
        #expect(found.map(\.placeAndRule) == [expected])
    }

    private func read(_ text: String) -> (front: FrontMatter?, file: SourceFile, found: [Diagnostic]) {
        let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
        var found: [Diagnostic] = []
        return (file.parseFrontMatter(&found), file, found)
    }
}
