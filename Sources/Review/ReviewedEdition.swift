internal import Diagnostics
package import Legal
package import Source

/// What a rule looks at: an edition, its text, the editions before it and the project around it.
package struct ReviewedEdition: Sendable {
    package let edition: Edition
    package let text: LegalText
    package let history: DocumentHistory
    package let context: ReviewContext
    /// Set while the edition is being published.
    package let terms: Terms?
    /// The passages of the text as words and sentences.
    let prose: [Prose]
    /// What the text defines, in order.
    let definitions: [Definition]

    /// When an edition is published, and how many days of notice its readers were promised.
    package struct Terms: Sendable {
        package let published: Day
        /// Whether it was published before Edict came and is only recorded now.
        package let isRecordedLater: Bool
        package let noticeDays: Int

        package init(published: Day, isRecordedLater: Bool, noticeDays: Int) {
            self.published = published
            self.isRecordedLater = isRecordedLater
            self.noticeDays = noticeDays
        }
    }

    package init(
        edition: Edition, text: LegalText, history: DocumentHistory, context: ReviewContext, terms: Terms? = nil
    ) {
        self.edition = edition
        self.text = text
        self.history = history
        self.context = context
        self.terms = terms
        prose = text.passages.map { Prose($0) }
        definitions = Definition.all(in: prose)
    }

    package var document: Document { history.document }

    /// The blocks of the text, in order.
    package var passages: [Passage] { text.passages }

    /// The heading of the section that a passage stands in.
    func heading(of passage: Passage) -> Passage? {
        passage.heading.map { passages[$0] }
    }

    /// What the placeholders of the text stand for: of a published edition, what they stood for then.
    var values: [String: String] {
        history.publication(of: edition.version)?.values ?? context.values.texts
    }

    /// The published edition that this one follows; nil for the first, and for a published one itself.
    var predecessor: Publication? {
        history.publication(of: edition.version) == nil ? history.publications.last : nil
    }

    /// The last published edition that nobody has withdrawn: what was withdrawn may come again with a new day.
    var standingPredecessor: Publication? {
        guard predecessor != nil else { return nil }
        return history.publications.last { publication in
            !history.withdrawals.contains { $0.version == publication.version }
        }
    }

    /// The line of the file in which some scalars of a passage begin.
    func line(of range: Range<Int>, in passage: Passage) -> Int {
        edition.file.line(at: passage.source(of: range).lowerBound)
    }

    // MARK: Findings

    /// A finding about a field of the front matter.
    func finding(
        on field: String, _ message: String, hint: String? = nil, severity: Severity? = nil
    ) -> Finding {
        Finding(at: edition.location(of: field), message, hint: hint, severity: severity)
    }

    /// A finding about some scalars of a passage.
    func finding(
        in passage: Passage, _ range: Range<Int>, _ message: String, hint: String? = nil, severity: Severity? = nil,
        mends: [Mend] = []
    ) -> Finding {
        finding(at: passage.source(of: range), message, hint: hint, severity: severity, mends: mends)
    }

    /// A finding about some bytes of the file.
    func finding(
        at range: Range<Int>, _ message: String, hint: String? = nil, severity: Severity? = nil, mends: [Mend] = []
    ) -> Finding {
        Finding(at: edition.file.location(of: range), message, hint: hint, severity: severity, mends: mends)
    }

    /// Puts `text` in the place of some scalars of a passage. Nil where they belong to a link of the author's, or where the file
    /// writes them otherwise: across a line end, as `&nbsp;` or behind a backslash.
    func mend(in passage: Passage, _ range: Range<Int>, with text: String) -> Mend? {
        let source = passage.source(of: range)
        guard !passage.isLinked(range), !range.isEmpty, source.upperBound <= edition.file.bytes.count,
            edition.file.bytes[source].elementsEqual(passage.text.string(range).utf8)
        else { return nil }
        return Mend(source, replacement: text)
    }
}
