/// Text as Markdown: what Markdown and HTML would read in it is escaped.
enum MarkdownText {
    /// - Parameter isComment: whether it is shown where `@name` calls people and `#12` leads to an issue: then it does neither.
    static func escaped(_ text: String, isComment: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "~", "|", "{", "}":
                result.append(contentsOf: "\\\(scalar)".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "@" where isComment, "#" where isComment:
                result.append(scalar)
                result.append(contentsOf: "<!-- -->".unicodeScalars)
            case "\n", "\r", "\t": result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A run of text with its looks.
    static func styled(_ text: String, _ style: Block.Style) -> String {
        // Emphasis that begins or ends with white space is none.
        let core = text.drop { $0 == " " }
        let lead = text.prefix(text.count - core.count)
        let body = String(core.reversed().drop { $0 == " " }.reversed())
        let tail = core.dropFirst(body.count)
        guard !body.isEmpty else { return text }
        var marked = body
        // Back quotes would show the escapes.
        if style.isCode { marked = "<code>\(marked)</code>" }
        if style.isEmphasis { marked = "*\(marked)*" }
        if style.isStrong { marked = "**\(marked)**" }
        return lead + marked + tail
    }
}
