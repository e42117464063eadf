internal import HTML

/// A part of a page that is the same on many pages, but for the addresses in it: to each of them the way from the page to the
/// folder that they are counted from is added.
package struct RenderedPart: Sendable {
    /// As it stands on a page in that folder.
    package let bytes: [UInt8]
    /// Where in it an address begins.
    let addresses: [Int]

    /// - Parameter way: what leads from the page to the folder: `../../`, or nothing.
    func append(to page: inout [UInt8], way: String) {
        var start = 0
        for address in addresses {
            page += bytes[start..<address]
            Escaping.append(way.utf8, to: &page)
            start = address
        }
        page += bytes[start...]
    }
}
