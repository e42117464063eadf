import Testing

@testable import Diagnostics

@Suite struct TextReportTests {
    @Test func `a report has, file by file, the place, the line, a caret, a hint, and totals`() {
        let report = TextReport(colored: false).text([
            Diagnostic(
                .error, "unknown-placeholder",
                at: Location(path: "content/a.md", line: 12, column: 5, length: 9, excerpt: "Код {{EMIAL}}."),
                "unknown placeholder 'EMIAL'", hint: "did you mean 'EMAIL'?"),
            Diagnostic(.warning, "foreign-file", at: Location(path: "x.txt"), "'x.txt' belongs to nothing here"),
            Diagnostic(.note, "missing-nbsp", at: Location(path: "b.md", line: 1, column: 1), "a plain space"),
            Diagnostic(.warning, "foreign-file", at: Location(path: "y.txt"), "'y.txt' belongs to nothing here"),
        ])
        #expect(
            report == """
                content/a.md:12:5: error: unknown placeholder 'EMIAL' [unknown-placeholder]
                    Код {{EMIAL}}.
                        ^^^^^^^^^
                    hint: did you mean 'EMAIL'?

                x.txt: warning: 'x.txt' belongs to nothing here [foreign-file]

                b.md:1:1: note: a plain space [missing-nbsp]

                y.txt: warning: 'y.txt' belongs to nothing here [foreign-file]

                1 error, 2 warnings, 1 note in 4 files

                """)
    }

    @Test func `nothing wrong is nothing said`() {
        #expect(TextReport(colored: false).text([]) == "")
        #expect(TextReport(colored: true).text([]) == "")
    }

    @Test func `colours mark the place, the severity and the message`() {
        let found = Diagnostic(
            .error, "r", at: Location(path: "a", line: 1, column: 1, excerpt: "x"), "message", hint: "hint")
        let escape = "\u{1B}["
        #expect(
            TextReport(colored: true).text([found])
                == "\(escape)1ma:1:1\(escape)0m: \(escape)1;31merror:\(escape)0m \(escape)1mmessage\(escape)0m [r]\n"
                + "    x\n    ^\n    hint: hint\n1 error\n")
        for (severity, code) in [(Severity.error, 31), (.warning, 33), (.note, 36)] {
            let text = TextReport(colored: true).text([Diagnostic(severity, "r", at: Location(path: "a"), "m")])
            #expect(text.contains("\(escape)1;\(code)m\(severity.rawValue):"))
        }
    }

    @Test(arguments: [
        ("Пункт 8.1 здесь", 7, 3, "    Пункт 8.1 здесь\n          ^^^"),
        ("\t\tтекст", 3, 5, "      текст\n      ^^^^^"),
        ("a", 1, 99, "    a\n    ^"),
        ("a", 2, 1, "    a\n     ^"),
        ("a", 500, 3, "    a\n     ^"),
        ("", 1, 1, "    \n    ^"),
    ])
    func `the caret stands under the words that are meant`(
        line: String, column: Int, length: Int, expected: String
    ) {
        #expect(excerpt(line, column, length) == expected)
    }

    @Test func `of a long line a window is shown`() {
        let line = String(repeating: "а", count: 300)
        let hundred = String(repeating: "а", count: 100)
        #expect(excerpt(line, 1, 1) == "    \(hundred)…\n    ^")
        #expect(excerpt(line, 67, 1) == "    \(hundred)…\n    " + String(repeating: " ", count: 66) + "^")
        #expect(excerpt(line, 151, 2) == "    …\(hundred)…\n    " + String(repeating: " ", count: 51) + "^^")
        #expect(
            excerpt(line, 299, 50) == "    …\(String(repeating: "а", count: 52))\n    "
                + String(repeating: " ", count: 51) + "^^")
    }

    @Test func `what would rewrite a terminal is made visible`() {
        let text = TextReport(colored: false).text([
            Diagnostic(
                .error, "r",
                at: Location(
                    path: "a\u{1B}]0;x\u{7}.md", line: 1, column: 2, excerpt: "x\u{202E}y\u{1B}[2Jz\u{200B}\u{2028}\r"),
                "message\nwith \u{9B}31m", hint: "h\u{0}int")
        ])
        #expect(
            text == "a?]0;x?.md:1:2: error: message?with ?31m [r]\n    x?y?[2Jz???\n     ^\n    hint: h?int\n1 error\n")
    }

    private func excerpt(_ line: String, _ column: Int, _ length: Int) -> String {
        let location = Location(path: "a", line: 1, column: column, length: length, excerpt: line)
        let lines = TextReport(colored: false).text([Diagnostic(.error, "r", at: location, "m")])
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines[1...2].joined(separator: "\n")
    }
}
