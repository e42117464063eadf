internal import Diagnostics
internal import Source

/// A tag of a template, read strictly: the part of Mustache (its manual, version 1.1) that Edict's templates are written
/// in. The engine reads the same text again; this reading is there to know the place of everything.
struct TemplateTag {
    enum Kind: Equatable { case variable, section, inverted, end, partial, comment }

    let kind: Kind
    let name: String
    let range: Range<Int>
    /// Where the name stands in it.
    let nameRange: Range<Int>

    /// The tags of a file in order. What is no tag of ours is a diagnostic.
    static func scan(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var open: [TemplateTag] = []
        var offset = 0
        while let start = file.bytes.firstIndex(of: "{{", from: offset) {
            guard let tag = TemplateTag(in: file, at: start, &diagnostics) else { return tags }
            offset = tag.range.upperBound
            tags.append(tag)
            switch tag.kind {
            case .section, .inverted: open.append(tag)
            case .end:
                guard open.popLast()?.name == tag.name else {
                    diagnostics.append(
                        tag.error(in: file, "'{{/\(tag.name)}}' closes no section", "open it with '{{#\(tag.name)}}'"))
                    return tags
                }
            case .variable, .partial, .comment: break
            }
        }
        diagnostics += open.map {
            $0.error(in: file, "section '\($0.name)' is never closed", "close it with '{{/\($0.name)}}'")
        }
        return tags
    }

    func error(in file: SourceFile, _ message: String, _ hint: String?) -> Diagnostic {
        Diagnostic(.error, "template-syntax", at: file.location(of: range), message, hint: hint)
    }

    private init?(in file: SourceFile, at start: Int, _ diagnostics: inout [Diagnostic]) {
        let bytes = file.bytes
        let triple = bytes[start...].starts(with: "{{{".utf8)
        let close = triple ? "}}}" : "}}"
        guard let end = bytes.firstIndex(of: close, from: start + 2) else {
            diagnostics.append(
                Diagnostic(
                    .error, "template-syntax", at: file.location(at: start, length: 2), "a tag without its '\(close)'"))
            return nil
        }
        range = start..<end + close.utf8.count
        var content = bytes[start + (triple ? 3 : 2)..<end]
        let marks: [UInt8: Kind] = [
            UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .end,
            UInt8(ascii: ">"): .partial, UInt8(ascii: "!"): .comment, UInt8(ascii: "&"): .variable,
        ]
        if !triple, let mark = content.first, let kind = marks[mark] {
            self.kind = kind
            content.removeFirst()
        } else {
            kind = .variable
        }
        content = content.trimmingSpaces()
        name = String(decoding: content, as: UTF8.self)
        nameRange = content.startIndex..<content.endIndex
        guard kind == .comment || Self.isName(name) else {
            diagnostics.append(
                error(
                    in: file, "'\(String(decoding: bytes[range], as: UTF8.self))' is no tag",
                    "a tag is '{{name}}', '{{{name}}}', '{{#name}}', '{{^name}}', '{{/name}}', '{{> name}}' or '{{! comment}}'"
                ))
            return nil
        }
    }

    /// `title`, `site.title`, `t.skip-to-content`.
    private static func isName(_ name: String) -> Bool {
        name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }
}

extension [UInt8] {
    func firstIndex(of text: String, from start: Int) -> Int? {
        let pattern = Array(text.utf8)
        var index = start
        while index + pattern.count <= count {
            if self[index] == pattern[0], self[index..<index + pattern.count].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    fileprivate func trimmingSpaces() -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        return drop(while: isSpace).dropLast(reversed().prefix(while: isSpace).count)
    }
}
