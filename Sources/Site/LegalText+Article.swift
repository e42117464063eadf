internal import HTML
internal import Legal
internal import Templates

extension LegalText {
    /// The element that holds the text of an edition and nothing else.
    ///
    /// - Parameter heading: what stands above a text that has no title of its own.
    func article(
        of document: String, _ version: EditionVersion, _ language: Language, heading: String? = nil
    ) -> Element {
        let added = hasTitle ? nil : heading
        return Element(
            "article",
            ["class": "edition", "data-edition": "\(document)@\(version)", "lang": language.rawValue],
            (added.map { [.text("\n"), Element("h1", ["class": "document-heading", "data-note": ""], text: $0)] } ?? [])
                + [.text("\n"), .rendered(html)])
    }
}
