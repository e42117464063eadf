internal import Diagnostics
internal import Legal
internal import Project
internal import Source

extension Diagnostic {
    /// A changed file at the first line that differs from what was published, where Git still has that: the ledger holds nothing
    /// but its digest.
    func atFirstDifference(in project: Project) -> Diagnostic {
        guard rule == "source-changed", let publication = project.publication(inFile: location.path),
            let now = try? project.folder.read(location.path)
        else { return self }
        let git = GitHistory(folder: project.folder.path)
        for revision in git.revisions(of: location.path) {
            guard let bytes = git.file(location.path, in: revision) else { continue }
            let published = SourceFile(path: location.path, bytes: bytes)
            if Digest(of: published.bytesWithLineFeeds) == publication.source {
                return at(FirstDifference(published, SourceFile(path: location.path, bytes: now)), revision)
            }
        }
        var fault = self
        fault.hint =
            "restore the file as it was published; Git has no such version, so the line that differs can't be told"
        return fault
    }

    private func at(_ difference: FirstDifference?, _ revision: String) -> Diagnostic {
        guard let difference else { return self }
        var fault = self
        fault.location = difference.location
        fault.hint =
            "line \(difference.line) was published as \(difference.published); to restore the file: "
            + "git checkout \(revision) -- \(location.path)"
        return fault
    }
}

/// Where a file begins to differ from another version of it.
private struct FirstDifference {
    /// How many scalars of a line are told.
    private static let width = 60

    let line: Int
    let location: Location
    /// The line as it was, in quotes: what is around the difference.
    let published: String

    /// Nil where the two are the same but for their line ends.
    init?(_ published: SourceFile, _ now: SourceFile) {
        let (old, new) = (Self.lines(published), Self.lines(now))
        guard
            let index = (0..<max(old.count, new.count)).first(where: { index in
                index >= old.count || index >= new.count || old[index] != new[index]
            })
        else { return nil }
        line = index + 1
        let before = index < old.count ? String(decoding: old[index], as: UTF8.self) : nil
        let after = index < new.count ? String(decoding: new[index], as: UTF8.self) : ""
        let same = zip((before ?? "").unicodeScalars, after.unicodeScalars).prefix { $0 == $1 }.count
        location = Location(path: now.path, line: line, column: same + 1, excerpt: after)
        self.published = before.map { "'\(Self.window(Array($0.unicodeScalars), around: same))'" } ?? "no line at all"
    }

    private static func lines(_ file: SourceFile) -> [ArraySlice<UInt8>] {
        file.bytesWithLineFeeds.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    private static func window(_ scalars: [Unicode.Scalar], around column: Int) -> String {
        let first = max(0, min(column - width / 2, scalars.count - width))
        let last = min(scalars.count, first + width)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[first..<last])
        return (first > 0 ? "…" : "") + String(text) + (last < scalars.count ? "…" : "")
    }
}

extension Project {
    /// The publication of the edition that a file is.
    fileprivate func publication(inFile path: String) -> Publication? {
        for history in documents {
            for publication in history.publications where history.path(of: publication.version) == path {
                return publication
            }
        }
        return nil
    }
}
