/// A legal text as a lawyer sends it, plain, made into Markdown in its native form: numbers stay as they are typed, lines that
/// were broken by hand are joined, indents go, and what Markdown would take for markup is escaped.
package struct ImportedText: Sendable {
    /// The Markdown.
    package let bytes: [UInt8]
    /// The lines in which a value was put back as its placeholder, before and after.
    package let replacements: [(before: String, after: String)]

    /// - Parameter values: what placeholders stand for; those of fewer than five letters are left alone, for they may mean
    ///   something else.
    package init(_ text: [UInt8], values: Values) {
        var blocks: [String] = []
        for line in Self.lines(of: text) {
            if line.isEmpty {
                if blocks.last != "" { blocks.append("") }
            } else if let last = blocks.last, !last.isEmpty, !Self.beginsBlock(line), !Self.isEnded(last) {
                blocks[blocks.count - 1] += " " + line
            } else {
                blocks.append(line)
            }
        }
        let texts = values.texts.filter { $0.value.unicodeScalars.count >= 5 }
            .sorted { ($0.value.utf8.count, $1.key) > ($1.value.utf8.count, $0.key) }
        var replacements: [(before: String, after: String)] = []
        var result: [String] = []
        for block in blocks where !block.isEmpty {
            let before = Self.escaped(block)
            var after = before
            for (name, value) in texts {
                after = after.split(separator: Self.escaped(value), omittingEmptySubsequences: false)
                    .joined(separator: "{{\(name)}}")
            }
            if after != before { replacements.append((before, after)) }
            let isListed = after.hasPrefix("- ") && result.last?.hasPrefix("- ") ?? false
            if !result.isEmpty, !isListed { result.append("") }
            result.append(after)
        }
        bytes = Array((result.joined(separator: "\n") + "\n").utf8)
        self.replacements = replacements
    }

    /// The lines without indents and trailing white space, no-break spaces as spaces.
    private static func lines(of text: [UInt8]) -> [String] {
        var decoded = String(decoding: text, as: UTF8.self).unicodeScalars[...]
        if decoded.first == "\u{FEFF}" { decoded.removeFirst() }
        return decoded.split(omittingEmptySubsequences: false) { $0 == "\n" }.map { line in
            var words = String.UnicodeScalarView()
            for word in line.split(whereSeparator: { $0.isSpace }) {
                if !words.isEmpty { words.append(" ") }
                words.append(contentsOf: word)
            }
            return String(words)
        }
    }

    private static func beginsBlock(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        return NumberLabel(startOf: bytes) != nil || ItemLabel(startOf: bytes, after: nil) != nil
            || bullet(of: line) != nil
    }

    /// Whether a line ends what it says, so that the next one is no continuation of it.
    private static func isEnded(_ line: String) -> Bool {
        guard let last = line.unicodeScalars.last else { return true }
        if ".;:!?".unicodeScalars.contains(last) { return true }
        // A title has no full stop: "1. Общие положения".
        let label = NumberLabel(startOf: Array(line.utf8))
        return label?.depth == 1 || (label == nil && line.unicodeScalars.count < 60)
    }

    /// What stands behind the sign of a list, where the line begins with one.
    private static func bullet(of line: String) -> Substring? {
        for sign in ["•", "-", "–", "—", "·", "*"] where line.hasPrefix(sign + " ") {
            return line.dropFirst(2)
        }
        return nil
    }

    /// The line with everything escaped that Markdown would take for markup; `**bold**` and placeholders are meant so.
    private static func escaped(_ line: String) -> String {
        let bullet = bullet(of: line)
        let rest = bullet.map(String.init) ?? line
        let stars = rest.split(separator: "**", omittingEmptySubsequences: false)
        let hasBold = stars.count % 2 == 1
        let parts = hasBold ? stars : [rest[...]]
        return (bullet == nil ? "" : "- ") + parts.map { escapedMarkup($0) }.joined(separator: "**")
    }

    private static func escapedMarkup(_ text: Substring) -> String {
        var result = ""
        for (index, part) in text.split(separator: "{{", omittingEmptySubsequences: false).enumerated() {
            var rest = part
            if index > 0 {
                if let end = part.firstRange(of: "}}"), PlaceholderName.isName(part[..<end.lowerBound].utf8) {
                    result += "{{" + part[..<end.upperBound]
                    rest = part[end.upperBound...]
                } else {
                    result += "\\{\\{"
                }
            }
            for scalar in rest.unicodeScalars {
                let isMarkup = "\\`*_<>[]{}|~".unicodeScalars.contains(scalar)
                let isMarkupAtStart = result.isEmpty && "#+=".unicodeScalars.contains(scalar)
                if isMarkup || isMarkupAtStart { result.unicodeScalars.append("\\") }
                if scalar == "&" { result += "&amp;" } else { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
