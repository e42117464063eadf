import JSON
import Testing

@testable import Diagnostics

/// The forms that services read; `Scenarios/format-*.txt` shows them whole.
@Suite struct ServiceReportTests {
    @Test func `a workflow command is one line whatever a path and a message hold`() {
        let found = Diagnostic(
            .note, "r", at: Location(path: "a,b:c%\n.md", line: 2, column: 3, length: 4),
            "50 %, a: b\r\n::error::x\u{1B}",
            hint: "do: this,\nthen that")
        #expect(
            GitHubReport().text([found])
                == "::notice file=a%2Cb%3Ac%25%0A.md,line=2,col=3,endColumn=6,title=r"
                + "::a,b:c%25?.md:2:3: 50 %25, a: b??::error::x?%0Ahint: do: this,?then that\n")
        #expect(
            GitHubReport().text([Diagnostic(.error, "r", at: Location(path: "a"), "m")])
                == "::error file=a,title=r::a: m\n")
    }

    @Test func `a fingerprint knows the file, the rule, the words and which of the same it is, and no line`() {
        func found(_ path: String, _ rule: String, _ message: String, line: Int) -> Diagnostic {
            Diagnostic(.error, rule, at: Location(path: path, line: line), message)
        }
        let before = [
            found("a", "r", "m", line: 1), found("a", "r", "m", line: 2), found("a", "r", "n", line: 3),
            found("a", "s", "m", line: 4), found("b", "r", "m", line: 5), found("ar", "", "m", line: 6),
        ]
        let after = before.map { found($0.location.path, $0.rule, $0.message, line: ($0.location.line ?? 0) + 7) }
        #expect(before.fingerprints == after.fingerprints)
        #expect(Set(before.fingerprints).count == before.count)
        #expect(before.fingerprints.allSatisfy { $0.utf8.count == 16 })
    }

    @Test func `SARIF has paths as references, and the column after the last`() throws {
        let found = Diagnostic(
            .warning, "r", at: Location(path: "a б:100%.md", line: 2, column: 3, length: 4, excerpt: "текст"), "m")
        let text = String(decoding: SARIFReport(version: "1.2.3", rules: []).json([found]).bytes(), as: UTF8.self)
        #expect(text.contains(#""uri":"a%20%D0%B1%3A100%25.md""#))
        #expect(text.contains(#""region":{"startLine":2,"startColumn":3,"endColumn":7}"#))
        #expect(text.contains(#""ruleId":"r","ruleIndex":0,"level":"warning""#))
    }
}
