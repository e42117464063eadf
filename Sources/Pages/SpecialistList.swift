internal import Profiles
internal import Source
package import Templates

/// Specialists shown together, on pages of sixty: all of them, or those with a profession, a city or a topic in common.
package struct SpecialistList: Sendable {
    private static let pageSize = 60

    /// What they have in common; nil for the list of all.
    package let facet: Facet?
    /// Of its first page.
    package let address: Address
    /// Their places among the plan's profiles.
    package private(set) var members: [Int]

    package var pageCount: Int { max(1, (members.count + Self.pageSize - 1) / Self.pageSize) }

    /// The address of a page, counted from 1.
    package func address(ofPage page: Int) -> Address {
        page == 1 ? address : address.page("page").page(String(page))
    }

    /// The members on a page, counted from 1.
    package func members(onPage page: Int) -> ArraySlice<Int> {
        members.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
    }
}

/// What specialists can have in common.
package struct Facet: Sendable {
    /// The raw value is the part of the address that its lists stand below.
    package enum Kind: String, Sendable, CaseIterable {
        case professions, topics, cities

        package var address: Address { Address.specialists.page(rawValue) }

        /// What a profile has of this kind, with its places.
        func values(of profile: Profile) -> [Located<String>] {
            switch self {
            case .professions: [profile.profession]
            case .topics: profile.topics
            case .cities: profile.city.map { [$0] } ?? []
            }
        }
    }

    package let kind: Kind
    /// As most of the profiles write it.
    package let label: String
    /// The language of the label.
    package let language: Language

    /// What two spellings of the same have in common: letter case, white space and `ё` aside. The script of the page does likewise.
    static func folded(_ label: String) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .split(separator: "ё", omittingEmptySubsequences: false).joined(separator: "е")
    }
}
