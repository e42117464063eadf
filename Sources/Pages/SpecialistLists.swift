package import Diagnostics
internal import Profiles
internal import Source
internal import Templates

/// All lists of the specialists that are shown. Linear in what they say.
package struct SpecialistLists: Sendable {
    package let all: SpecialistList
    /// By what their members have in common, in the order of their labels; none is empty.
    private let byFacet: [Facet.Kind: [SpecialistList]]
    private let indices: [Facet.Kind: [String: Int]]
    /// The same by the label as a profile spells it.
    private let spellings: [Facet.Kind: [String: Int]]
    /// Two labels that would have the same address.
    package let diagnostics: [Diagnostic]

    init(_ profiles: [Profile]) {
        all = SpecialistList(facet: nil, address: .specialists, members: Array(profiles.indices))
        var byFacet: [Facet.Kind: [SpecialistList]] = [:]
        var indices: [Facet.Kind: [String: Int]] = [:]
        var spellings: [Facet.Kind: [String: Int]] = [:]
        var diagnostics: [Diagnostic] = []
        for kind in Facet.Kind.allCases {
            let groups = Group.groups(of: kind, profiles).sorted { $0.key.precedes($1.key) }
            var taken: [String: Int] = [:]
            var lists: [SpecialistList] = []
            for (key, group) in groups {
                let part = Transliteration.addressPart(of: key)
                let count = taken[part, default: 0] + 1
                taken[part] = count
                // No part ends like this by itself: it would have to be taken already.
                var address = kind.address.page(part)
                if count > 1 {
                    address = kind.address.page("\(part)--\(count)")
                    diagnostics.append(group.collision(at: address))
                }
                indices[kind, default: [:]][key] = lists.count
                for spelling in group.spellings.keys { spellings[kind, default: [:]][spelling] = lists.count }
                lists.append(
                    SpecialistList(
                        facet: Facet(kind: kind, label: group.label, language: group.language), address: address,
                        members: group.members))
            }
            byFacet[kind] = lists
        }
        (self.byFacet, self.indices, self.spellings, self.diagnostics) = (byFacet, indices, spellings, diagnostics)
    }

    /// The lists of a kind.
    package func lists(by kind: Facet.Kind) -> [SpecialistList] { byFacet[kind] ?? [] }

    /// The list of those who have this in common, in whatever spelling.
    package func list(_ kind: Facet.Kind, _ label: String) -> SpecialistList? {
        (spellings[kind]?[label] ?? indices[kind]?[Facet.folded(label)]).map { lists(by: kind)[$0] }
    }
}

/// The profiles that have one thing in common, while they are being gathered.
private struct Group {
    private(set) var members: [Int] = []
    private(set) var spellings: [String: Int] = [:]
    let language: Language
    private let first: (profile: Profile, range: Range<Int>)

    /// By what is the same in all spellings.
    static func groups(of kind: Facet.Kind, _ profiles: [Profile]) -> [String: Group] {
        var groups: [Group] = []
        /// Where in `groups` a label belongs, by what is the same in all its spellings, and by each spelling.
        var places: [String: Int] = [:]
        var placesOfSpellings: [String: Int] = [:]
        for (index, profile) in profiles.enumerated() {
            for value in kind.values(of: profile) {
                if let place = placesOfSpellings[value.value] {
                    groups[place].add(index, value.value)
                    continue
                }
                let key = Facet.folded(value.value)
                if places[key] == nil {
                    places[key] = groups.count
                    groups.append(Group(language: profile.language, first: (profile, value.range)))
                }
                placesOfSpellings[value.value] = places[key]
                if let place = places[key] { groups[place].add(index, value.value) }
            }
        }
        return places.mapValues { groups[$0] }
    }

    private init(language: Language, first: (profile: Profile, range: Range<Int>)) {
        self.language = language
        self.first = first
    }

    private mutating func add(_ index: Int, _ spelling: String) {
        if members.last != index { members.append(index) }
        spellings[spelling, default: 0] += 1
    }

    /// The spelling that most have.
    var label: String {
        let best = spellings.max { left, right in
            left.value != right.value
                ? left.value < right.value : right.key.precedes(left.key)
        }
        return best?.key ?? ""
    }

    func collision(at address: Address) -> Diagnostic {
        Diagnostic(
            .warning, "same-address", at: first.profile.file.location(of: first.range),
            "'\(label)' reads like another one in Latin letters: its list is at \(address)",
            hint: "where both mean the same, write them alike")
    }
}
