import Diagnostics
import Testing

@testable import Legal

/// Each file of `Structure/` is a text, a line `====`, and the provisions found in it: a line each, with the kind, the id (`-` for
/// none), the label and the title; then what was found wrong, as `line:column rule`.
@Suite struct StructureTests {
    @Test(arguments: CaseFile.all(in: "Structure"))
    func `the provisions of a text are those of its case file`(file: CaseFile) throws {
        let text = try file.input.render()
        let outline = text.clauses.map { clause in
            [clause.kind.rawValue, clause.id ?? "-", clause.label, clause.title.map { "| \($0)" }]
                .compactMap(\.self).joined(separator: " ")
        }
        let found = text.diagnostics.map { diagnostic in
            "\(diagnostic.location.line ?? 0):\(diagnostic.location.column ?? 0) \(diagnostic.rule)"
        }
        try file.expect((outline + found).joined(separator: "\n"))
    }

    @Test func `no ordered list is made of typed numbers`() throws {
        for file in CaseFile.all(in: "Structure") {
            let html = String(decoding: try file.input.render().html, as: UTF8.self)
            #expect(!html.contains("<ol"), "\(file)")
        }
    }
}
