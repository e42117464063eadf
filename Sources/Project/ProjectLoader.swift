internal import Diagnostics
internal import Legal
internal import Profiles
internal import Source
internal import Templates

/// Walks the folder of a project and reads what belongs to it; what belongs to nothing is a diagnostic.
struct ProjectLoader {
    static let legal = "content/legal"

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
        guard let kind = try folder.kind(of: path) else { return Values() }
        guard kind != .symbolicLink else {
            report("symbolic-link", path, "a symbolic link", hint: "put the file itself here")
            return Values()
        }
        return Values.parse(try read(path), &diagnostics)
    }

    // MARK: Documents

    mutating func documents(_ ledger: Ledger) throws(FileError) -> [DocumentHistory] {
        guard try folder.kind(of: Self.legal) != nil else { return [] }
        let entries = Dictionary(grouping: ledger.lines.map(\.entry), by: \.document)
        var documents: [DocumentHistory] = []
        var unknown = Set(entries.keys)
        for entry in try folder.entries(of: Self.legal) {
            let path = "\(Self.legal)/\(entry.name)"
            switch entry.kind {
            case .folder where Document.isID(entry.name):
                unknown.remove(entry.name)
                if let document = try document(entry.name, entries[entry.name] ?? []) {
                    documents.append(document)
                }
            case .folder:
                report(
                    "invalid-name", path, "'\(entry.name)' is no name of a document",
                    hint: "a name is lower-case Latin letters, digits and hyphens, a letter first: ads-consent")
            case .file where path == Ledger.path: break
            default: reportForeign(entry, path)
            }
        }
        for id in unknown.sorted() {
            report(
                "missing-document", Ledger.path, "the ledger names '\(id)', and there is no such document", hint: nil)
        }
        return documents
    }

    private mutating func document(_ id: String, _ entries: [LedgerEntry]) throws(FileError) -> DocumentHistory? {
        let published = Set(
            entries.compactMap { entry in if case .publish(let publication) = entry { publication.version } else { nil }
            })
        let path = "\(Self.legal)/\(id)"
        var document: Document?
        var editions: [Edition] = []
        var unknown = published
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
                if let version = EditionVersion(entry.name.dropLast(3)) { unknown.remove(version) }
                guard let edition = try edition(entry.name, file, published) else { continue }
                if let other = editions.first(where: { $0.version == edition.version }) {
                    report(
                        "duplicate-edition", file, "version \(edition.version) is that of '\(other.file.path)'",
                        hint: "2.0 and 2.0.0 are the same version: remove one of the files")
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
        for version in unknown.sorted() {
            report(
                "missing-edition", "\(path)/\(version).md", "the published edition \(id)@\(version) is gone",
                hint: "restore the file from version control")
        }
        for version in published.subtracting(unknown).sorted()
        where !editions.contains(where: { $0.version == version }) {
            report(
                "source-changed", "\(path)/\(version).md",
                "\(id)@\(version) is published, and its file can't be read as that edition",
                hint: "restore the file from version control")
        }
        if document == nil, !entries.isEmpty {
            report(
                "missing-document", Ledger.path, "the ledger names '\(id)', whose document.yml can't be read", hint: nil
            )
        }
        return document.map { DocumentHistory(document: $0, editions: editions, entries: entries) }
    }

    private mutating func edition(
        _ name: String, _ path: String, _ published: Set<EditionVersion>
    ) throws(FileError) -> Edition? {
        let version = EditionVersion(name.dropLast(3))
        if version.map({ !published.contains($0) }) ?? true { draftPaths.insert(path) }
        guard version != nil else {
            report(
                "invalid-name", path, "'\(name)' is no name of an edition",
                hint: "name it by its version: 2.0.md or 2.0.1.md")
            return nil
        }
        return Edition.parse(try read(path), fileName: name, &diagnostics)
    }

    // MARK: The ledger

    /// The ledger as it is; what is wrong in it is a diagnostic.
    mutating func ledger() throws(FileError) -> Ledger {
        guard try folder.kind(of: Ledger.path) != nil else { return Ledger() }
        let bytes = try folder.read(Ledger.path, limit: Ledger.mostBytes)
        guard bytes.count <= Ledger.mostBytes else {
            report("ledger-chain", Ledger.path, "the ledger is larger than \(Ledger.mostBytes >> 20) MB", hint: nil)
            return Ledger()
        }
        do {
            let ledger = try Ledger(bytes)
            if ledger.lacksLineEnd {
                diagnostics.append(
                    Diagnostic(
                        .error, "ledger-torn", at: Location(path: Ledger.path, line: ledger.lines.count),
                        "the last line is whole, and its line end is missing",
                        hint: "add a line feed; the next `edict publish` does"))
            }
            if !ledger.tornTail.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .error, "ledger-torn", at: Location(path: Ledger.path, line: ledger.lines.count + 1),
                        "the last line is not whole: a publication was interrupted",
                        hint: "the next `edict publish` takes it out"))
            }
            return ledger
        } catch {
            diagnostics.append(
                Diagnostic(
                    .error, "ledger-chain", at: Location(path: Ledger.path, line: error.line), error.message,
                    hint: error.hint))
            return Ledger()
        }
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
        diagnostics.append(entry.foreignDiagnostic(at: path))
    }

    private mutating func report(_ rule: String, _ path: String, _ message: String, hint: String?) {
        diagnostics.append(Diagnostic(.error, rule, at: Location(path: path), message, hint: hint))
    }
}

extension Folder.Entry {
    /// An error for what belongs to nothing in its folder.
    func foreignDiagnostic(at path: String) -> Diagnostic {
        kind == .symbolicLink
            ? Diagnostic(
                .error, "symbolic-link", at: Location(path: path), "a symbolic link", hint: "put the file itself here")
            : Diagnostic(
                .error, "foreign-file", at: Location(path: path), "'\(name)' belongs to nothing here",
                hint: name == "photos"
                    ? "photos stand in content/photos/, or each beside its profile" : "move it elsewhere")
    }
}
