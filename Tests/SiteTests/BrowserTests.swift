import Foundation
import TestSupport
import Testing

/// The pages of each sample in Chromium, as a host sends them; `check-pages.py` says what each check asks.
struct BrowserTests {
    /// The policy that docs/hosting.md gives.
    private static func contentSecurityPolicy() throws -> String {
        let docs = try String(contentsOf: Repository.root.appending(path: "docs/hosting.md"), encoding: .utf8)
        let line = try #require(docs.split(separator: "\n").first { $0.contains("default-src") })
        return String(try #require(line.split(separator: "\"").first { $0.contains("default-src") }))
    }

    private struct Work: Encodable {
        let site: String
        let origin: String
        let mount: String
        let pages: [String]
        let headers: [String: String]
        let check: String
        let browser = "/usr/bin/chromium"
    }

    private struct Finding: Decodable {
        let page: String
        let problem: String
    }

    private func expectNothing(_ check: String, of sample: Sample) async throws {
        let (folder, site) = try await sample.build(withBuiltInLook: true)
        let work = Work(
            site: folder.path, origin: sample.origin, mount: sample.mount, pages: site.pagesOfEachKind(),
            headers: ["Content-Security-Policy": try Self.contentSecurityPolicy()], check: check)
        let workFolder = try TemporaryFolder()
        let output = try workFolder.write("findings.json", [])
        let errors = try workFolder.write("errors.txt", [])
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "check-pages.py")
        let environment = ProcessInfo.processInfo.environment.merging(
            [
                "PYTHONPATH": Repository.corpora.appending(path: "browser").path(percentEncoded: false),
                "PYTHONUTF8": "1",
            ],
            uniquingKeysWith: { $1 })
        let end = try await Subprocess.run(
            ["python3", script.path(percentEncoded: false)], environment: environment,
            input: try workFolder.write("work.json", try JSONEncoder().encode(work)), output: output, errors: errors,
            timeLimit: .seconds(1200))
        let errorText = try String(contentsOf: errors, encoding: .utf8)
        try #require(
            end.exitCode == 0,
            "check-pages.py failed; is chromium there, and has Tests/fetch-corpora run?\n\(errorText)")
        for finding in try JSONDecoder().decode([Finding].self, from: Data(contentsOf: output)) {
            Issue.record("\(finding.page): \(finding.problem)")
        }
    }

    @Test(arguments: Sample.withBuiltInLook)
    func `axe finds no violation of WCAG 2.2 AA in either theme, on a phone or a desktop`(sample: Sample) async throws {
        try await expectNothing("axe", of: sample)
    }

    @Test(arguments: Sample.withBuiltInLook)
    func `at 320 pixels nothing is cut and no page scrolls sideways`(sample: Sample) async throws {
        try await expectNothing("narrow", of: sample)
    }

    @Test(arguments: Sample.withBuiltInLook)
    func `the keyboard skips to the content, and the focus is always seen`(sample: Sample) async throws {
        try await expectNothing("keyboard", of: sample)
    }

    @Test(arguments: Sample.withBuiltInLook)
    func `a term shows its definition to the pointer and to the keyboard, and Escape hides it`(sample: Sample)
        async throws
    {
        try await expectNothing("terms", of: sample)
    }

    @Test(arguments: Sample.withBuiltInLook)
    func `a strict policy refuses nothing, no other host is asked, and legal pages are light`(sample: Sample)
        async throws
    {
        try await expectNothing("delivery", of: sample)
    }
}

extension BuiltSite {
    /// Two pages of each kind; pages are of one kind where their paths differ in a name or a version only.
    func pagesOfEachKind() -> [String] {
        var count: [[String]: Int] = [:]
        return pages.map(\.path).filter { path in
            if path.hasSuffix("/fragment.html") { return false }
            var kind = path.split(separator: "/").map(String.init)
            for index in kind.indices where index == 1 && kind.count > 2 || kind[index].contains(/^[0-9.]+$/) {
                kind[index] = "*"
            }
            count[kind, default: 0] += 1
            return count[kind, default: 0] <= 2
        }
    }
}
