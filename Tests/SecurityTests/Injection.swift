import Diagnostics
import Foundation
import Profiles
import Source
import Templates
import Testing

/// Puts payloads everywhere a text may come from outside, and has the pages inspected.
enum Injection {
    private static let word = Array("слово".utf8)

    // MARK: Values

    /// As values in headings, text, emphasis, tables and link destinations, and as the titles and summaries of documents.
    static func asValues(_ payloads: [[UInt8]]) async throws {
        let payloads = payloads.filter { !$0.isEmpty }
        var inspector = try PageInspector()
        var refused = 0
        for (index, batch) in payloads.chunks(of: 1000).enumerated() {
            let documents = batch.chunks(of: 100)
            let harmless = try await valuesProject([
                documents[0].map { _ in word }, (documents.last ?? []).map { _ in word },
            ])
            let hostile = try await valuesProject(documents)
            refused += hostile.errors.count
            let plain = try inspector.keep("harmless-links-\(index)", harmless.files["drafts/d0/1.1/index.html"])
            for (number, document) in documents.enumerated() {
                let twin = number == documents.count - 1 ? "drafts/d1/1.0/index.html" : "drafts/d0/1.0/index.html"
                let like = try inspector.keep("harmless-\(index)-\(twin)", harmless.files[twin])
                let path = "drafts/d\(number)/1.0/index.html"
                let batch = joined(document).text
                try inspector.add("\(index)-\(path)", hostile.files[path]) { page in
                    page.like = like
                    page.texts = document.map { "До \($0.text) после" } + [batch]
                    page.title = batch
                    page.description = batch
                }
                let links = "drafts/d\(number)/1.1/index.html"
                try inspector.add("\(index)-\(links)", hostile.files[links]) { $0.within = [like, plain] }
            }
            for path in ["legal/index.html", "index.html", "404.html"] {
                try inspector.add("\(index)-\(path)", hostile.files[path])
            }
        }
        print("\(payloads.count) payloads as values: \(refused) places refused")
        try await inspector.expectNothing()
    }

    private static func valuesProject(_ documents: [[[UInt8]]]) async throws -> RenderedProject {
        var files: [String: String] = [:]
        var values = ""
        for (document, payloads) in documents.enumerated() {
            var text = """
                ---
                version: "1.0"
                date: 2026-01-01
                effective: 2027-01-01
                summary: \(joined(payloads).quotedYAML)
                ---

                # Значения


                """
            for (index, payload) in payloads.enumerated() {
                let name = "V\(document)X\(index)"
                values += "\(name): \(payload.quotedYAML)\n"
                text += """
                    ## \(index + 1). {{\(name)}}

                    \(index + 1).1. До {{\(name)}} после, **{{\(name)}}**, [адрес](https://example.org/{{\(name)}}),
                    [адрес](mailto:{{\(name)}} "название").

                    | Знак | {{\(name)}} |
                    |---|---|
                    | [ячейка](https://example.org/?q={{\(name)}}) | {{\(name)}} |


                    """
            }
            files["content/legal/d\(document)/1.0.md"] = text
            // A value that is a link's whole destination decides whether there is a link.
            files["content/legal/d\(document)/1.1.md"] =
                "---\nversion: \"1.1\"\ndate: 2026-01-01\neffective: 2027-01-01\nsummary: Ссылки.\n---\n\n"
                + payloads.indices.map { "[адрес]({{V\(document)X\($0)}}), [адрес](<{{V\(document)X\($0)}}>)\n\n" }
                .joined()
            files["content/legal/d\(document)/document.yml"] = "title: \(joined(payloads).quotedYAML)\nkind: policy\n"
        }
        files["content/values.yml"] = values
        return try await RenderedProject(files: files)
    }

    // MARK: Profile fields

    /// As every field of a profile that is text.
    static func asProfileFields(_ payloads: [[UInt8]]) async throws {
        let batches = payloads.filter { !$0.isEmpty }.chunks(of: 25)
        let harmless = try await profiles([
            fields(batches[0].map { _ in word }), fields((batches.last ?? []).map { _ in word }),
        ])
        let hostile = try await profiles(batches.map { fields($0) })
        var inspector = try PageInspector()
        for (number, batch) in batches.enumerated() {
            let twin = number == batches.count - 1 ? "specialists/p1/index.html" : "specialists/p0/index.html"
            let like = try inspector.keep("harmless-\(twin)", harmless.files[twin])
            let path = "specialists/p\(number)/index.html"
            let name = joined(batch).text
            try inspector.add(path, hostile.files[path]) { page in
                page.like = like
                page.texts = batch.map { "«\($0.text)»" } + [name]
                page.title = name
                page.description = name
                page.person = [
                    "name": .text(name), "jobTitle": .text("«\(name)»"),
                    "knowsAbout": .list(batch.map { "«\($0.text)»" }),
                ]
            }
        }
        for path in ["specialists/index.html", "index.html"] { try inspector.add(path, hostile.files[path]) }
        print("\(payloads.count) payloads as profile fields: \(hostile.errors.count) places refused")
        try await inspector.expectNothing()
    }

    private static func fields(_ payloads: [[UInt8]]) -> [UInt8] {
        func quoted(_ payload: [UInt8]) -> String { (Array("«".utf8) + payload + Array("»".utf8)).quotedYAML }
        func list(_ key: String, _ item: (String) -> String) -> String {
            "\(key):\n" + payloads.map { "  - \(item(quoted($0)))\n" }.joined()
        }
        let all = joined(payloads)
        let text =
            """
            ---
            name: \(all.quotedYAML)
            profession: \(quoted(all))
            published: true
            publication_consent: {date: 2026-01-01}
            city: \(all.quotedYAML)

            """ + list("methods") { $0 } + list("topics") { $0 } + list("not_working_with") { $0 }
            + list("audience") { $0 }
            + list("education") { "{year: 2000, place: \($0), title: \($0)}" }
            + list("training") { "{place: \($0), title: \($0)}" }
            + list("services") { "{name: \($0), minutes: 50, price: 100}" } + "---\n\nТекст.\n"
        return Array(text.utf8)
    }

    private static func profiles(_ files: [[UInt8]]) async throws -> RenderedProject {
        try await RenderedProject(
            files: Dictionary(uniqueKeysWithValues: files.enumerated().map { ("content/specialists/p\($0).md", $1) }))
    }

    // MARK: The address for booking

    /// As an address for booking, alone and behind what makes an address of it; only those that Edict takes have a page.
    static func asBooking(_ payloads: [[UInt8]]) async throws {
        func file(_ booking: [UInt8]?) -> [UInt8] {
            let field = booking.map { "booking: \($0.quotedYAML)\n" } ?? ""
            return Array(
                """
                ---
                name: Имя
                profession: Психолог
                published: true
                publication_consent: {date: 2026-01-01}
                \(field)---

                Текст.

                """.utf8)
        }
        var taken: [[UInt8]] = []
        for payload in payloads {
            for prefix in ["", "https://example.org/", "https://"] {
                let address = Array(prefix.utf8) + payload
                var diagnostics: [Diagnostic] = []
                let source = SourceFile(path: "p.md", bytes: file(address))
                let profile = Profile.parse(source, slug: "p", defaultLanguage: .ru, &diagnostics)
                if profile?.booking != nil { taken.append(address) }
            }
        }
        print("\(payloads.count) payloads as addresses for booking: \(taken.count) of \(payloads.count * 3) taken")
        guard !taken.isEmpty else { return }
        let harmless = try await profiles([file(Array("https://example.org/".utf8))])
        let hostile = try await profiles(taken.map { file($0) })
        var inspector = try PageInspector()
        let like = try inspector.keep("harmless", harmless.files["specialists/p0/index.html"])
        for number in taken.indices {
            let path = "specialists/p\(number)/index.html"
            try inspector.add(path, hostile.files[path]) { $0.like = like }
        }
        try await inspector.expectNothing()
    }

    // MARK: Markdown

    /// As the text of a profile, in many places of Markdown.
    static func asProfileText(_ payloads: [[UInt8]]) async throws {
        let front = """
            ---
            name: Имя
            profession: Психолог
            published: true
            publication_consent: {date: 2026-01-01}
            ---


            """
        try await asMarkdown(payloads, in: "profile text") { bodies in
            let site = try await profiles(bodies.map { Array(front.utf8) + $0 })
            return (bodies.indices.map { site.files["specialists/p\($0)/index.html"] }, site.errors)
        }
    }

    /// As the text of a document, in many places of Markdown.
    static func asLegalText(_ payloads: [[UInt8]]) async throws {
        let front = "---\nversion: \"1.0\"\ndate: 2026-01-01\neffective: 2027-01-01\nsummary: Кратко.\n---\n\n"
        try await asMarkdown(payloads, in: "legal text") { bodies in
            var files = ["content/values.yml": Array("EMPTY: \"\"\n".utf8)]
            for (number, body) in bodies.enumerated() {
                files["content/legal/d\(number)/1.0.md"] = Array(front.utf8) + body
                files["content/legal/d\(number)/document.yml"] = Array("title: Документ\nkind: policy\n".utf8)
            }
            let site = try await RenderedProject(files: files)
            return (bodies.indices.map { site.files["drafts/d\($0)/1.0/index.html"] }, site.errors)
        }
    }

    /// - Parameter render: makes a page of each text.
    private static func asMarkdown(
        _ payloads: [[UInt8]], in place: String,
        _ render: ([[UInt8]]) async throws -> (pages: [[UInt8]?], errors: [Diagnostic])
    ) async throws {
        var inspector = try PageInspector()
        let harmless = try await render([MarkdownBatch.harmless, word]).pages
        let within = try harmless.enumerated().map { try inspector.keep("harmless-\($0)", $1) }
        // A payload that hides what comes after it, or makes Edict refuse the whole text, is tried again by itself.
        var alone: [[UInt8]] = []
        var refused = 0
        let batches = payloads.chunks(of: 25)
        let shared = try await render(batches.map { MarkdownBatch($0).bytes })
        for (number, batch) in batches.enumerated() {
            try inspector.add("batch-\(number)", shared.pages[number]) { $0.within = within }
            if MarkdownBatch.ends(in: shared.pages[number] ?? []) < batch.count { alone += batch }
        }
        refused += shared.errors.count
        let single = try await render(alone.map { MarkdownBatch([$0]).bytes })
        for number in alone.indices {
            try inspector.add("alone-\(number)", single.pages[number]) { $0.within = within }
        }
        refused += single.errors.count
        print("\(payloads.count) payloads as \(place): \(refused) places refused, \(alone.count) payloads tried alone")
        try await inspector.expectNothing()
    }

    private static func joined(_ payloads: [[UInt8]]) -> [UInt8] {
        Array(payloads.joined(separator: [UInt8(ascii: " ")]))
    }
}

/// Payloads in a Markdown text, each as a paragraph of its own and in two of the many places where it could be.
struct MarkdownBatch {
    let bytes: [UInt8]

    /// Ends whatever kind of raw HTML is open.
    private static let closers = Array("\n\n]]> ?> --> </script>\n\n".utf8)

    private static let end = "Конец."

    /// How many payloads of a rendered batch were followed by a paragraph, as each should be that hides nothing.
    static func ends(in page: [UInt8]) -> Int {
        String(decoding: page, as: UTF8.self).ranges(of: "<p>\(end)").count
    }

    /// What stands before a payload and behind it.
    private static let places = [
        ("Слово ", " слово."), ("## ", ""), ("- ", ""), ("> ", ""), ("    ", ""), ("1.1. ", ""), ("а) ", ""),
        ("| Слово |\n|:-:|\n| ", " |"), ("| ", " |\n|---|\n| слово |"),
        ("[слово](", ")"), ("[слово](<", ">)"), ("[слово](https://example.org/ \"", "\")"),
        ("[слово](https://example.org/", ")"),
        ("[слово](mailto:", ")"), ("[", "](https://example.org/)"), ("[слово](javascript:{{", "}})"),
        ("![", "](https://example.org/a.png)"), ("![слово](", ")"), ("<", ">"), ("<https://example.org/", ">"),
        ("`", "`"), ("```", "\nслово\n```"), ("~~~ x ", "\nслово\n~~~"), ("**", "**"), ("## Слово {#", "}"),
        ("(далее — «**", "**»)"), ("п. ", ""), ("{{", "}}"), ("[слово](#", ")"), ("[слово](../", ")"),
        ("<!-- ", " -->"),
    ]

    init(_ payloads: [[UInt8]]) {
        var text: [UInt8] = []
        for (index, payload) in payloads.enumerated() {
            // A number of the payload's own, the same in whatever company it is.
            let own = Int(payload.reduce(UInt32(payloads.count == 1 ? 7 : 0)) { $0 &* 31 &+ UInt32($1) })
            text += payload + Self.closers
            for step in [0, 1] {
                let (before, after) = Self.places[(own + step * 13) % Self.places.count]
                text += Array(before.utf8) + payload + Array(after.utf8) + Self.closers
            }
            if own % 10 == 0 {
                text += Array("[слово \(index)]: ".utf8) + payload + Array("\n\n[слово \(index)]".utf8) + Self.closers
            }
            text += Array("\(Self.end)\n\n".utf8)
        }
        bytes = text
    }

    /// Every construct that a text may rightly make, in harmless words.
    static let harmless = Array(
        """
        # Название

        Слово *слово* **слово** `слово` [слово](https://example.org/ "слово") <https://example.org/> {{EMPTY}} {{VERSION}}\\
        слово (далее — «**Слово**»), п. 1.1, [п. 1.1](#1.1), Слово.

        ![слово](https://example.org/a.png "слово")

        ## 1. Раздел

        1.1. Пункт:

        а) подпункт;

        б) подпункт.

        - слово

        - слово

        3. слово
        4. слово

           слово

        > слово

        ***

            слово

        ``` x
        слово
        ```

        | Слово | Слово | Слово | Слово |
        |---|:-:|--:|:--|
        | слово | слово | слово | слово |

        ### 1.2. Слово

        #### Слово {#slovo}

        ##### Слово

        ###### Слово

        """.utf8)
}
