package import Diagnostics
package import Legal
internal import Project
internal import Source

extension SitePlan {
    /// The publication of a draft as it would be written into the ledger, and everything that speaks against it: what is wrong
    /// in its text, taken as strictly as in a published edition.
    package func publication(
        of edition: Edition, _ history: DocumentHistory, _ terms: DocumentHistory.PublicationTerms
    ) -> (publication: Publication?, text: LegalText, diagnostics: [Diagnostic]) {
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
        let missing = missingAnchors(of: text, in: edition, terms.recorded == nil ? .error : .note)
        return (publication, text, found + missing + objections)
    }
}
