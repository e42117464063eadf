/// A link reference definition, `[label]: destination "title"` (CommonMark 0.30, § 4.7). cmark keeps none in its tree.
package struct LinkDefinition: Sendable {
    /// The label as labels are compared: case folded, white space as single spaces, trimmed.
    package let label: [UInt8]
    /// Where it is written, from `[` to the end of its title.
    package let range: Range<Int>
    /// The label with its brackets.
    package let labelRange: Range<Int>
    package let destinationRange: Range<Int>
    /// Whether a link or an image refers to it. Of two with one label only the first ever is.
    package internal(set) var isUsed = false
    /// Whether an earlier definition has the same label, so that this one says nothing.
    package internal(set) var isRepeated = false
    /// The definition without the markers of the quotes and lists around it, as cmark parsed it.
    let text: [UInt8]
}
