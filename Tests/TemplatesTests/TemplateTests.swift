import Diagnostics
import Source
import Testing

@testable import Templates

/// A template's values, by name.
struct Model: TemplateModel, ExpressibleByDictionaryLiteral {
    let values: [String: TemplateValue]

    init(values: [String: TemplateValue]) {
        self.values = values
    }

    init(dictionaryLiteral elements: (String, TemplateValue)...) {
        values = Dictionary(uniqueKeysWithValues: elements)
    }

    func value(of name: TemplateName) -> TemplateValue? { values[name.text] }
}

/// The project's own templates, over the built-in ones.
struct Rendered {
    let page: String
    /// `path:line:column rule`, in order.
    let found: [String]
    let messages: [String]

    init(_ files: [String: String], page: String = "t", _ model: some TemplateModel = Model()) {
        var diagnostics: [Diagnostic] = []
        let library = TemplateLibrary(
            overrides: files.map { SourceFile(path: "templates/\($0.key)", bytes: Array($0.value.utf8)) }, &diagnostics)
        self.page = String(decoding: library.render(page, model, in: .en, &diagnostics), as: UTF8.self)
        let sorted = diagnostics.inOrder()
        found = sorted.map { diagnostic in
            "\(diagnostic.location.path.dropFirst(10)):\(diagnostic.location.line ?? 0):\(diagnostic.location.column ?? 0) "
                + diagnostic.rule
        }
        messages = sorted.map(\.message)
    }

    init(_ template: String, _ model: Model = [:]) {
        self.init(["t.mustache": template], model)
    }
}

@Suite struct TemplateTests {
    // MARK: What is shown

    @Test func `variables, sections, lists and partials are filled`() {
        let rendered = Rendered(
            [
                "t.mustache":
                    "{{title}}{{#items}}[{{> item}}]{{/items}}{{^none}}none{{/none}}{{#some}}{{inner}}{{/some}}\n",
                "item.mustache": "{{name}}",
            ],
            Model(
                dictionaryLiteral: ("title", .text("T:")),
                ("items", .list([["name": .text("a")], ["name": .text("b")]] as [Model])),
                ("none", .list([Model]())), ("some", .object(["inner": .text("i")] as Model))))
        #expect(rendered.found.isEmpty)
        #expect(rendered.page == "T:[a][b]nonei\n")
    }

    @Test func `a flag opens a section or its opposite`() {
        let text =
            "{{#on}}1{{/on}}{{^on}}2{{/on}}{{#off}}3{{/off}}{{^off}}4{{/off}}{{#gone}}5{{/gone}}{{^gone}}6{{/gone}}"
        let rendered = Rendered(text, ["on": .flag(true), "off": .flag(false), "gone": .absent])
        #expect(rendered.page == "146")
        #expect(rendered.found.isEmpty)
    }

    @Test func `dotted names lead through objects`() {
        let site: Model = ["title": .text("S"), "deep": .object(["er": .text("D")] as Model), "gone": .absent]
        let rendered = Rendered(
            "{{site.title}}{{site.deep.er}}{{#site.deep}}{{er}}{{/site.deep}}{{site.gone.anything}}{{^site.gone}}!{{/site.gone}}",
            ["site": .object(site)])
        #expect(rendered.page == "SDD!")
        #expect(rendered.found.isEmpty)
    }

    @Test func `a name that an inner model lacks is looked for further out`() {
        let model: Model = ["a": .text("outer"), "inner": .object(["b": .text("inner")] as Model)]
        let rendered = Rendered("{{#inner}}{{a}} {{b}}{{/inner}}", model)
        #expect(rendered.page == "outer inner")
        #expect(rendered.found.isEmpty)
    }

    @Test func `a variable that is absent hides the outer one of its name`() {
        let model: Model = ["a": .text("outer"), "list": .list([["a": .absent], ["a": .text("own")]] as [Model])]
        let rendered = Rendered("{{#list}}[{{a}}{{#a}}{{a}}{{/a}}{{^a}}no{{/a}}]{{/list}}", model)
        #expect(rendered.page == "[no][ownown]")
        #expect(rendered.found.isEmpty)
    }

    @Test(arguments: ["{{! anything }}", "{{!}}", "{{! a.b # / > ^ { & = }}", "{{! два\nстроки <b> }}", "{{!unknown}}"])
    func `comments may hold anything and show nothing`(comment: String) {
        let rendered = Rendered("a\(comment)b")
        #expect(rendered.page == "ab")
        #expect(rendered.found.isEmpty)
    }

    // MARK: Escaping

    @Test func `text is escaped in text and attributes, in partials too, whatever mark combines with a special`() {
        for special in ["&", "<", ">", "\"", "'"] {
            let reference = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"][special]!
            let marks = Array(0x300...0x36F) + [0x200D, 0xFE0F, 0x20E3]
            let text = marks.compactMap(Unicode.Scalar.init).map { "\(special)\(String($0))" }.joined(separator: "a")
            let escaped = marks.compactMap(Unicode.Scalar.init).map { "\(reference)\(String($0))" }.joined(
                separator: "a")
            let rendered = Rendered(
                [
                    "t.mustache": "<a b=\"{{x}}\">{{x}}{{> p}}{{#on}}{{x}}{{> p}}{{/on}}</a>",
                    "p.mustache": "<p c=\"{{x}}\">{{x}}",
                ],
                Model(dictionaryLiteral: ("x", .text(text)), ("on", .flag(true))))
            let p = "<p c=\"\(escaped)\">\(escaped)"
            #expect(Array(rendered.page.utf8) == Array("<a b=\"\(escaped)\">\(escaped)\(p)\(escaped)\(p)</a>".utf8))
        }
    }

    @Test(arguments: ["{{{html}}}", "{{&html}}", "{{& html }}", "{{{ html }}}"])
    func `three braces and an ampersand show HTML as it is`(tag: String) {
        let rendered = Rendered("<\(tag)>", ["html": .html(Array("<b>&amp;</b>".utf8))])
        #expect(rendered.page == "<<b>&amp;</b>>")
        #expect(rendered.found.isEmpty)
    }

    @Test func `a value is never a template`() {
        let rendered = Rendered("{{a}}{{{b}}}", ["a": .text("{{b}} {{> item}}"), "b": .text("{{a}}{{#a}}")])
        #expect(rendered.page == "{{b}} {{&gt; item}}{{a}}{{#a}}")
    }

    // MARK: Unknown variables

    @Test(arguments: [
        ("a {{titel}}", "t.mustache:1:3 unknown-variable"),
        ("{{title}}\n  {{{titel}}}", "t.mustache:2:3 unknown-variable"),
        ("{{&titel}}", "t.mustache:1:1 unknown-variable"),
        ("{{site.titel}}", "t.mustache:1:1 unknown-variable"),
        ("{{site.title.more}}", "t.mustache:1:1 unknown-variable"),
        ("{{seit.title}}", "t.mustache:1:1 unknown-variable"),
        ("{{#titel}}x{{/titel}}", "t.mustache:1:1 unknown-variable"),
        ("жж {{^titel}}x{{/titel}}", "t.mustache:1:4 unknown-variable"),
        ("{{#list}}\n{{titel}}{{/list}}", "t.mustache:2:1 unknown-variable"),
        ("{{#site}}{{titel}}{{/site}}", "t.mustache:1:10 unknown-variable"),
        ("{{#list}}{{name}}{{/list}}\n{{name}}", "t.mustache:2:1 unknown-variable"),
        ("{{> p}}{{#list}}{{> p}}{{/list}}", "p.mustache:1:1 unknown-variable"),
        ("{{! unknown }}{{unknown}}", "t.mustache:1:15 unknown-variable"),
        ("{{> name}}{{name}}", "t.mustache:1:11 unknown-variable"),
    ])
    func `a variable that the page does not have is an error where it stands`(template: String, expected: String) {
        let rendered = Rendered(
            ["t.mustache": template, "p.mustache": "{{name}}", "name.mustache": "x"],
            Model(
                dictionaryLiteral: ("title", .text("T")), ("site", .object(["title": .text("S")] as Model)),
                ("list", .list([["name": .text("n")]] as [Model]))))
        #expect(rendered.found == [expected])
    }

    @Test func `every unknown variable is reported, and each place`() {
        #expect(
            Rendered("{{a}}\n{{b}}\n{{a}}").found == [
                "t.mustache:1:1 unknown-variable", "t.mustache:2:1 unknown-variable", "t.mustache:3:1 unknown-variable",
            ])
    }

    // MARK: Malformed templates

    @Test(arguments: [
        ("a\n{{#x}}", "t.mustache:2:1 template-syntax"),
        ("{{#x}}{{^y}}{{/y}}", "t.mustache:1:1 template-syntax"),
        ("{{/x}}", "t.mustache:1:1 template-syntax"),
        ("{{#x}}{{/y}}", "t.mustache:1:7 template-syntax"),
        ("{{#x}}{{#y}}{{/x}}{{/y}}", "t.mustache:1:13 template-syntax"),
        ("a {{x", "t.mustache:1:3 template-syntax"),
        ("a {{{x}}", "t.mustache:1:3 template-syntax"),
        ("a {{x}", "t.mustache:1:3 template-syntax"),
        ("{{! x", "t.mustache:1:1 template-syntax"),
        ("{{}}", "t.mustache:1:1 template-syntax"), ("{{.}}", "t.mustache:1:1 template-syntax"),
        ("{{a..b}}", "t.mustache:1:1 template-syntax"), ("{{a_b}}", "t.mustache:1:1 template-syntax"),
        ("{{A}}", "t.mustache:1:1 template-syntax"), ("{{a b}}", "t.mustache:1:1 template-syntax"),
        ("{{имя}}", "t.mustache:1:1 template-syntax"), ("{{=<% %>=}}", "t.mustache:1:1 template-syntax"),
        ("{{% CONTENT_TYPE:TEXT}}", "t.mustache:1:1 template-syntax"),
        ("{{>*a}}", "t.mustache:1:1 template-syntax"), ("{{<a}}{{/a}}", "t.mustache:1:1 template-syntax"),
        ("{{$a}}{{/a}}", "t.mustache:1:1 template-syntax"), ("{{upper(a)}}", "t.mustache:1:1 template-syntax"),
        ("x {{> stmp}}", "t.mustache:1:3 template-syntax"),
        ("x {{> t}}", "t.mustache:1:3 template-syntax"),
    ])
    func `what is no template is an error at its place`(template: String, expected: String) {
        let rendered = Rendered(template)
        #expect(rendered.found == [expected])
        #expect(rendered.page.isEmpty)
    }

    @Test func `an unknown partial names the nearest`() {
        var found: [Diagnostic] = []
        _ = TemplateLibrary(
            overrides: [SourceFile(path: "templates/t.mustache", bytes: Array("{{> stmp}}".utf8))], &found)
        #expect(found.map(\.hint) == ["did you mean 'stamp'?"])
    }

    @Test func `partials that include each other are an error in each of them`() {
        let rendered = Rendered([
            "t.mustache": "{{> a}}", "a.mustache": "x\n{{> item}}{{> b}}", "b.mustache": "{{> c}}",
            "c.mustache": "  {{> a}}", "item.mustache": "",
        ])
        #expect(
            rendered.found == [
                "a.mustache:2:11 template-syntax", "b.mustache:1:1 template-syntax", "c.mustache:1:3 template-syntax",
            ])
        #expect(rendered.page.isEmpty)
    }

    @Test func `a partial may be used twice`() {
        let rendered = Rendered(["t.mustache": "{{> a}}{{> b}}", "a.mustache": "{{> b}}", "b.mustache": "x"])
        #expect(rendered.found.isEmpty)
        #expect(rendered.page == "xx")
    }

    @Test func `a file that is no template is an error`() {
        #expect(
            Rendered(["strings/de.yml": "a: b\n", "head.mustach": "", "assets/logo.svg": "<svg/>"]).found == [
                "head.mustach:0:0 unknown-template", "strings/de.yml:0:0 unknown-template",
            ])
    }
}
