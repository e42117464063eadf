package import HTML
package import Templates

extension Redline {
    /// A page of its own: what changed in a sentence, a list that jumps to the changes, the redline. It needs no other file.
    ///
    /// - Parameters:
    ///   - old: what the old text is called.
    ///   - new: what the new one is called.
    package func page(_ strings: Strings, old: String, new: String) -> Element {
        let title = "\(old) → \(new)"
        let links = provisions.filter(\.isWorthListing).compactMap { provision in
            provision.anchor.map {
                Element("li", [:], [Element("a", ["href": "#\($0)"], text: provision.name(strings))])
            }
        }
        let head = Element(
            "head", [:],
            [
                Element("meta", ["charset": "utf-8"]),
                Element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                Element("title", text: title), Element("style", [:], [.rendered(Array(Self.style.utf8))]),
            ])
        let summary = [Element("h1", text: title), Element("p", ["class": "sentence"], text: sentence(strings))]
        let list = links.isEmpty ? [] : [Element("ul", ["class": "jump"], links)]
        return Element(
            "html", ["lang": language.rawValue],
            [head, Element("body", [:], [Element("main", [:], summary + list + [html(strings)])])])
    }

    /// Colour is never the only sign: what came is underlined, what went struck through, what moved has a bar and its note.
    private static let style = """
        :root { color-scheme: light dark; --ins: #05603a; --del: #b42318; --moved: #5925a5; }
        @media (prefers-color-scheme: dark) { :root { --ins: #6ce9a6; --del: #fda29b; --moved: #c3b5fd; } }
        body { margin: 0; font: 1rem/1.6 Georgia, "PT Serif", serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
        .sentence { font-weight: bold; }
        .jump { columns: 12rem; padding-left: 1.2rem; }
        ins { color: var(--ins); text-decoration: underline; text-underline-offset: 0.15em; }
        del { color: var(--del); text-decoration: line-through; }
        [data-typographic] { color: inherit; text-decoration: none; }
        del[data-typographic] { display: none; }
        [data-moved] { border-left: 0.25rem double var(--moved); padding-left: 0.7rem; }
        [data-moved="from"] { opacity: 0.75; }
        [data-note] { color: var(--moved); font-style: italic; }
        [data-format] { border-bottom: 1px dotted currentColor; }
        .labelled { list-style: none; }
        table { border-collapse: collapse; } td, th { border: 1px solid; padding: 0.3rem 0.5rem; text-align: left; }
        .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        pre { white-space: pre-wrap; }
        :target { scroll-margin-top: 2rem; outline: 2px solid var(--moved); outline-offset: 0.3rem; }
        """
}
