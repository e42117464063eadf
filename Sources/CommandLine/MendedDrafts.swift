internal import Diagnostics
internal import Legal
internal import Project
internal import Site
internal import Source

/// The drafts of a project with everything mended that needs no thought.
struct MendedDrafts {
    /// The project with its drafts mended, in memory alone.
    private(set) var project: Project
    /// Everything that is wrong in it still.
    private(set) var left: [Diagnostic]
    /// What was mended, each as often as it was.
    private(set) var mended: [Diagnostic] = []
    private let original: Project

    /// One mend may make room for another: a value found makes its other places worth telling.
    private static let mostRounds = 16

    /// - Parameter check: everything that is wrong in a project.
    init(_ project: Project, check: (Project) async -> [Diagnostic]) async {
        original = project
        self.project = project
        left = await check(project)
        for _ in 0..<Self.mostRounds {
            let mendable = left.filter { !$0.mends.isEmpty }
            if mendable.isEmpty { break }
            mended += mendable
            self.project = self.project.mending(mendable)
            left = await check(self.project)
        }
    }

    /// The files that are other than before, in the order of their documents and versions.
    var files: [(old: SourceFile, new: SourceFile)] {
        zip(original.documents, project.documents).flatMap { old, new in
            zip(old.editions, new.editions).map { ($0.file, $1.file) }
        }.filter { $0.bytes != $1.bytes }
    }

    /// `12 places mended: 10 missing-nbsp, 2 quote-style`.
    var summary: String {
        let counts = Dictionary(grouping: mended, by: \.rule).mapValues { $0.reduce(0) { $0 + $1.mends.count } }
        let rules = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        return rules.isEmpty ? "nothing to mend" : "mended: \(rules)"
    }
}
