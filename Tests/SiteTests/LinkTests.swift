import Foundation
import TestSupport
import Testing

/// What holds for every page of every site, tried on this repository's own and on the small ones.
struct LinkTests {
    private func build(_ sample: Sample) async throws -> BuiltSite {
        try await sample.build().site
    }

    @Test(arguments: Sample.all)
    func `every link within the site leads to a file, and to an element in it`(sample: Sample) async throws {
        let site = try await build(sample)
        for page in site.pages {
            for link in page.links {
                if let fault = site.fault(of: link, on: page) { Issue.record("\(page.path): \(link): \(fault)") }
            }
        }
    }

    @Test(arguments: Sample.all)
    func `an id stands once on a page, and what refers to an id finds it`(sample: Sample) async throws {
        for page in try await build(sample).pages {
            let ids = page.values(of: "id")
            let repeated = Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
            #expect(repeated.isEmpty, "\(page.path)")
            for id in page.values(of: "aria-labelledby") { #expect(ids.contains(id), "\(page.path): \(id)") }
        }
    }

    @Test(arguments: Sample.all)
    func `a page has one heading of the first level, a language, a title and a description`(sample: Sample) async throws
    {
        // A fragment is a part of somebody else's page.
        for page in try await build(sample).pages where !page.path.hasSuffix("/fragment.html") {
            #expect(page.count(of: "<h1") == 1, "\(page.path)")
            #expect(page.html.hasPrefix("<!DOCTYPE html>\n<html lang=\""), "\(page.path)")
            // The parts of a drawing have titles, too.
            let head = BuiltSite.Page(path: page.path, html: page.html.components(separatedBy: "</head>")[0])
            #expect(
                head.count(of: "<title>") == 1 && head.count(of: "<meta name=\"description\"") == 1, "\(page.path)")
        }
    }

    @Test(arguments: Sample.all)
    func `no ordered list is made of typed numbers`(sample: Sample) async throws {
        for page in try await build(sample).pages where page.path.hasPrefix("legal/") {
            #expect(page.count(of: "<ol") == 0, "\(page.path)")
        }
    }

    @Test(arguments: Sample.all)
    func `a permanent page holds the digest of its plain text, and its text once`(sample: Sample) async throws {
        let site = try await build(sample)
        for page in site.pages {
            let text = page.path.replacing("index.html", with: "text.txt")
            guard page.path.hasPrefix("legal/"), page.path.hasSuffix("/index.html"), let bytes = site.files[text] else {
                continue
            }
            #expect(page.count(of: "data-edition=\"") == 1, "\(page.path)")
            #expect(page.html.contains(">\(try await sha256(bytes))</dd>"), "\(page.path)")
        }
    }

    private func sha256(_ bytes: [UInt8]) async throws -> String {
        let folder = try TemporaryFolder()
        try folder.write("text", bytes)
        let run = try await BuiltProgram().run([], in: folder.url, prefix: ["/bin/sh", "-c", "sha256sum text"])
        return String(run.outputText.prefix(64))
    }
}
