package import Diagnostics
internal import HTML
internal import Legal
package import Pages
internal import Profiles
internal import Project
internal import Redline
internal import Review
internal import Source

/// A site, rendered and not yet written to its place.
package struct Site: Sendable {
    /// Sorted by their paths.
    package let files: [OutputFile]
    /// How many pages a reader can open.
    package let pageCount: Int
    /// The file of the page that readers come to first.
    package let start: String
    /// The files of drafts that are shown.
    package let drafts: [String]
    package let diagnostics: [Diagnostic]

    /// Where the bytes of a site's files are kept.
    package enum Keeping: Sendable {
        case inMemory
        case on(OutputStage)
        /// Nowhere: only what is wrong with them is asked.
        case nowhere
    }

    /// Renders every page of a plan on all cores.
    ///
    /// - Parameters:
    ///   - reviewsPublished: whether to note what the rules find in published editions, which nobody can mend.
    ///   - progress: told now and then how many documents and pages of how many are done.
    package static func render(
        _ plan: SitePlan, reviewsPublished: Bool = true, keeping: Keeping = .inMemory,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async -> Site {
        let renderer = await SiteRenderer(plan, reviewsPublished: reviewsPublished)
        let keep = plan.keep(keeping)
        async let ofWholeSite = renderer.filesOfWholeSite(keep)
        let groups = plan.pagesTogether
        let rendered = await groups.mapOnAllCores(progress: { progress($0, groups.count) }) { pages in
            var comparer = EditionComparer()
            return pages.map { page in
                let (files, diagnostics) = renderer.render(page, &comparer)
                return (files: files.map(keep), diagnostics: diagnostics)
            }
        }.flatMap(\.self)
        let files = await rendered.flatMap(\.files) + ofWholeSite
        // What was published after the day of the site is on none of its pages, and must be as it was published all the same.
        let unshown = plan.project.documents.flatMap { history in
            history.publications.filter { $0.published > plan.day }.compactMap { history.published($0) }
        }
        let ofLedger = await Project.faults(of: unshown) + plan.project.missingLedger(on: plan.day)
        return Site(
            files: files.sorted { $0.path.precedes($1.path) }, pageCount: plan.pages.count,
            start: plan.start.file, drafts: plan.drafts.map(\.file),
            diagnostics: rendered.flatMap(\.diagnostics) + renderer.diagnosticsOfCards + ofLedger
                + plan.specialists.diagnostics
                + plan.project.profiles.flatMap {
                    $0.consentDiagnostics(on: plan.day) + $0.yearDiagnostics(on: plan.day)
                }
                + plan.brokenLinksOfTemplates(files))
    }
}

extension SitePlan {
    /// What becomes of each file as soon as it is made.
    fileprivate func keep(_ keeping: Site.Keeping) -> @Sendable (OutputFile) -> OutputFile {
        switch keeping {
        case .inMemory: return { $0 }
        case .on(let stage): return { stage.hold($0) }
        case .nowhere:
            let asked = pagesOfTemplateAnchors
            return { asked.contains($0.path) ? $0 : OutputFile(path: $0.path, bytes: []) }
        }
    }

    /// What is wrong in the texts of profiles that no page shows.
    package var diagnosticsOfHiddenProfiles: [Diagnostic] {
        let shown = Set(profiles.map(\.slug))
        var diagnostics: [Diagnostic] = []
        let context = ReviewContext(project, on: day)
        for profile in project.profiles where !shown.contains(profile.slug) {
            _ = profile.renderText(&diagnostics)
            let standing: Rendition.Standing = profile.isPublished ? .ready : .draft
            diagnostics += Review.findings(in: profile, context, standing: standing)
        }
        return diagnostics
    }
}
