import Foundation
import Testing

@testable import Pages

@Suite struct AddressTests {
    private static let addresses = [
        "/", "/404.html", "/legal/", "/legal/privacy/", "/legal/privacy/2.0/", "/legal/privacy/2.0/text.txt",
        "/legal/privacy/2.0/changes/", "/legal/dpa/", "/legal/dpa/2.0/", "/drafts/privacy/2.0/", "/specialists/",
        "/specialists/anna/", "/specialists/legal/", "/sitemap.xml", "/assets/site.css", "/legalese/", "/a/b/c/d/e/f/",
    ].map(Address.init)

    @Test(arguments: ["https://example.org/", "https://example.org/docs/", "file:///home/me/output/"])
    func `a relative link leads where a browser goes`(root: String) throws {
        for from in Self.addresses {
            let page = try #require(URL(string: root + from.file))
            for to in Self.addresses {
                let link = to.relative(to: from)
                #expect(!link.isEmpty && !link.hasPrefix("/"))
                let resolved = try #require(URL(string: link, relativeTo: page)).absoluteURL
                #expect(resolved.absoluteString == root + to.file, "\(from) → \(to): \(link)")
            }
        }
    }

    @Test func `a page is a folder's index, a file itself`() {
        #expect(Address.home.file == "index.html")
        #expect(Address("/legal/privacy/2.0/").file == "legal/privacy/2.0/index.html")
        #expect(Address("/404.html").file == "404.html")
        #expect(Address("/legal/").isPage && !Address("/404.html").isPage)
    }

    @Test func `a part is added below a page`() {
        #expect(Address.legal.page("privacy") == Address("/legal/privacy/"))
        #expect(Address.legal.page("privacy").file("text.txt") == Address("/legal/privacy/text.txt"))
    }
}
