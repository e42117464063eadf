package import Templates

/// How the text of an edition is to be shown on one page: what its placeholders stand for, and where its links lead.
package struct Rendition: Sendable {
    /// The title of the document.
    package let title: String
    package let language: Language
    package let values: Values
    /// The text of each built-in placeholder.
    package let builtIn: [String: String]
    package let standing: Standing
    /// What stands before the `#` of a permalink: nothing on the permanent page itself.
    package let permalinkBase: String
    /// What stands before the `#` of a link within the text: nothing where the text is on a page of its own.
    package var anchorBase = ""
    /// Whether words that are terms lead to their definitions.
    package var linksTerms = false
    /// The words of a permalink for a screen reader.
    package let permalinkLabel: @Sendable (Clause) -> String
    /// What a screen reader calls a table, which scrolls in itself where it is too wide; nil leaves tables as they are.
    package let tableLabel: String?
    /// Where a link leads: one within the site, or a whole address, which may be one of the site.
    package let resolveLink: @Sendable (String) -> LinkTarget

    /// How strictly an edition is taken.
    package enum Standing: Sendable {
        /// A draft that may still have gaps.
        case draft
        /// A draft that means to be published as it is.
        case ready
        /// Its text cannot change any more.
        case published
    }

    /// Where a link leads: one within the site, or a whole address, which may be one of the site.
    package enum LinkTarget: Sendable, Equatable {
        /// The address to write, relative to the page.
        case address(String)
        /// A page that is not shown: the words stay, the link goes.
        case unpublished
        /// Nothing; with a hint, if there is one.
        case unknown(hint: String?)
    }

    package init(
        title: String, language: Language, values: Values, builtIn: [String: String], standing: Standing,
        permalinkBase: String, permalinkLabel: @escaping @Sendable (Clause) -> String, tableLabel: String? = nil,
        resolveLink: @escaping @Sendable (String) -> LinkTarget
    ) {
        self.title = title
        self.language = language
        self.values = values
        self.builtIn = builtIn
        self.standing = standing
        self.permalinkBase = permalinkBase
        self.permalinkLabel = permalinkLabel
        self.tableLabel = tableLabel
        self.resolveLink = resolveLink
    }
}

extension Rendition {
    /// A published edition, with everything that was frozen with it.
    package static func published(
        _ publication: Publication, permalinkBase: String = "",
        permalinkLabel: @escaping @Sendable (Clause) -> String = { $0.label }, tableLabel: String? = nil,
        resolveLink: @escaping @Sendable (String) -> LinkTarget = { .address($0) }
    ) -> Rendition {
        Rendition(
            title: publication.title, language: publication.language, values: Values(texts: publication.values),
            builtIn: publication.builtIn, standing: .published, permalinkBase: permalinkBase,
            permalinkLabel: permalinkLabel, tableLabel: tableLabel, resolveLink: resolveLink)
    }
}
