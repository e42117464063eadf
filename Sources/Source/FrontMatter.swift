package import Diagnostics

/// The head of a Markdown file: a YAML mapping between two lines `---`, and where the text after it begins.
package struct FrontMatter: Sendable {
    package let fields: YAML.Mapping
    /// The bytes of the file after the front matter.
    package let body: Range<Int>
}

extension SourceFile {
    /// Splits the file into front matter and text. Nil, with a diagnostic, where there is no front matter or it cannot be
    /// read.
    package func parseFrontMatter(_ diagnostics: inout [Diagnostic]) -> FrontMatter? {
        guard isFence(line: 1) else {
            diagnostics.append(
                Diagnostic(
                    .error, "front-matter", at: location(at: 0), "no front matter",
                    hint: "begin the file with a line `---`, the fields, and another line `---`"))
            return nil
        }
        guard let last = (2...max(2, lineStarts.count)).first(where: isFence) else {
            diagnostics.append(
                Diagnostic(
                    .error, "front-matter", at: location(at: 0, length: 3), "front matter without an end",
                    hint: "close it with a line `---`"))
            return nil
        }
        let yaml = lineStart(2)..<lineStart(last)
        guard let fields = parseYAML(in: yaml, &diagnostics) else { return nil }
        return FrontMatter(fields: fields, body: lineStart(last + 1)..<bytes.count)
    }

    private func isFence(line: Int) -> Bool {
        var content = bytes[range(ofLine: line)]
        while content.last == UInt8(ascii: " ") || content.last == UInt8(ascii: "\t") { content.removeLast() }
        return content.elementsEqual("---".utf8)
    }

    private func lineStart(_ line: Int) -> Int {
        line <= lineStarts.count ? lineStarts[line - 1] : bytes.count
    }
}
