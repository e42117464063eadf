import Diagnostics
import TestSupport
import Testing

@testable import Source

@Suite struct YAMLTests {
    // MARK: What is read

    @Test(arguments: ["2.0", "1.10", "no", "yes", "010", "0x10", "1e3", "2024-02-30", "~", "null", "true", ".inf"])
    func `a scalar stays the text it is written as`(text: String) throws {
        #expect(try outline("a: \(text)\n") == "{a=\(text)}")
    }

    @Test func `what stands in quotation marks is text without them, and known to be quoted`() throws {
        let mapping = try #require(read("a: '2.0'\nb: \"\"\nc:\n").mapping)
        let scalars = mapping.entries.compactMap { entry -> YAML.Scalar? in
            if case .scalar(let scalar) = entry.value { scalar } else { nil }
        }
        #expect(scalars.map(\.text) == ["2.0", "", ""])
        #expect(scalars.map(\.isQuoted) == [true, true, false])
    }

    @Test func `lists, mappings and blocks of text are read in the order of the file`() throws {
        let text = """
            z: [1, two]
            a:
              - x: 1
                y: {k: v}
              - b
            t: |
              one
              two

            """
        #expect(try outline(text) == "{z=[1,two],a=[{x=1,y={k=v}},b],t=one\ntwo\n}")
    }

    @Test(arguments: ["", "# only a comment\n"])
    func `a file of nothing is a mapping of nothing`(text: String) throws {
        let (mapping, found) = read(text)
        #expect(found.isEmpty)
        #expect(mapping?.entries.isEmpty ?? false)
    }

    // MARK: Positions

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `each value knows the bytes it was read from`(lineEnd: String) throws {
        let text = ["# заметка", "имя: \"Анна Соколова\"", "list: [раз, два]", "deep:", "  ключ: 'v'", ""].joined(
            separator: lineEnd)
        let file = SourceFile(path: "a.yml", bytes: Array(text.utf8))
        var found: [Diagnostic] = []
        let mapping = try #require(file.parseYAML(&found))
        var pieces: [String] = []
        func collect(_ value: YAML) {
            switch value {
            case .scalar(let scalar): pieces.append(file.text(scalar.range))
            case .sequence(let values, _): values.forEach(collect)
            case .mapping(let mapping):
                for entry in mapping.entries {
                    pieces.append(file.text(entry.key.range))
                    collect(entry.value)
                }
            }
        }
        collect(.mapping(mapping))
        #expect(
            pieces == [
                "имя", "\"Анна Соколова\"", "list", "раз", "два", "deep", "ключ", "'v'",
            ])
        #expect(file.location(at: mapping.entries[2].key.range.lowerBound).line == 4)
    }

    @Test func `places in one very long line are right and cheap`() throws {
        let count = 60_000
        let file = SourceFile(
            path: "a.yml", bytes: Array(("a: [" + (0..<count).map { "ж\($0)" }.joined(separator: ",") + "]\n").utf8))
        var found: [Diagnostic] = []
        let start = processorSeconds()
        let mapping = try #require(file.parseYAML(&found))
        #expect(processorSeconds() - start < 10)
        guard case .sequence(let values, _) = mapping.entries[0].value else { throw Unexpected() }
        #expect(values.count == count)
        for index in stride(from: 0, to: count, by: 997) { #expect(file.text(values[index].range) == "ж\(index)") }
    }

    // MARK: What is refused

    @Test(arguments: [
        ("a: &x 1\n", "1:4 yaml-feature"),
        ("a: &x [1]\n", "1:4 yaml-feature"),
        ("a: 1\nb: *x\n", "2:4 yaml-feature"),
        ("a: !!str 1\n", "1:4 yaml-feature"),
        ("a: !x {}\n", "1:4 yaml-feature"),
        ("? [a]\n: b\n", "1:3 yaml-syntax"),
        ("? {a: b}\n: c\n", "1:3 yaml-syntax"),
        ("a: 1\n---\nb: 2\n", "3:1 yaml-syntax"),
        ("a: 1\n...\n---\nb: 2\n", "4:1 yaml-syntax"),
        ("a: 1\nb: 2\na: 3\n", "3:1 duplicate-key"),
        ("x: {k: 1, k: 2}\n", "1:11 duplicate-key"),
        ("- a\n", "1:1 yaml-syntax"),
        ("text\n", "1:1 yaml-syntax"),
        ("a: [1\n", "2:1 yaml-syntax"),
        ("a: 1\n b: 2\n", "2:3 yaml-syntax"),
        ("a:\n\t- b\n", "2:1 yaml-syntax"),
        ("a: \"b\n", "2:1 yaml-syntax"),
        ("a: 'x' y\n", "1:8 yaml-syntax"),
        ("%YAML 9.9\n---\na: 1\n", "1:1 yaml-syntax"),
        ("a: b\u{85}c\n", "1:5 yaml-syntax"),
        ("a: b\u{2028}c\n", "1:5 yaml-syntax"),
        ("имя: b\u{2029}c\n", "1:7 yaml-syntax"),
    ])
    func `what a settings file has no need of is refused at its place`(text: String, expected: String) {
        let (mapping, found) = read(text)
        #expect(mapping == nil)
        #expect(found.map(\.placeAndRule) == [expected])
        #expect(found.allSatisfy { $0.severity == .error && !$0.message.isEmpty })
    }

    @Test func `sixteen levels are read and more are refused`() {
        func nested(_ levels: Int) -> String {
            "a: " + String(repeating: "[", count: levels) + "x" + String(repeating: "]", count: levels) + "\n"
        }
        #expect(read(nested(14)).mapping != nil)
        for levels in [17, 1000, 100_000] {
            let (mapping, found) = read(nested(levels))
            #expect(mapping == nil)
            #expect(found.map(\.rule) == ["yaml-syntax"])
        }
    }

    @Test func `more than a megabyte is refused`() {
        let (mapping, found) = read("a: " + String(repeating: "x", count: 1 << 20))
        #expect(mapping == nil)
        #expect(found.map(\.rule) == ["file-too-large"])
    }

    @Test(arguments: [
        "a: \"x\\u202Ey\"\n", "a: \"x\\0y\"\n", "a: \"\\e[31m\"\n", "a: \"\\x1b\"\n", "a: \"x\\u200By\"\n",
        "a: \"\\N\"\n",
        "\"k\\u200B\": v\n",
    ])
    func `an escape writes no character that cannot be seen`(text: String) {
        let found = read(text).found
        #expect(found.map(\.rule).contains { $0 == "invisible-character" || $0 == "nul-character" })
        #expect(found.containsError)
        #expect(found.first?.location.line == 1)
    }

    @Test(arguments: ["a: \"5\\u00a0дней\"\n", "a: \"one\\ntwo\\tthree\"\n", "a: \"\\U0001F469\\u200D\\U0001F680\"\n"])
    func `an escape may write a no-break space, a line end, a tab, an emoji`(text: String) {
        #expect(read(text).found.isEmpty)
    }

    @Test func `bytes that are not UTF-8 are refused without a trap`() {
        for bytes: [UInt8] in [[0x61, 0x3A, 0x20, 0xFF], [0xC2], [0xE2, 0x80], [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80]] {
            var found: [Diagnostic] = []
            let mapping = SourceFile(path: "a.yml", bytes: bytes).parseYAML(&found)
            #expect(mapping == nil)
            #expect(found.map(\.rule) == ["yaml-syntax"])
        }
    }

    // MARK: -

    private struct Unexpected: Error {}

    private func read(_ text: String) -> (mapping: YAML.Mapping?, found: [Diagnostic]) {
        var found: [Diagnostic] = []
        let mapping = SourceFile(path: "a.yml", bytes: Array(text.utf8)).parseYAML(&found)
        return (mapping, found)
    }

    private func outline(_ text: String) throws -> String {
        let (mapping, found) = read(text)
        #expect(found.isEmpty)
        return outline(.mapping(try #require(mapping)))
    }

    private func outline(_ value: YAML) -> String {
        switch value {
        case .scalar(let scalar): scalar.text
        case .sequence(let values, _): "[\(values.map(outline).joined(separator: ","))]"
        case .mapping(let mapping):
            "{\(mapping.entries.map { "\($0.key.text)=\(outline($0.value))" }.joined(separator: ","))}"
        }
    }
}

extension SourceFile {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension Diagnostic {
    /// `3:1 duplicate-key`.
    var placeAndRule: String { "\(location.line ?? 0):\(location.column ?? 0) \(rule)" }
}
