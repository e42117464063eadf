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
        commandName: "show",
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
        let reporter = options.reporter()
        let (project, day) = try await options.load(reporter, readsLegal: true)
        let (history, publication) = try reporter.edition(name, in: project, on: day)
        guard let edition = history.edition(publication.version) else {
            throw reporter.finding("the file of \(publication.document)@\(publication.version) is gone")
        }
        let text = edition.render(.published(publication))
        let published = PublishedEdition(edition: edition, publication: publication)
        try reporter.report(published.verify(text.digest), to: .error)
        let output =
            switch format {
            case .text: text.plainText + [UInt8(ascii: "\n")]
            case .html: text.html
            case .json: json(publication, project).prettyBytes()
            }
        Terminal.write(String(decoding: output, as: UTF8.self), to: .output)
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
