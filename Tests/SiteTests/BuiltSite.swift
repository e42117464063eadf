import Foundation

/// A site as it was built, read as a browser would follow its links.
struct BuiltSite {
    let files: [String: [UInt8]]
    /// The path that the site's address mounts it at.
    let mount: String

    struct Page {
        let path: String
        let html: String

        /// The values of an attribute, as they are meant: our own pages write every value in double quotes.
        func values(of attribute: String) -> [String] {
            html.components(separatedBy: " \(attribute)=\"").dropFirst().map { value in
                String(value.prefix { $0 != "\"" })
                    .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
                    .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            }
        }

        var links: [String] { values(of: "href") + values(of: "src") }

        func count(of text: String) -> Int { html.components(separatedBy: text).count - 1 }
    }

    var pages: [Page] {
        files.keys.sorted().filter { $0.hasSuffix(".html") }.map {
            Page(path: $0, html: String(decoding: files[$0] ?? [], as: UTF8.self))
        }
    }

    /// What is wrong with a link; nil where nothing is, or where it leads to another site.
    func fault(of link: String, on page: Page) -> String? {
        if link.isEmpty { return "leads nowhere" }
        if link.contains(#/^[a-z]+:/#) { return nil }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target: String
        if parts[0].isEmpty {
            target = page.path
        } else if parts[0].hasPrefix("/") {
            // A page that is shown at any address must name the path in full; it would not work from the disk.
            guard page.path == "404.html" else { return "is not relative" }
            guard parts[0].hasPrefix(mount) else { return "leads out of the site" }
            target = String(parts[0].dropFirst(mount.count))
        } else {
            guard let path = resolve(parts[0], from: page.path) else { return "leads out of the site" }
            target = path
        }
        guard let bytes = files[target] else { return "there is no file \(target)" }
        guard parts.count > 1 else { return nil }
        let id = parts[1].removingPercentEncoding ?? parts[1]
        let ids = Page(path: target, html: String(decoding: bytes, as: UTF8.self)).values(of: "id")
        return ids.contains(id) ? nil : "\(target) has no element \(id)"
    }

    private func resolve(_ link: String, from path: String) -> String? {
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/").map(String.init) {
            if part == ".." {
                if parts.popLast() == nil { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
