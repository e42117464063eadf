internal import HTML
internal import Legal
internal import Templates

extension LegalText {
    /// The element that holds the text of an edition and nothing else.
    func article(of document: String, _ version: EditionVersion, _ language: Language) -> Element {
        Element(
            "article",
            ["class": "edition", "data-edition": "\(document)@\(version)", "lang": language.rawValue],
            [.text("\n"), .rendered(html)])
    }
}
