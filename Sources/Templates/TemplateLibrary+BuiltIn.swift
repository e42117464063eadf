package import Source

extension TemplateLibrary {
    /// The files of `templates/` as they were when Edict was built: they are inside the binary.
    package static let builtIn: [SourceFile] = [
        SourceFile(path: "templates/assets/check-edition.py", bytes: PackageResources.check_edition_py),
        SourceFile(path: "templates/assets/check.sh", bytes: PackageResources.check_sh),
        SourceFile(path: "templates/assets/site.css", bytes: PackageResources.site_css),
        SourceFile(path: "templates/assets/changes.css", bytes: PackageResources.changes_css),
        SourceFile(path: "templates/assets/specialists.js", bytes: PackageResources.specialists_js),
        SourceFile(path: "templates/assets/terms.js", bytes: PackageResources.terms_js),
        SourceFile(path: "templates/banner.mustache", bytes: PackageResources.banner_mustache),
        SourceFile(path: "templates/breadcrumbs.mustache", bytes: PackageResources.breadcrumbs_mustache),
        SourceFile(path: "templates/changes.mustache", bytes: PackageResources.changes_mustache),
        SourceFile(path: "templates/courses.mustache", bytes: PackageResources.courses_mustache),
        SourceFile(path: "templates/document.mustache", bytes: PackageResources.document_mustache),
        SourceFile(path: "templates/edition.mustache", bytes: PackageResources.edition_mustache),
        SourceFile(path: "templates/facet-links.mustache", bytes: PackageResources.facet_links_mustache),
        SourceFile(path: "templates/facets.mustache", bytes: PackageResources.facets_mustache),
        SourceFile(path: "templates/footer.mustache", bytes: PackageResources.footer_mustache),
        SourceFile(path: "templates/head.mustache", bytes: PackageResources.head_mustache),
        SourceFile(path: "templates/header.mustache", bytes: PackageResources.header_mustache),
        SourceFile(path: "templates/history.mustache", bytes: PackageResources.history_mustache),
        SourceFile(path: "templates/home.mustache", bytes: PackageResources.home_mustache),
        SourceFile(path: "templates/label-list.mustache", bytes: PackageResources.label_list_mustache),
        SourceFile(path: "templates/legal-index.mustache", bytes: PackageResources.legal_index_mustache),
        SourceFile(path: "templates/no-edition.mustache", bytes: PackageResources.no_edition_mustache),
        SourceFile(path: "templates/not-found.mustache", bytes: PackageResources.not_found_mustache),
        SourceFile(path: "templates/portrait.mustache", bytes: PackageResources.portrait_mustache),
        SourceFile(path: "templates/specialist-card.mustache", bytes: PackageResources.specialist_card_mustache),
        SourceFile(path: "templates/specialist.mustache", bytes: PackageResources.specialist_mustache),
        SourceFile(path: "templates/specialists.mustache", bytes: PackageResources.specialists_mustache),
        SourceFile(path: "templates/stamp.mustache", bytes: PackageResources.stamp_mustache),
        SourceFile(path: "templates/strings/en.yml", bytes: PackageResources.en_yml),
        SourceFile(path: "templates/strings/ru.yml", bytes: PackageResources.ru_yml),
        SourceFile(path: "templates/toc.mustache", bytes: PackageResources.toc_mustache),
    ]
}
