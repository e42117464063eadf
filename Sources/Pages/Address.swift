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
        String(description.dropFirst()) + (isPage ? "index.html" : "")
    }

    /// A part below the address of a page.
    package func page(_ name: String) -> Address { Address(description + name + "/") }
    package func file(_ name: String) -> Address { Address(description + name) }

    /// The plain text of the edition whose permanent page this is.
    package var plainText: Address { file("text.txt") }

    /// The link from a page to this address. It names the page's file, so that it works from the disk too.
    package func relative(to page: Address) -> String {
        let from = page.description.split(separator: "/").count - (page.isPage ? 0 : 1)
        let fromParts = page.description.split(separator: "/").prefix(from)
        let toParts = file.split(separator: "/")
        var common = 0
        while common < fromParts.count, common < toParts.count - 1, fromParts[common] == toParts[common] { common += 1 }
        return String(repeating: "../", count: fromParts.count - common)
            + toParts.dropFirst(common).joined(separator: "/")
    }

    package static func < (left: Address, right: Address) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }
}
