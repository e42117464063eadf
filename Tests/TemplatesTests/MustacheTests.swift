import Diagnostics
import Foundation
import Source
import TestSupport
import Testing

@testable import Templates

/// Our Mustache beside somebody else's: `chevron`, in Python.
@Suite struct MustacheTests {
    @Test func `random templates give what another Mustache makes of them`() async throws {
        let seed = SeededGenerator.seed
        let folder = try TemporaryFolder()
        var cases: [Case] = []
        for number in 0..<400 {
            var generator = SeededGenerator(seed: seed &+ UInt64(number))
            cases.append(Case(&generator))
        }
        let input = folder.url.appending(path: "cases.json")
        let output = folder.url.appending(path: "pages.json")
        try JSONSerialization.data(withJSONObject: cases.map(\.json)).write(to: input)
        let script = """
            import chevron, json, sys
            pages = [chevron.render(case["page"], case["model"], partials_dict=case["partials"]) for case in json.load(sys.stdin)]
            json.dump(pages, sys.stdout)
            """
        let run = try await Subprocess.run(
            ["python3", "-c", script],
            environment: [
                "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8",
                "PYTHONPATH": Repository.corpora.appending(path: "python").path(),
            ], input: input, output: output, errors: nil, timeLimit: .seconds(120))
        try #require(run.exitCode == 0)
        let pages = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: output)) as? [String])
        #expect(pages.count == cases.count)
        for (number, (ours, theirs)) in zip(cases, pages).enumerated() {
            let rendered = Rendered(ours.files, page: "page", ours.model)
            #expect(rendered.found.isEmpty, "seed \(seed), case \(number)")
            #expect(
                Array(rendered.page.utf8) == Array(theirs.utf8), "seed \(seed), case \(number): \(ours.files)")
        }
    }

    @Test(arguments: [
        ("  {{> p}}\nx", "  a\n  b\nx"), ("\t{{> p}}", "\ta\n\tb\n"), ("x {{> p}}y\n", "x a\nb\ny\n"),
        ("  {{#on}}\n  {{> p}}\n  {{/on}}\n", "  a\n  b\n"), (" {{> q}}\n", "  a\n  b\n"),
        (" {{> v}}\n", " 1\n2\n 1\n2.\n"), ("{{! c }}  \r\nx", "x"), ("  {{! c\n d }}\nx", "x"),
        ("a\n {{#on}} \nb{{/on}}", "a\nb"),
        ("x{{#on}}\ny\n{{/on}}\n", "x\ny\n"), ("{{#on}}  \n{{/on}}", ""),
    ])
    func `a tag alone on its line leaves no line, a partial's lines are indented as it is`(
        template: String, page: String
    ) {
        let rendered = Rendered(
            [
                "t.mustache": template, "p.mustache": "a\nb\n", "q.mustache": " {{> p}}\n",
                "v.mustache": "{{lines}}\n{{lines}}.\n",
            ],
            Model(dictionaryLiteral: ("on", .flag(true)), ("lines", .text("1\n2"))))
        #expect(rendered.found.isEmpty)
        #expect(Array(rendered.page.utf8) == Array(page.utf8))
    }
}

/// A template, its partials, and values for them.
private struct Case {
    private(set) var files: [String: String] = [:]
    let model: Model
    let json: [String: Any]

    private static let texts = ["", "x", "a & b", "<b>\"q\"</b>", "две\nстроки", "{{aa}}", "\u{301}", "🙂 "]

    init(_ generator: inout SeededGenerator) {
        // Names with dots lead through `top`, which is always there: where such a path ends, chevron looks on further out.
        let top = Self.object(depth: 0, &generator)
        let values = Self.object(depth: 0, &generator)
        for name in ["pa", "pb"] { files["\(name).mustache"] = Self.template(depth: 2, &generator) + ".\n" }
        files["page.mustache"] = Self.template(depth: 0, &generator)
        model = Model(values: values.model.values.merging(["top": .object(top.model)]) { $1 })
        let partials = files.reduce(into: [:]) { $0[String($1.key.dropLast(9))] = $1.value }
        json = [
            "page": files["page.mustache"] ?? "", "partials": partials,
            "model": values.json.merging(["top": top.json]) { $1 },
        ]
    }

    /// Every model has every name, so that none is unknown.
    private static let names = ["vv", "ff", "ll", "oo"]

    private static func object(depth: Int, _ generator: inout SeededGenerator) -> (model: Model, json: [String: Any]) {
        let text = generator.pick(texts)
        let flag = generator.once(in: 2)
        let isLeaf = depth == 3
        let items =
            isLeaf
            ? [] : (0..<Int.random(in: 0...3, using: &generator)).map { _ in object(depth: depth + 1, &generator) }
        let inner = isLeaf ? nil : object(depth: depth + 1, &generator)
        return (
            Model(
                dictionaryLiteral: ("vv", .text(text)), ("ff", .flag(flag)), ("ll", .list(items.map(\.model))),
                ("oo", inner.map { .object($0.model) } ?? .absent)),
            ["vv": text, "ff": flag, "ll": items.map(\.json), "oo": inner?.json ?? false]
        )
    }

    /// - Parameter open: the sections around; chevron loses count where one of them opens again inside itself.
    private static func template(depth: Int, in open: [String] = [], _ generator: inout SeededGenerator) -> String {
        var template = ""
        for _ in 0..<Int.random(in: 1...5, using: &generator) {
            // Line ends after a tag or not: whether it stands alone is what the two must agree on.
            let end = generator.pick(["\n", "", " ", "  \n", " t\n"])
            switch Int.random(in: 0...7, using: &generator) {
            case 0: template += generator.pick(["text ", "\n", "  ", "<p>\n", "{ } "])
            case 1: template += "{{\(generator.pick(["vv", "top.vv", "top.oo.vv"]))}}" + end
            case 2: template += generator.pick(["{{{vv}}}", "{{&vv}}", "{{& vv }}"]) + end
            case 3: template += "{{! a comment }}" + end
            // Behind white space chevron indents even a partial that is not alone on its line.
            case 4 where depth < 2: template += "-{{> \(generator.pick(["pa", "pb"]))}}" + end
            case 5...7 where depth < 4:
                let names = ["ff", "ll", "oo", "vv", "top.ll"].filter { !open.contains($0) }
                let name = generator.pick(names)
                let mark = generator.once(in: 3) ? "^" : "#"
                template +=
                    "{{\(mark)\(name)}}\(end)\(self.template(depth: depth + 1, in: open + [name], &generator)){{/\(name)}}"
                    + generator.pick(["\n", "", " x\n"])
            default: template += "-"
            }
        }
        return depth == 0 ? template + ".\n" : template
    }
}
