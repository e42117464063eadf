package import Diagnostics
internal import Source

/// An address that stands in a template as it is.
package struct WrittenLink: Sendable {
    /// As it is written: `{{root}}legal/index.html#5.2`.
    package let text: String
    /// The same from the root of the site or of its host: `legal/index.html#5.2`.
    package let path: String
    /// Whether it is counted from the root of the site, wherever that is mounted.
    package let isFromRoot: Bool
    package let location: Location
}

extension TemplateLibrary {
    /// What `href` and `src` name in the project's own templates: `{{root}}legal/index.html` or `/legal/`. An address that
    /// another variable gives is Edict's own; one without a slash before it is counted from each page anew.
    package var writtenLinks: [WrittenLink] {
        templates.keys.filter(isOverridden).sorted().flatMap { name in
            templates[name].map { Self.links(in: $0.file) } ?? []
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
        guard root != nil || (text.hasPrefix("/") && !text.hasPrefix("//")) else { return nil }
        let path = String(text.dropFirst(root?.count ?? 1))
        guard !path.contains("{{") else { return nil }
        self.init(text: text, path: path, isFromRoot: root != nil, location: location)
    }
}
