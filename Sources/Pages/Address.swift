internal import Source

/// The address of a page or a file within the site: `/legal/privacy/2.0/`, `/sitemap.xml`.
///
/// It begins with a slash, whatever path the site is mounted at; that of a page ends with one.
package struct Address: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    package static let home = Address("/")
    package static let legal = Address("/legal/")
    package static let specialists = Address("/specialists/")
    package static let drafts = Address("/drafts/")

    package var isPage: Bool { description.utf8.last == UInt8(ascii: "/") }

    /// The file of the output folder that holds it: `legal/privacy/2.0/index.html`.
    package var file: String {
        String(decoding: description.utf8.dropFirst(), as: UTF8.self) + (isPage ? "index.html" : "")
    }

    /// A part below the address of a page.
    package func page(_ name: String) -> Address { Address(description + name + "/") }
    package func file(_ name: String) -> Address { Address(description + name) }

    /// The plain text of the edition whose permanent page this is.
    package var plainText: Address { file("text.txt") }

    /// The link from a page to this address. It names the page's file, so that it works from the disk too.
    package func relative(to page: Address) -> String {
        let to = file
        let common = Self.commonFolders(to.utf8, page.description.utf8.dropFirst())
        return page.way(upTo: common) + String(decoding: to.utf8.dropFirst(common), as: UTF8.self)
    }

    /// What leads to the folder of this page from a page in it or below: `../../`, or nothing.
    package func way(from page: Address) -> String {
        page.way(upTo: description.utf8.count - 1)
    }

    /// What leads out of the folders that the page's address names behind its first `length` bytes after the slash.
    private func way(upTo length: Int) -> String {
        let folders = description.utf8.dropFirst(1 + length).count { $0 == UInt8(ascii: "/") }
        return String(repeating: "../", count: folders)
    }

    /// How many bytes the folders take that two paths both begin with.
    private static func commonFolders(_ left: String.UTF8View, _ right: Substring.UTF8View) -> Int {
        var (length, folders) = (0, 0)
        for (a, b) in zip(left, right) {
            if a != b { break }
            length += 1
            if a == UInt8(ascii: "/") { folders = length }
        }
        return folders
    }

    package static func < (left: Address, right: Address) -> Bool {
        left.description.precedes(right.description)
    }
}
