import Diagnostics
import Testing

/// Inputs that once broke the program.
struct FoundInputTests {
    @Test func `links and images in a profile's text are replaced while the text is walked through`() async throws {
        let site = try await RenderedProject(files: [
            "content/specialists/p.md": """
            ---
            name: Имя
            profession: Психолог
            published: true
            publication_consent: {date: 2026-01-01}
            ---

            [ссылка](https://example.org/) и [внутри](../p/), ![снимок](a.png), [![снимок](a.png)](https://example.org/).

            """
        ])
        #expect(Set(site.errors.map(\.rule)) == ["profile-image", "profile-link"])
        let page = String(decoding: try #require(site.files["specialists/p/index.html"]), as: UTF8.self)
        #expect(page.contains(#"<a href="https://example.org/" rel="nofollow ugc noopener">ссылка</a> и внутри"#))
    }

    @Test func `a link with an unknown placeholder keeps no scheme that is refused`() async throws {
        let site = try await RenderedProject(files: [
            "content/legal/d/1.0.md": """
            ---
            version: "1.0"
            date: 2026-01-01
            effective: 2026-01-01
            summary: Кратко.
            ---

            [а](x-foo:{{NOPE}}) [б](javascript:{{NOPE}}) [в](x-foo:{{nope}}) [г](https://example.org/{{NOPE}})

            """,
            "content/legal/d/document.yml": "title: Документ\nkind: policy\n",
        ])
        #expect(site.errors.count { $0.rule == "unknown-placeholder" } == 3)
        var inspector = try PageInspector()
        try inspector.add("page", site.files["drafts/d/1.0/index.html"])
        try await inspector.expectNothing()
    }

    @Test(arguments: [
        ("content/values.yml", "EMAIL: \"a\\u202Eb\"\n", 1), ("content/values.yml", "EMAIL: \"a\\0b\"\n", 1),
        ("content/values.yml", "EMAIL: \"a\\u200B\\U000E0041\"\n", 2),
        ("content/values.yml", "EMAIL: \"\\t\\u00A0\\n\"\n", 0),
        ("content/values.yml", "EMAIL: 'a\\u202Eb'\n", 0),
        ("content/legal/d/document.yml", "title: \"a\\u2066\"\nkind: policy\n", 1),
        ("content/specialists/p.md", "---\nname: \"a\\u202E\"\nprofession: [\"b\\L\"]\n---\n", 2),
    ])
    func `an invisible character is refused as an escape too`(path: String, text: String, count: Int) async throws {
        let site = try await RenderedProject(files: [path: text])
        #expect(site.errors.count { $0.rule == "invisible-character" } == count)
    }
}
