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
}
