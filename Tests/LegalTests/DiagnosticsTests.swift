import Diagnostics
import Source
import Templates
import Testing

@testable import Legal

/// Each file of `Diagnostics/` is an edition's file, front matter and all, a line `====`, and everything that is found wrong
/// in it: a line each, as `line:column severity rule message`.
///
/// A file whose name begins with `english-` is in English; one that ends with `-in-published…` is taken for published.
@Suite struct DiagnosticsTests {
    @Test(arguments: CaseFile.all(in: "Diagnostics"))
    func `what is found wrong in a text is what its case file says`(file: CaseFile) throws {
        var found: [Diagnostic] = []
        let edition = try #require(Edition.parse(file.input, fileName: "1.0.md", &found))
        found += edition.render(rendition(of: edition, named: file.testDescription)).found(in: file.input)
        let lines = found.inOrder().map { diagnostic in
            let location = diagnostic.location
            return
                "\(location.line ?? 0):\(location.column ?? 0) \(diagnostic.severity) \(diagnostic.rule) \(diagnostic.message)"
        }
        try file.expect(lines.joined(separator: "\n"))
    }

    private func rendition(of edition: Edition, named name: String) -> Rendition {
        let isEnglish = name.hasPrefix("english-")
        return Rendition(
            title: isEnglish ? "Privacy Policy" : "Политика конфиденциальности", language: isEnglish ? .en : .ru,
            values: Values(texts: [
                "EMAIL": "hello@example.org", "SITE": "example.org", "OWNER": "", "SCRIPT": "javascript:alert(1)",
                "HOST": "/evil.example",
            ]),
            builtIn: ["VERSION": "1.0"],
            standing: name.contains("-in-published") ? .published : edition.isReady ? .ready : .draft,
            permalinkBase: "",
            permalinkLabel: { $0.label },
            resolveLink: { link in
                switch link {
                case "../terms/": .address("../terms/index.html")
                case "../draft/": .unpublished
                case _ where link.contains(":"): .address(link)
                default: .unknown(hint: nil)
                }
            })
    }
}
