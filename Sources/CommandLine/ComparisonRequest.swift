internal import ArgumentParser
internal import Diagnostics
internal import Legal
internal import Project
internal import Redline
internal import Source

/// What `edict diff` is asked to compare.
struct ComparisonRequest {
    /// One of the two texts, with the name it goes by.
    struct Side {
        let name: String
        let text: ComparedText
        /// Nil of a file.
        let edition: NamedEdition?
    }

    let old: Side
    let new: Side
    /// Where one of them is an edition: the project that it is in, and the day to work for.
    let project: (project: Project, day: Day)?

    /// Finds what is named. Loads the project only where a name is an edition's.
    ///
    /// - Parameters:
    ///   - new: nil where an edition is to be compared with the one before it.
    ///   - isThroughTime: whether it is to be compared with the first edition instead.
    init(
        _ old: String, _ new: String?, isThroughTime: Bool, _ options: ProjectOptions, _ reporter: Reporter
    ) async throws {
        let isFile = (old: GivenFile.exists(old), new: new.map { GivenFile.exists($0) } ?? false)
        var files: (old: Side?, new: Side?) = (nil, nil)
        if isFile.old { files.old = try Self.file(old, reporter) }
        if let new, isFile.new { files.new = try Self.file(new, reporter) }
        if let old = files.old, let new = files.new {
            (self.old, self.new, project) = (old, new, nil)
            return
        }
        if new == nil, isFile.old { throw reporter.usage("name the text that '\(old)' is to be compared with") }
        for name in [isFile.old ? nil : old, isFile.new ? nil : new].compactMap({ $0 }) where !Self.canBeEdition(name) {
            throw reporter.usage("there is no file '\(name)', and an edition is named like privacy@2.0")
        }
        let (project, day) = try await Self.load(options, reporter)
        self.project = (project, day)
        do {
            if let new {
                self.old = try files.old ?? Self.side(Self.edition(old, in: project, on: day), project, day)
                self.new = try files.new ?? Self.side(Self.edition(new, in: project, on: day), project, day)
            } else {
                let edition = try Self.edition(old, in: project, on: day)
                let before = isThroughTime ? edition.editions()[0] : try edition.predecessor()
                self.new = Self.side(edition, project, day)
                self.old = Self.side(before, project, day)
            }
        } catch let failure as NamedEdition.Failure {
            // An edition whose file is malformed is none: then that is what is wrong.
            let folder = "content/legal/"
            try? reporter.failing(
                on: project.diagnostics.filter { $0.severity == .error && $0.location.path.hasPrefix(folder) })
            throw reporter.usage(failure.message + (failure.hint.map { "; \($0)" } ?? ""))
        }
        for case let edition? in [self.old.edition, self.new.edition] { try edition.check(reporter) }
    }

    /// The two, with the editions between them where both are of one document; oldest first.
    var editions: [Side] {
        guard let (project, day) = project, let first = old.edition, let last = new.edition,
            first.history.document.id == last.history.document.id
        else { return [old, new] }
        let all = last.editions()
        let versions = all.map(\.edition.version)
        guard let start = versions.firstIndex(of: first.edition.version),
            let end = versions.firstIndex(of: last.edition.version), start <= end
        else { return [old, new] }
        return all[start...end].map { Self.side($0, project, day) }
    }

    private static func canBeEdition(_ name: String) -> Bool {
        Document.isID(String(name.prefix { $0 != "@" }))
    }

    private static func file(_ path: String, _ reporter: Reporter) throws -> Side {
        do {
            return Side(
                name: path, text: ComparedText(SourceFile(path: path, bytes: try GivenFile.read(path))), edition: nil)
        } catch {
            throw reporter.usage(error.description)
        }
    }

    private static func load(_ options: ProjectOptions, _ reporter: Reporter) async throws -> (Project, Day) {
        let (project, day) = try await options.load(reporter)
        let broken = project.diagnostics.filter { $0.rule == "ledger-chain" }
        if !broken.isEmpty {
            try? reporter.failing(on: broken)
            throw ExitCode.usage
        }
        return (project, day)
    }

    /// `privacy@2.0`; `privacy` alone is its newest edition.
    private static func edition(
        _ name: String, in project: Project, on day: Day
    ) throws(NamedEdition.Failure) -> NamedEdition {
        if name.contains("@") { return try NamedEdition(name, in: project, on: day) }
        return try NamedEdition(newestOf: NamedEdition.history(name, in: project))
    }

    private static func side(_ edition: NamedEdition, _ project: Project, _ day: Day) -> Side {
        Side(name: edition.description, text: edition.comparedText(in: project, on: day), edition: edition)
    }
}

extension NamedEdition {
    /// A published edition whose file is not what was published can't be compared.
    fileprivate func check(_ reporter: Reporter) throws {
        guard let publication else { return }
        let published = PublishedEdition(edition: edition, publication: publication)
        let found = published.verify()
        if found.isEmpty { return }
        try? reporter.failing(on: found)
        throw ExitCode.usage
    }
}
