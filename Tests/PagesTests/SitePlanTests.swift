import Diagnostics
import Foundation
import Profiles
import Project
import Source
import Templates
import Testing

@testable import Legal
@testable import Pages

/// A small project on disk: privacy 1.0 and 2.0 published, 2.1 a draft; dpa a draft; terms published and not yet in force.
@Suite struct SitePlanTests {
    // MARK: Pages

    @Test func `before anything is published there are the indexes`() async throws {
        #expect(try await addresses(on: "2025-01-01") == ["/", "/404.html", "/legal/", "/specialists/"])
    }

    @Test func `a document and its editions have their pages from the day of publication`() async throws {
        let indexes = ["/", "/404.html", "/legal/", "/specialists/"]
        let first = indexes + ["/legal/privacy/", "/legal/privacy/1.0/", "/legal/privacy/history/"]
        let anna = "/specialists/anna/"
        let terms = ["/legal/terms/", "/legal/terms/1.0/", "/legal/terms/history/"]
        // 1.0 is in force until 2.0 takes its place; then there is what changed since.
        let second = ["/legal/privacy/2.0/", "/legal/privacy/2.0/changes/"]
        let since = ["/legal/privacy/changes/1.0/"]
        for (day, expected) in [
            ("2025-02-01", first), ("2025-02-28", first), ("2025-03-01", first),
            ("2025-12-31", first),
            ("2026-01-15", first + second + [anna]),
            ("2026-02-01", first + second + since + [anna] + terms),
            ("2030-01-01", first + second + since + terms),
        ] {
            #expect(try await addresses(on: day) == expected.sorted(), "\(day)")
        }
    }

    @Test func `the document's own page shows the edition in force`() async throws {
        for (day, version) in [("2025-03-01", "1.0"), ("2026-01-31", "1.0"), ("2026-02-01", "2.0")] {
            let plan = try await plan(on: day)
            let page = try #require(plan.pages.first { $0.address == Address("/legal/privacy/") })
            guard case .current(_, let edition) = page.content else { throw Unexpected() }
            #expect(edition.publication.version.description == version)
        }
    }

    @Test func `drafts are shown where they are asked for, and under their own addresses`() async throws {
        let all = try await addresses(on: "2026-02-01", drafts: true)
        let without = try await addresses(on: "2026-02-01")
        #expect(
            all.filter { !without.contains($0) }
                == ["/drafts/dpa/1.0/", "/drafts/privacy/2.1/", "/drafts/privacy/2.1/changes/"])
    }

    @Test func `a part can be built alone`() async throws {
        #expect(
            try await addresses(on: "2026-02-01", parts: "legal") == [
                "/legal/", "/legal/privacy/", "/legal/privacy/1.0/", "/legal/privacy/2.0/",
                "/legal/privacy/2.0/changes/",
                "/legal/privacy/changes/1.0/", "/legal/privacy/history/", "/legal/terms/", "/legal/terms/1.0/",
                "/legal/terms/history/",
            ])
        #expect(try await addresses(on: "2026-02-01", parts: "specialists") == ["/specialists/", "/specialists/anna/"])
    }

    @Test func `profiles are those published with a consent that covers the day, by name`() async throws {
        #expect(try await plan(on: "2026-01-14").profiles.isEmpty)
        #expect(try await plan(on: "2026-01-15").profiles.map(\.slug) == ["anna"])
        #expect(try await plan(on: "2027-01-16").profiles.isEmpty)
    }

    // MARK: Links

    @Test(arguments: [
        // From content/legal/privacy/2.0.md, shown at its permanent address.
        ("../terms/", "address ../../terms/index.html"),
        ("1.0.md", "address ../1.0/index.html"),
        ("./1.0.md", "address ../1.0/index.html"),
        ("1.0.md#5.2", "address ../1.0/index.html#5.2"),
        ("../privacy/", "address ../index.html"),
        ("../privacy", "address ../index.html"),
        ("../privacy/?a=b#c", "address ../index.html?a=b#c"),
        ("/legal/privacy/", "address ../index.html"),
        ("/legal/privacy/1.0/", "address ../1.0/index.html"),
        ("/legal/privacy/1.0/text.txt", "address ../1.0/text.txt"),
        ("/legal/", "address ../../index.html"),
        ("/", "address ../../../index.html"),
        ("../../specialists/anna.md", "address ../../../specialists/anna/index.html"),
        ("/specialists/anna/", "address ../../../specialists/anna/index.html"),
        ("../dpa/", "unpublished"),
        ("../dpa/1.0.md", "unpublished"),
        ("2.1.md", "unpublished"),
        ("/legal/privacy/9.9/", "unknown"),
        ("9.9.md", "unknown"),
        ("../dpa/2.0.md", "unknown"),
        ("../privacy/picture.png", "unknown"),
        ("../nowhere/", "unknown"),
        ("/nowhere", "unknown"),
        ("../../../edict.yml", "unknown"),
        ("../../../../../../etc/passwd", "unknown"),
    ])
    func `a link leads to the page it names`(link: String, expected: String) async throws {
        let plan = try await plan(on: "2026-02-01")
        let target = plan.resolve(link, from: "content/legal/privacy/2.0.md", on: Address("/legal/privacy/2.0/"))
        let found =
            switch target {
            case .address(let address): "address \(address)"
            case .unpublished: "unpublished"
            case .unknown: "unknown"
            }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("../dpa/", "../../dpa/1.0/index.html"), ("../dpa/1.0.md", "../../dpa/1.0/index.html"),
        ("../privacy/", "../../../legal/privacy/index.html"), ("2.1.md#x", "index.html#x"),
        ("/drafts/dpa/1.0/", "../../dpa/1.0/index.html"),
    ])
    func `with drafts a link to a draft leads to it`(link: String, expected: String) async throws {
        let plan = try await plan(on: "2026-02-01", drafts: true)
        let target = plan.resolve(link, from: "content/legal/privacy/2.1.md", on: Address("/drafts/privacy/2.1/"))
        #expect(target == .address(expected))
    }

    @Test func `with drafts a link to an edition that is not there is still unknown`() async throws {
        let plan = try await plan(on: "2026-02-01", drafts: true)
        let target = plan.resolve(
            "../dpa/7.0.md", from: "content/legal/privacy/2.1.md", on: Address("/drafts/privacy/2.1/"))
        guard case .unknown = target else { throw Unexpected() }
    }

    @Test func `an unknown link names the nearest address`() async throws {
        let plan = try await plan(on: "2026-02-01")
        #expect(
            plan.resolve("/legal/privcy/", from: "content/legal/privacy/2.0.md", on: Address("/legal/privacy/2.0/"))
                == .unknown(hint: "the nearest address is /legal/privacy/"))
    }

    // MARK: -

    private struct Unexpected: Error {}

    private func addresses(on day: String, drafts: Bool = false, parts: String? = nil) async throws -> [String] {
        let plan = try await plan(on: day, drafts: drafts, parts: parts)
        return plan.pages.map(\.address.description)
    }

    private func plan(on day: String, drafts: Bool = false, parts: String? = nil) async throws -> SitePlan {
        let root = FileManager.default.temporaryDirectory.appending(path: "edict-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in Self.files {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: false, encoding: .utf8)
        }
        let settings = "title: T\nurl: https://example.org\n" + (parts.map { "pages: [\($0)]\n" } ?? "")
        var found: [Diagnostic] = []
        let configuration = try #require(
            Configuration.parse(SourceFile(path: "edict.yml", bytes: Array(settings.utf8)), &found))
        let project = try await Project.load(Folder(root.path()), configuration)
        #expect(project.diagnostics.map(\.message) == [])
        return SitePlan(project, on: try #require(Day(day)), showsDrafts: drafts)
    }

    private static let files: [String: String] = {
        func edition(_ version: String, _ effective: String) -> String {
            "---\nversion: \"\(version)\"\ndate: \(effective)\neffective: \(effective)\nsummary: s\n---\nText.\n"
        }
        func profile(_ consent: String) -> String {
            "---\nname: A\nprofession: b\npublished: true\n\(consent)---\nText.\n"
        }
        let document = "title: T\nkind: policy\n"
        return [
            "content/legal/ledger.jsonl": ledger([
                ("privacy", "1.0", "2025-02-01", "2025-03-01"), ("privacy", "2.0", "2026-01-15", "2026-02-01"),
                ("terms", "1.0", "2026-02-01", "2026-06-01"),
            ]),
            "content/legal/privacy/document.yml": document,
            "content/legal/privacy/1.0.md": edition("1.0", "2025-03-01"),
            "content/legal/privacy/2.0.md": edition("2.0", "2026-02-01"),
            "content/legal/privacy/2.1.md": edition("2.1", "2026-05-01"),
            "content/legal/dpa/document.yml": document,
            "content/legal/dpa/1.0.md": edition("1.0", "2026-05-01"),
            "content/legal/terms/document.yml": document,
            "content/legal/terms/1.0.md": edition("1.0", "2026-06-01"),
            "content/specialists/anna.md": profile("publication_consent: {date: 2026-01-15, until: 2027-01-15}\n"),
            "content/specialists/boris.md": profile(""),
            "content/specialists/vera.md": "---\nname: V\nprofession: b\n---\n",
        ]
    }()

    /// A ledger whose chain is whole; its digests are of nothing, for a plan does not look at them.
    private static func ledger(
        _ lines: [(document: String, version: String, published: String, effective: String)]
    ) -> String {
        var ledger = Ledger()
        for line in lines {
            guard let version = EditionVersion(line.version), let published = Day(line.published),
                let effective = Day(line.effective)
            else { continue }
            ledger.append(
                .publish(
                    Publication(
                        document: line.document, version: version, date: effective, effective: effective,
                        change: .edition, action: .notify, summary: "s", title: "T", kind: .policy, language: .ru,
                        published: published, recorded: nil, source: Digest(of: []), text: Digest(of: []), label: nil,
                        values: [:], builtIn: [:], waivers: [:], with: [])))
        }
        return String(decoding: ledger.bytes, as: UTF8.self)
    }
}
