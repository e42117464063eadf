/// A provision of an edition: what a reference can name and a permalink can lead to.
package struct Clause: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case annex, section, clause, item
    }

    package let kind: Kind
    /// The `id` of its element; nil where another provision has it already.
    package let id: String?
    /// As it is typed, without its final full stop: `5.2`, `а)`.
    package let label: String
    /// The numbers of a section's or a clause's label, one at least; of an item or an annex, none.
    package let numbers: [Int]
    /// The provision it stands in, as an index into the text's clauses.
    package let parent: Int?
    /// The heading of a section or an annex; nil where there is none.
    package internal(set) var title: String?
    /// The place in the file of its first character.
    package let offset: Int
}
