internal import ArgumentParser
internal import Diagnostics
internal import JSON
internal import Legal
internal import Pages
internal import Project
internal import Source

/// `edict show`.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the text of an edition, or what was in force on a day.",
        discussion:
            "privacy@2.0 is an edition, privacy@2026-03-03 the one in force on that day, privacy@in-force that of today."
    )

    @Argument(help: ArgumentHelp("An edition or a day, such as privacy@2026-03-03.", valueName: "edition"))
    var name: String

    @OptionGroup var options: ProjectOptions

    @Option(help: "How to print it: text, html or json.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html, json
    }

    func run() async throws {
        let reporter = Reporter(format: .text, color: options.color, isQuiet: options.quiet, isStrict: false)
        let (project, day) = try await options.load(reporter)
        try reporter.failing(on: project.diagnostics.filter { $0.rule == "ledger-chain" })
        let (history, publication) = try find(in: project, on: day, reporter)
        guard let edition = history.edition(publication.version) else {
            throw reporter.finding("the file of \(publication.document)@\(publication.version) is gone")
        }
        let text = edition.render(.published(publication))
        let published = PublishedEdition(edition: edition, publication: publication)
        try reporter.report(published.verify(text), to: .error)
        let output =
            switch format {
            case .text: text.plainText + [UInt8(ascii: "\n")]
            case .html: text.html
            case .json: json(publication, project).prettyBytes()
            }
        Terminal.write(String(decoding: output, as: UTF8.self), to: .output)
    }

    private func find(
        in project: Project, on day: Day, _ reporter: Reporter
    ) throws -> (DocumentHistory, Publication) {
        let parts = name.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw reporter.usage("'\(name)' is no edition; write privacy@2.0 or privacy@2026-03-03")
        }
        guard let history = project.documents.first(where: { $0.document.id == parts[0] }) else {
            throw reporter.usage("there is no document '\(parts[0])'")
        }
        if let version = EditionVersion(parts[1]) {
            guard let publication = history.publication(of: version), publication.published <= day else {
                throw reporter.finding("\(name) is not published")
            }
            return (history, publication)
        }
        guard let asked = parts[1] == "in-force" ? day : Day(parts[1]) else {
            throw reporter.usage("'\(parts[1])' is neither a version, a day nor 'in-force'")
        }
        guard let publication = history.inForce(on: asked) else {
            throw reporter.finding("no edition of '\(parts[0])' was in force on \(asked)")
        }
        return (history, publication)
    }

    private func json(_ publication: Publication, _ project: Project) -> JSON {
        [
            "document": .string(publication.document), "version": .string(publication.version.description),
            "title": .string(publication.title), "date": .string(publication.date.description),
            "effective": .string(publication.effective.description),
            "published": .string(publication.published.description), "summary": .string(publication.summary),
            "address": .string(
                project.configuration.url.absolute("/legal/\(publication.document)/\(publication.version)/")),
            "text_sha256": .string(publication.text.description),
            "source_sha256": .string(publication.source.description),
        ]
    }
}
