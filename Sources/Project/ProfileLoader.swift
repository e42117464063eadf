internal import Diagnostics
internal import Legal
internal import Profiles
internal import Source

/// Reads the profiles of a project, out of a folder of Markdown files or one CSV file, and looks at their photos.
struct ProfileLoader {
    private typealias Found = (profile: Profile?, diagnostics: [Diagnostic])

    let folder: Folder
    let configuration: Configuration
    private(set) var diagnostics: [Diagnostic] = []

    init(folder: Folder, configuration: Configuration) {
        self.folder = folder
        self.configuration = configuration
    }

    /// The profiles in the order of their addresses.
    mutating func load() async throws(FileError) -> [Profile] {
        let path = configuration.specialists
        guard let kind = try folder.kind(of: path) else {
            if let location = configuration.specialistsLocation {
                diagnostics.append(Diagnostic(.error, "missing-file", at: location, "there is no '\(path)'"))
            }
            return []
        }
        if path.utf8.suffix(4).elementsEqual(".csv".utf8) {
            guard kind == .file else {
                diagnostics.append(
                    Diagnostic(.error, "invalid-file", at: Location(path: path), "'\(path)' is no file"))
                return []
            }
            return try await table(path)
        }
        return try await files(path)
    }

    // MARK: A folder

    private mutating func files(_ path: String) async throws(FileError) -> [Profile] {
        var slugs: [String] = []
        var pictures: Set<String> = []
        for entry in try folder.entries(of: path) {
            let file = "\(path)/\(entry.name)"
            guard entry.kind == .file, entry.name.utf8.suffix(3).elementsEqual(".md".utf8) else {
                if entry.kind == .file, Self.isPicture(entry.name) {
                    pictures.insert(file)
                    continue
                }
                diagnostics.append(entry.foreignDiagnostic(at: file))
                continue
            }
            let slug = String(entry.name.dropLast(3))
            if let fault = Profile.fault(ofSlug: slug, at: Location(path: file)) {
                diagnostics.append(fault)
            } else {
                slugs.append(slug)
            }
        }
        let (folder, language) = (folder, configuration.language)
        let read = await slugs.mapOnAllCores { slug -> Result<Found, FileError> in
            Result { () throws(FileError) in
                let file = SourceFile(path: "\(path)/\(slug).md", bytes: try folder.read("\(path)/\(slug).md"))
                var diagnostics = file.characterDiagnostics()
                var ofPhoto: [Diagnostic] = []
                let profile = try Profile.parse(file, slug: slug, defaultLanguage: language, &diagnostics) {
                    name throws(FileError) in try folder.photo(name, of: file, &ofPhoto)
                }
                return (profile, diagnostics + ofPhoto)
            }
        }
        let profiles = try collect(read)
        pictures.subtract(profiles.compactMap(\.photo?.path))
        for picture in pictures.sorted() {
            diagnostics.append(
                Diagnostic(
                    .warning, "unused-photo", at: Location(path: picture), "no profile shows this picture",
                    hint: "name it in a profile's `photo`, or remove it"))
        }
        return profiles
    }

    private static func isPicture(_ name: String) -> Bool {
        [".png", ".jpg", ".jpeg", ".webp"].contains {
            name.lowercased().utf8.reversed().starts(with: $0.utf8.reversed())
        }
    }

    // MARK: A table

    private mutating func table(_ path: String) async throws(FileError) -> [Profile] {
        let file = SourceFile(path: path, bytes: try folder.read(path, limit: ProfileTable.largestFile))
        let table = ProfileTable(file, &diagnostics)
        let (folder, language) = (folder, configuration.language)
        let read = await table.rows.mapOnAllCores { row -> Result<Found, FileError> in
            Result { () throws(FileError) in
                var diagnostics: [Diagnostic] = []
                var ofPhoto: [Diagnostic] = []
                let profile = try table.profile(of: row, defaultLanguage: language, &diagnostics) {
                    name throws(FileError) in try folder.photo(name, of: file, &ofPhoto)
                }
                return (profile, diagnostics + ofPhoto)
            }
        }
        return try collect(read).sorted { $0.slug.precedes($1.slug) }
    }

    private mutating func collect(_ read: [Result<Found, FileError>]) throws(FileError) -> [Profile] {
        var profiles: [Profile] = []
        for result in read {
            let found = try result.get()
            diagnostics += found.diagnostics
            if let profile = found.profile { profiles.append(profile) }
        }
        return profiles
    }
}

extension Folder {
    private static let largestPhoto = 10 << 20

    /// The photo that a profile names: beside the profile's file, or in `content/`. Nil, with a diagnostic, where there is no
    /// such picture.
    fileprivate func photo(
        _ name: Located<String>, of file: SourceFile, _ diagnostics: inout [Diagnostic]
    ) throws(FileError) -> Profile.Photo? {
        func report(_ severity: Severity, _ rule: String, _ message: String, _ hint: String?) {
            diagnostics.append(
                Diagnostic(severity, rule, at: file.location(of: name.range), message, hint: hint))
        }
        let beside = file.path.split(separator: "/").dropLast().map { $0 + "/" }.joined() + name.value
        let places = [beside, "content/\(name.value)"] + (name.value.hasPrefix("content/") ? [name.value] : [])
        var found: String?
        for place in places where found == nil {
            switch try kindWithoutLinks(of: place) {
            case .file: found = place
            case .symbolicLink:
                report(.error, "symbolic-link", "'\(place)' is or passes a symbolic link", "put the file itself there")
                return nil
            case .folder, .other, nil: continue
            }
        }
        guard let path = found else {
            report(
                .error, "missing-photo", "there is no picture '\(name.value)'",
                "looked for \(places.joined(separator: " and "))")
            return nil
        }
        let bytes = try read(path, limit: Self.largestPhoto)
        guard bytes.count <= Self.largestPhoto else {
            report(
                .error, "photo-too-large", "'\(path)' has more than \(Self.largestPhoto >> 20) MB",
                "a picture of 800 × 800 pixels is enough")
            return nil
        }
        guard let picture = Picture(bytes) else {
            report(.error, "invalid-photo", "'\(path)' is no PNG, JPEG or WebP picture, or not a whole one", nil)
            return nil
        }
        if picture.tellsPlace {
            report(
                .warning, "photo-tells-place", "'\(path)' holds the place where it was taken, for all to read",
                "remove its GPS data: exiftool -gps:all= \(path)")
        }
        return Profile.Photo(
            path: path, picture: picture, fingerprint: String(Digest(of: bytes).description.prefix(10)))
    }

    /// What stands at a path; a symbolic link where any part of it is one.
    private func kindWithoutLinks(of path: String) throws(FileError) -> Entry.Kind? {
        let parts = path.split(separator: "/")
        for count in 1..<max(1, parts.count) {
            if try kind(of: parts.prefix(count).joined(separator: "/")) == .symbolicLink { return .symbolicLink }
        }
        return try kind(of: path)
    }
}
