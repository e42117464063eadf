package import Diagnostics
package import Source

/// The templates of a project: those inside the binary, each replaced by the project's file of the same name.
///
/// Strict: an unknown tag, an unclosed section, a partial that is not there or includes itself, and a variable that the page
/// does not have are diagnostics with their place.
package struct TemplateLibrary: Sendable {
    let templates: CompiledTemplates.Sources
    /// For each language; none where a template is at fault.
    private let compiled: [Language: CompiledTemplates]
    private let strings: [Language: Strings]
    /// The project's own files of words.
    let stringsFiles: [SourceFile]
    /// Files that pages refer to, by name.
    package let assets: [String: [UInt8]]

    /// - Parameter overrides: the files below the project's `templates/`; their paths begin with it.
    package init(overrides: [SourceFile], _ diagnostics: inout [Diagnostic]) {
        var files = Dictionary(uniqueKeysWithValues: Self.builtIn.map { ($0.path, $0) })
        for file in overrides {
            if files[file.path] == nil, !file.path.hasSuffix(".mustache"), !file.path.hasPrefix("templates/assets/") {
                diagnostics.append(
                    Diagnostic(
                        .error, "unknown-template", at: file.location,
                        "'\(file.path)' is no template, strings file or asset",
                        hint: suggestion(for: file.path, in: files.keys)))
                continue
            }
            files[file.path] = file
        }
        let strings = Self.strings(files, &diagnostics)
        self.strings = strings
        stringsFiles = overrides.filter { file in
            file.path.hasPrefix("templates/strings/")
                && !Self.builtIn.contains { $0.path == file.path && $0.bytes == file.bytes }
        }
        assets = Dictionary(
            uniqueKeysWithValues: files.values.compactMap { file in
                file.path.removingPrefix("templates/assets/").map { ($0, file.bytes) }
            })
        var found: [Diagnostic] = []
        let templates = Self.templates(files, &found)
        self.templates = templates
        compiled = found.isEmpty ? strings.mapValues { CompiledTemplates(templates, $0) } : [:]
        diagnostics += found
    }

    /// Whether the project has a template of this name of its own.
    package func isOverridden(_ name: String) -> Bool {
        guard let file = templates[name]?.file else { return false }
        return !Self.builtIn.contains { $0.path == file.path && $0.bytes == file.bytes }
    }

    /// The words of pages in a language.
    package func strings(in language: Language) -> Strings {
        strings[language] ?? Strings(language: language)
    }

    /// The words of Edict itself in a language, whatever a project puts in their place.
    package static func builtInStrings(in language: Language) -> Strings {
        var ignored: [Diagnostic] = []
        return strings([:], &ignored)[language] ?? Strings(language: language)
    }

    /// A page out of a template and what it shows, as UTF-8.
    ///
    /// - Parameter language: that of the page.
    package func render(
        _ name: String, _ model: some TemplateModel, in language: Language, _ diagnostics: inout [Diagnostic]
    ) -> [UInt8] {
        rendered(name, model, in: language, capacity: 16_384, &diagnostics)?.page ?? []
    }

    /// A part that many pages show.
    package func renderPart(
        _ name: String, _ model: some TemplateModel, in language: Language, _ diagnostics: inout [Diagnostic]
    ) -> RenderedPart {
        let rendered = rendered(name, model, in: language, capacity: 1024, &diagnostics)
        return RenderedPart(bytes: rendered?.page ?? [], addresses: rendered?.addresses ?? [])
    }

    private func rendered(
        _ name: String, _ model: some TemplateModel, in language: Language, capacity: Int,
        _ diagnostics: inout [Diagnostic]
    ) -> TemplateRenderer? {
        guard let compiled = compiled[language] else { return nil }
        var renderer = TemplateRenderer(compiled, model, capacity: capacity)
        renderer.render(compiled[name])
        diagnostics += renderer.unknown.compactMap { variable in
            templates[variable.template].map { template in
                let tag = template.tags[variable.tag]
                return Diagnostic(
                    .error, "unknown-variable", at: template.file.location(of: tag.range),
                    "the page has no variable '\(tag.name)' [template '\(name)']")
            }
        }
        return renderer
    }

    // MARK: Reading

    private static func strings(
        _ files: [String: SourceFile], _ diagnostics: inout [Diagnostic]
    ) -> [Language: Strings] {
        var strings: [Language: Strings] = [:]
        for language in Language.allCases {
            let path = "templates/strings/\(language.rawValue).yml"
            let base = builtIn.first { $0.path == path }.map {
                Strings(language: language, file: $0, overriding: nil, &diagnostics)
            }
            strings[language] = base
            if let base, let file = files[path], file.bytes != builtIn.first(where: { $0.path == path })?.bytes {
                strings[language] = Strings(language: language, file: file, overriding: base, &diagnostics)
            }
        }
        return strings
    }

    private static func templates(
        _ files: [String: SourceFile], _ diagnostics: inout [Diagnostic]
    ) -> CompiledTemplates.Sources {
        var templates: CompiledTemplates.Sources = [:]
        for file in files.values {
            guard let name = file.path.removingPrefix("templates/")?.removingSuffix(".mustache") else { continue }
            templates[name] = (file, TemplateTag.scan(file, &diagnostics))
        }
        for (file, tags) in templates.values {
            for tag in tags where tag.kind == .partial && templates[tag.name] == nil {
                diagnostics.append(
                    tag.error(
                        in: file, "there is no template '\(tag.name)'", suggestion(for: tag.name, in: templates.keys)))
            }
        }
        diagnostics += cycles(templates)
        return templates
    }

    /// A diagnostic for each partial that leads back to the template it stands in.
    private static func cycles(_ templates: CompiledTemplates.Sources) -> [Diagnostic] {
        func leads(_ start: String, to goal: String) -> Bool {
            var reached: Set = [start]
            var waiting = [start]
            while let next = waiting.popLast() {
                if next == goal { return true }
                for tag in templates[next]?.tags ?? [] where tag.kind == .partial {
                    if reached.insert(tag.name).inserted { waiting.append(tag.name) }
                }
            }
            return false
        }
        return templates.flatMap { name, template in
            template.tags.filter { $0.kind == .partial && leads($0.name, to: name) }.map {
                $0.error(in: template.file, "template '\(name)' includes itself", "take the partial out of one of them")
            }
        }
    }
}

extension String {
    fileprivate func removingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }

    fileprivate func removingSuffix(_ suffix: String) -> String? {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
    }
}
