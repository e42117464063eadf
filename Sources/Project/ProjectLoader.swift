internal import Diagnostics
internal import Legal
internal import Profiles
internal import Source
internal import Templates

/// Walks the folder of a project and reads what belongs to it; what belongs to nothing is a diagnostic.
struct ProjectLoader {
    private static let legal = "content/legal"

    let folder: Folder
    let configuration: Configuration
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var draftPaths: Set<String> = []

    init(folder: Folder, configuration: Configuration) {
        self.folder = folder
        self.configuration = configuration
    }

    // MARK: Values

    mutating func values() throws(FileError) -> Values {
        let path = "content/values.yml"
        guard try folder.kind(of: path) != nil else { return Values() }
        return Values.parse(try read(path), &diagnostics)
    }

    // MARK: Documents

    mutating func documents() throws(FileError) -> [DocumentHistory] {
        guard try folder.kind(of: Self.legal) != nil else { return [] }
        let published = try publicationDays()
        var documents: [DocumentHistory] = []
        for entry in try folder.entries(of: Self.legal) {
            let path = "\(Self.legal)/\(entry.name)"
            switch entry.kind {
            case .folder where Document.isID(entry.name):
                if let document = try document(entry.name, published: published[entry.name] ?? [:]) {
                    documents.append(document)
                }
            case .folder:
                report(
                    "invalid-name", path, "'\(entry.name)' is no name of a document",
                    hint: "a name is lower-case Latin letters, digits and hyphens, a letter first: ads-consent")
            case .file where path == Self.publishedPath: break
            default: reportForeign(entry, path)
            }
        }
        for (id, _) in published.sorted(by: { $0.key < $1.key })
        where !documents.contains(where: { $0.document.id == id }) {
            report("unknown-edition", Self.publishedPath, "there is no document '\(id)'", hint: nil)
        }
        return documents
    }

    private mutating func document(_ id: String, published: [EditionVersion: Day]) throws(FileError) -> DocumentHistory?
    {
        let path = "\(Self.legal)/\(id)"
        var document: Document?
        var editions: [Edition] = []
        for entry in try folder.entries(of: path) {
            let file = "\(path)/\(entry.name)"
            guard entry.kind == .file else {
                reportForeign(entry, file)
                continue
            }
            if entry.name == "document.yml" {
                document = Document.parse(
                    try read(file), id: id, defaultLanguage: configuration.language, &diagnostics)
            } else if entry.name.utf8.suffix(3).elementsEqual(".md".utf8) {
                guard let edition = try edition(entry.name, file, published) else { continue }
                if let same = editions.first(where: { $0.version == edition.version }) {
                    report(
                        "duplicate-edition", file, "\(edition.version) is the same version as \(same.version)",
                        hint: "remove one of the two files")
                } else {
                    editions.append(edition)
                }
            } else {
                reportForeign(entry, file)
            }
        }
        if try folder.kind(of: "\(path)/document.yml") == nil {
            report("missing-file", path, "'\(id)' has no document.yml", hint: "give it a title and a kind there")
        }
        for version in published.keys.sorted() where !editions.contains(where: { $0.version == version }) {
            report("unknown-edition", Self.publishedPath, "there is no edition \(id)@\(version)", hint: nil)
        }
        return document.map { DocumentHistory(document: $0, editions: editions, publishedOn: published) }
    }

    private mutating func edition(
        _ name: String, _ path: String, _ published: [EditionVersion: Day]
    ) throws(FileError) -> Edition? {
        let version = EditionVersion(name.dropLast(3))
        if version.map({ published[$0] == nil }) ?? true { draftPaths.insert(path) }
        guard version != nil else {
            report(
                "invalid-name", path, "'\(name)' is no name of an edition",
                hint: "name it by its version: 2.0.md or 2.0.1.md")
            return nil
        }
        return Edition.parse(try read(path), fileName: name, &diagnostics)
    }

    // MARK: The provisional list of what is published

    private static let publishedPath = "content/legal/published.yml"

    /// The days on which editions were published, by document.
    private mutating func publicationDays() throws(FileError) -> [String: [EditionVersion: Day]] {
        guard try folder.kind(of: Self.publishedPath) != nil else { return [:] }
        let file = try read(Self.publishedPath)
        guard let mapping = file.parseYAML(&diagnostics) else { return [:] }
        var fields = FieldReader(mapping, of: file)
        var days: [String: [EditionVersion: Day]] = [:]
        for (name, day) in fields.texts() {
            let parts = name.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let version = EditionVersion(parts[1]), let day = Day(day.value) else {
                fields.report(
                    "invalid-field", day.range, "'\(name): \(day.value)' names no edition and day",
                    hint: "write it as `privacy@2.0: 2026-02-01`")
                continue
            }
            days[String(parts[0]), default: [:]][version] = day
        }
        diagnostics += fields.diagnostics
        return days
    }

    // MARK: Profiles

    mutating func profiles() async throws(FileError) -> [Profile] {
        let path = configuration.specialists
        guard try folder.kind(of: path) != nil else { return [] }
        var slugs: [String] = []
        for entry in try folder.entries(of: path) {
            let slug = String(entry.name.dropLast(3))
            guard entry.kind == .file, entry.name.utf8.suffix(3).elementsEqual(".md".utf8) else {
                reportForeign(entry, "\(path)/\(entry.name)")
                continue
            }
            guard Document.isID(slug), slug != "index" else {
                report(
                    "invalid-name", "\(path)/\(entry.name)", "'\(slug)' can be no address",
                    hint: "a name is lower-case Latin letters, digits and hyphens, a letter first: anna-sokolova")
                continue
            }
            slugs.append(slug)
        }
        let folder = folder
        let read = await slugs.mapOnAllCores { slug -> Result<(Profile?, [Diagnostic]), FileError> in
            Result { () throws(FileError) in
                let file = SourceFile(path: "\(path)/\(slug).md", bytes: try folder.read("\(path)/\(slug).md"))
                var diagnostics = file.characterDiagnostics()
                return (Profile.parse(file, slug: slug, &diagnostics), diagnostics)
            }
        }
        var profiles: [Profile] = []
        for result in read {
            let (profile, found) = try result.get()
            diagnostics += found
            if let profile { profiles.append(profile) }
        }
        return profiles
    }

    // MARK: Templates

    mutating func templates() throws(FileError) -> TemplateLibrary {
        var files: [SourceFile] = []
        var waiting = ["templates"]
        while let path = waiting.popLast() {
            guard try folder.kind(of: path) == .folder else { continue }
            for entry in try folder.entries(of: path) {
                let inner = "\(path)/\(entry.name)"
                switch entry.kind {
                case .file: files.append(SourceFile(path: inner, bytes: try folder.read(inner)))
                case .folder: waiting.append(inner)
                case .symbolicLink, .other: reportForeign(entry, inner)
                }
            }
        }
        return TemplateLibrary(overrides: files.sorted { $0.path < $1.path }, &diagnostics)
    }

    // MARK: -

    private mutating func read(_ path: String) throws(FileError) -> SourceFile {
        let file = SourceFile(path: path, bytes: try folder.read(path))
        diagnostics += file.characterDiagnostics()
        return file
    }

    private mutating func reportForeign(_ entry: Folder.Entry, _ path: String) {
        if entry.kind == .symbolicLink {
            report("symbolic-link", path, "a symbolic link", hint: "put the file itself here")
        } else {
            report("foreign-file", path, "'\(entry.name)' belongs to nothing here", hint: "move it elsewhere")
        }
    }

    private mutating func report(_ rule: String, _ path: String, _ message: String, hint: String?) {
        diagnostics.append(Diagnostic(.error, rule, at: Location(path: path), message, hint: hint))
    }
}
