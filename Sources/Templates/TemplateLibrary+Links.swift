package import Diagnostics
internal import Source

/// An address that stands as it is in a template, or in the words of pages.
package struct WrittenLink: Sendable {
    /// As it is written: `{{root}}legal/index.html#5.2`.
    package let text: String
    /// The same from where it is counted: `legal/index.html#5.2`, or the whole of a whole address.
    package let path: String
    package let start: Start
    package let location: Location

    /// From where an address is counted.
    package enum Start: Sendable {
        /// The root of the site, wherever that is mounted.
        case root
        case host
        /// It is a whole address.
        case nowhere
    }
}

extension TemplateLibrary {
    /// What `href` and `src` name in the project's own templates: `{{root}}legal/index.html`, `/legal/` or a whole address, and
    /// the whole addresses in its own words of pages. An address that another variable gives is Edict's own; one without a
    /// slash before it is counted from each page anew.
    package var writtenLinks: [WrittenLink] {
        templates.keys.filter(isOverridden).sorted().flatMap { name in
            templates[name].map { Self.links(in: $0.file) } ?? []
        } + stringsFiles.flatMap(Self.wholeAddresses)
    }

    private static func wholeAddresses(in file: SourceFile) -> [WrittenLink] {
        ["https://", "http://"].flatMap { scheme in
            var links: [WrittenLink] = []
            var offset = 0
            while let start = file.bytes.firstIndex(of: scheme, from: offset) {
                // Letters of other alphabets and the signs that end a sentence are no part of it.
                var end =
                    file.bytes[start...].firstIndex { $0 <= 0x20 || $0 >= 0x7F || "\"'<>()[]{}".utf8.contains($0) }
                    ?? file.bytes.endIndex
                while ".,;:!?".utf8.contains(file.bytes[end - 1]) { end -= 1 }
                offset = end
                let text = String(decoding: file.bytes[start..<end], as: UTF8.self)
                links.append(
                    WrittenLink(text: text, path: text, start: .nowhere, location: file.location(of: start..<end)))
            }
            return links
        }
    }

    private static func links(in file: SourceFile) -> [WrittenLink] {
        ["href=\"", "src=\"", "href='", "src='"].flatMap { opening in
            var links: [WrittenLink] = []
            var offset = 0
            while let start = file.bytes.firstIndex(of: opening, from: offset) {
                let value = file.bytes[(start + opening.utf8.count)...].prefix { $0 != opening.utf8.last }
                offset = value.endIndex
                let location = file.location(of: value.startIndex..<value.endIndex)
                if let link = WrittenLink(String(decoding: value, as: UTF8.self), at: location) { links.append(link) }
            }
            return links
        }
    }
}

extension WrittenLink {
    fileprivate init?(_ text: String, at location: Location) {
        let root = ["{{root}}", "{{{root}}}", "{{&root}}"].first { text.hasPrefix($0) }
        let start: Start
        switch text {
        case _ where root != nil: start = .root
        case _ where text.hasPrefix("https://") || text.hasPrefix("http://"): start = .nowhere
        case _ where text.hasPrefix("/") && !text.hasPrefix("//"): start = .host
        default: return nil
        }
        let path = start == .nowhere ? text : String(text.dropFirst(root?.count ?? 1))
        guard !path.contains("{{") else { return nil }
        self.init(text: text, path: path, start: start, location: location)
    }
}
