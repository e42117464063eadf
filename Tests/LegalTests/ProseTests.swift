import Foundation
import Source
import TestSupport
import Testing

@testable import Legal

/// Case files for what is read out of running text: a text, a line `====`, what was found, a line each with its column.
@Suite struct ProseTests {
    /// Each line of the file by itself; the sentences of one are apart by ` | `.
    @Test(arguments: CaseFile.all(in: "Sentences"))
    func `sentences end where their case file says`(file: CaseFile) throws {
        let lines = String(decoding: file.input.bytes, as: UTF8.self).split(separator: "\n")
        let sentences = lines.map { line -> String in
            let text = ScalarText(Array(line.utf8))
            return text.sentences(in: 0..<text.scalars.count).map(text.string).joined(separator: " | ")
        }
        try file.expect(sentences.joined(separator: "\n"))
    }

    @Test(arguments: CaseFile.all(in: "Days"))
    func `days are those of their case file`(file: CaseFile) throws {
        try expect(file) { text in
            WrittenDay.all(in: text).map {
                ($0.range, "\($0.day.map { "\($0)" } ?? "no day") \($0.style)")
            }
        }
    }

    /// Whether a number is valid is told behind it; that of an account at the bank that was named last.
    @Test(arguments: CaseFile.all(in: "Requisites"))
    func `requisites are those of their case file`(file: CaseFile) throws {
        try expect(file) { text in
            var bank: BIK?
            return text.requisites().map { requisite in
                guard let digits = requisite.digits else { return (requisite.range, requisite.kind.rawValue) }
                if requisite.kind == .bik { bank = BIK(digits) }
                let isValid =
                    switch requisite.kind {
                    case .inn: INN(digits) != nil
                    case .ogrn, .ogrnip: OGRN(digits) != nil
                    case .bik: bank != nil
                    case .settlementAccount, .correspondentAccount:
                        bank.map { BankAccount(digits, at: $0) != nil } ?? false
                    }
                return (
                    requisite.range, "\(requisite.kind.rawValue) \(digits) \(isValid ? "valid" : "wrong")"
                )
            }
        }
    }

    @Test(arguments: CaseFile.all(in: "Laws"))
    func `citations of laws are those of their case file`(file: CaseFile) throws {
        try expect(file) { text in
            text.lawCitations().map { law in
                let parts = [
                    law.number, "as \(law.style.rawValue)", law.date.map { "of \($0)" }, law.title.map { "«\($0)»" },
                    law.isTitleCut ? "cut" : nil, law.provision.map { "at \(text.string($0))" },
                    law.continuesList ? "in a list" : nil,
                    "in [\(text.string(law.phrase))]",
                ]
                return (law.range, parts.compactMap(\.self).joined(separator: ", "))
            }
        }
    }

    private func expect(_ file: CaseFile, _ read: (ScalarText) -> [(Range<Int>, String)]) throws {
        let lines = String(decoding: file.input.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let found = lines.enumerated().flatMap { index, line in
            read(ScalarText(Array(line.utf8))).map { "\(index + 1):\($0.lowerBound + 1) \($1)" }
        }
        try file.expect(found.joined(separator: "\n"))
    }
}

@Suite struct StemmerTests {
    /// The words of this repository's texts and words made out of them, each with what `snowballstemmer` says.
    @Test func `Russian words have the stems of Snowball`() async throws {
        var generator = SeededGenerator(seed: SeededGenerator.seed)
        let words = try Self.words(&generator)
        #expect(words.count > 4_000)
        let folder = try TemporaryFolder()
        let input = try folder.write("words.txt", Array(words.joined(separator: "\n").utf8))
        let output = folder.url.appending(path: "stems.txt")
        let program = """
            import sys, snowballstemmer
            stemmer = snowballstemmer.stemmer("russian")
            for word in sys.stdin: print(stemmer.stemWord(word.rstrip("\\n")))
            """
        let result = try await Subprocess.run(
            ["python3", "-c", program],
            environment: [
                "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1",
                "PYTHONPATH": Repository.corpora.appending(path: "python").path(percentEncoded: false),
            ],
            input: input, output: output, errors: nil, timeLimit: .seconds(120))
        #expect(result.exitCode == 0, "Tests/fetch-corpora fetches snowballstemmer")
        let stems = try String(contentsOf: output, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        try #require(stems.count == words.count + 1)
        for (word, stem) in zip(words, stems) where Stemmer.stem(word) != stem {
            Issue.record("\(word): \(Stemmer.stem(word)) where Snowball says \(stem)")
        }
    }

    @Test(arguments: [
        ("users", "user"), ("policies", "policy"), ("services", "service"), ("status", "status"),
        ("process", "process"),
        ("does", "doe"), ("is", "is"), ("152", "152"), ("", ""),
    ])
    func `English words lose the ending of the plural`(word: String, stem: String) {
        #expect(Stemmer.stem(word) == stem)
    }

    private static let endings = [
        "ивши", "ившись", "вшись", "ующ", "ейше", "ейш", "ост", "ость", "нн", "ь", "ся", "сь", "ями", "ие", "ого",
        "ему", "ющ",
        "щ", "нно", "ила", "ейте", "и",
    ]

    private static func words(_ generator: inout SeededGenerator) throws -> [String] {
        let content = Repository.root.appending(path: "content")
        let files = FileManager.default.enumerator(at: content, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        var words: Set<String> = []
        for file in try #require(files) where file.pathExtension == "md" {
            let text = try String(contentsOf: file, encoding: .utf8).lowercased()
            words.formUnion(text.split { !("а"..."я").contains($0) && $0 != "ё" }.map(String.init))
        }
        let letters = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
        for word in words.sorted() {
            var letters = letters
            letters.shuffle(using: &generator)
            let cut = word.prefix(Int.random(in: 1...word.count, using: &generator))
            words.insert(cut + generator.pick(endings))
            words.insert(cut + String(letters[0]) + word.dropFirst(cut.count) + generator.pick(endings))
        }
        return words.sorted()
    }
}
