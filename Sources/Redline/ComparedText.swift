package import Legal
package import Source
internal import Templates

/// A text to be compared.
package struct ComparedText: Sendable {
    let file: SourceFile
    /// Of an edition: what its placeholders stand for.
    let edition: (edition: Edition, rendition: Rendition)?

    /// A file as it is: nothing is filled in, front matter is no part of the text.
    package init(_ file: SourceFile) {
        self.file = file
        edition = nil
    }

    /// An edition as its readers see it, with everything filled in.
    package init(_ edition: Edition, _ rendition: Rendition) {
        file = edition.file
        self.edition = (edition, rendition)
    }

    /// The language that an edition is written in; nil of a file.
    var language: Language? { edition?.rendition.language }
}

extension PublishedEdition {
    /// The edition with what was frozen when it was published.
    package var comparedText: ComparedText { ComparedText(edition, .published(publication)) }
}
