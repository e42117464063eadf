package import Legal
package import Profiles
internal import Source

/// What a rule of profiles looks at: the profile, and all that it says.
package struct ReviewedProfile: Sendable {
    package let profile: Profile
    package let context: ReviewContext
    /// The texts of the front matter, each under the name of its field, and the blocks of the profile's own text.
    package let passages: [Passage]

    package init(_ profile: Profile, context: ReviewContext) {
        self.profile = profile
        self.context = context
        let fields = profile.writtenFields().map { Passage.fields($0, of: profile.file) } ?? []
        passages = fields + Passage.all(in: profile.body, of: profile.text)
    }

    /// A finding about some scalars of a passage.
    func finding(in passage: Passage, _ range: Range<Int>, _ message: String, hint: String? = nil) -> Finding {
        Finding(at: file(of: passage).location(of: passage.source(of: range)), message, hint: hint)
    }

    /// Whose bytes a passage counts: of a table, a field those of the file, the text those of its own cell.
    private func file(of passage: Passage) -> SourceFile {
        if case .field = passage.kind { profile.file } else { profile.text }
    }

    /// A finding about the profile as a whole.
    func finding(_ message: String, hint: String? = nil) -> Finding {
        Finding(at: profile.location, message, hint: hint)
    }
}
