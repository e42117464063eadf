import Foundation
import TestSupport
import Testing

/// Has pages read by a parser that does as browsers do (html5lib), and tells what is active in them.
struct PageInspector {
    /// What must hold of a page; `inspect-pages.py` says what each field means.
    struct Page: Encodable {
        let file: String
        var like: String?
        var within: [String]?
        var hrefs: [String]?
        var texts: [String]?
        var title: String?
        var description: String?
        var person: [String: Value]?
    }

    enum Value: Encodable {
        case text(String)
        case list([String])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .list(let list): try container.encode(list)
            }
        }
    }

    struct Findings: Decodable {
        struct Finding: Decodable, Hashable {
            let file: String
            let problem: String
        }

        let findings: [Finding]
        /// How many elements were looked at.
        let elements: Int
    }

    private let folder: TemporaryFolder
    private(set) var pages: [Page] = []

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Keeps a page, under a name, for others to be compared with.
    func keep(_ name: String, _ html: [UInt8]?) throws -> String {
        let html = try #require(html, "no page '\(name)'")
        return try folder.write(name.replacing("/", with: "_"), html).path(percentEncoded: false)
    }

    /// Adds a page to what will be inspected.
    mutating func add(_ name: String, _ html: [UInt8]?, _ wanted: (inout Page) -> Void = { _ in }) throws {
        var page = Page(file: try keep(name, html))
        wanted(&page)
        pages.append(page)
    }

    /// Runs the parser over all pages.
    func inspect() async throws -> Findings {
        let input = try folder.write("pages.json", try JSONEncoder().encode(["pages": pages]))
        let output = try folder.write("findings.json", [])
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "inspect-pages.py")
        let environment = ProcessInfo.processInfo.environment.merging(
            [
                "PYTHONPATH": Repository.corpora.appending(path: "python").path(percentEncoded: false),
                "PYTHONUTF8": "1",
            ],
            uniquingKeysWith: { $1 })
        let end = try await Subprocess.run(
            ["python3", script.path(percentEncoded: false)], environment: environment, input: input, output: output,
            errors: nil,
            timeLimit: .seconds(300))
        try #require(end.exitCode == 0, "inspect-pages.py failed; has Tests/fetch-corpora run?")
        return try JSONDecoder().decode(Findings.self, from: Data(contentsOf: output))
    }

    /// Expects that nothing is found.
    func expectNothing(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let found = try await inspect()
        #expect(found.elements > 0, sourceLocation: sourceLocation)
        for finding in found.findings.prefix(20) {
            Issue.record("\(finding.file): \(finding.problem)", sourceLocation: sourceLocation)
        }
        #expect(found.findings.count == 0, sourceLocation: sourceLocation)
    }
}
