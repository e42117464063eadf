package import Diagnostics
package import Legal
internal import Project
internal import Source

extension SitePlan {
    /// The publication of a draft as it would be written into the ledger, and everything that speaks against it: what is wrong
    /// in its text, taken as strictly as in a published edition, and in its place among the others.
    package func publication(
        of edition: Edition, _ history: DocumentHistory, _ terms: DocumentHistory.PublicationTerms
    ) -> (publication: Publication?, diagnostics: [Diagnostic]) {
        let (plan, page) = (self, history.document.address(of: edition.version))
        let builtIn = builtIn(of: edition, history.document)
        let text = edition.render(
            Rendition(
                title: history.document.title, language: history.document.language, values: project.values,
                builtIn: builtIn, standing: .ready, permalinkBase: "", permalinkLabel: { $0.label },
                resolveLink: { plan.resolve($0, from: edition.file.path, on: page) }))
        let (publication, objections) = history.publication(of: edition, text, builtIn: builtIn, terms)
        // What was published before Edict came can't be mended any more: what is wrong with its text is only told.
        let found = text.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            if terms.recorded != nil { diagnostic.severity = .note }
            return diagnostic
        }
        return (publication, found + objections + (publication.map { notice($0, history, edition) } ?? []))
    }

    /// A warning where readers are told later than the service has promised itself.
    private func notice(_ publication: Publication, _ history: DocumentHistory, _ edition: Edition) -> [Diagnostic] {
        let promised = history.document.noticeDays ?? project.configuration.noticeDays
        let given = publication.published.days(until: publication.effective)
        guard given < promised, publication.recorded == nil, !history.publications.isEmpty else { return [] }
        return [
            Diagnostic(
                .warning, "short-notice", at: edition.file.location(at: 0),
                "\(given) days from publication to effect, and \(promised) are promised",
                hint: "set `effective` to \(publication.published.adding(days: promised)) or later")
        ]
    }
}
