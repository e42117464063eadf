import Diagnostics
import Foundation
import Source
import TestSupport
import Testing

@testable import Templates

/// `docs/templates.md` and the built-in templates name the same variables.
struct DocumentationTests {
    private static func documented() throws -> Set<String> {
        let text = try String(contentsOf: Repository.root.appending(path: "docs/templates.md"), encoding: .utf8)
        let variables = try #require(text.components(separatedBy: "\n## Variables\n").last)
        return Set(variables.matches(of: /`([a-z][a-z0-9.-]*)`/).map { String($0.1) })
    }

    private static func used() -> Set<String> {
        var ignored: [Diagnostic] = []
        let files = TemplateLibrary.builtIn.filter { $0.path.hasSuffix(".mustache") }
        return Set(
            files.flatMap { TemplateTag.scan($0, &ignored) }
                .filter { [.variable, .section, .inverted].contains($0.kind) && !$0.name.hasPrefix("t.") }.map(\.name))
    }

    @Test func `every variable that a template uses is told`() throws {
        #expect(Self.used().subtracting(try Self.documented()).sorted() == [])
    }

    @Test func `every token of the stylesheet is told`() throws {
        let css = try String(
            contentsOf: Repository.root.appending(path: "templates/assets/site.css"), encoding: .utf8)
        let head = css.components(separatedBy: "/* Ground */")[0]
        let tokens = Set(head.matches(of: /(?m)^  (--[a-z-]+):/).map { String($0.1) })
        let docs = try String(contentsOf: Repository.root.appending(path: "docs/theming.md"), encoding: .utf8)
        let washes = ["--deleted-wash", "--inserted-wash", "--moved-wash"]
        #expect(tokens.filter { !docs.contains("`\($0)`") && !washes.contains($0) }.sorted() == [])
    }
}
