internal import Diagnostics
internal import Legal

/// `document-without-address`: another document of the site is named, and no link leads there.
enum DocumentWithoutAddress {
    static let rule = Rule(
        "document-without-address", .warning, "another document of the site is named and not linked",
        asks: """
            Where the text names another document of this site by its title, it links to it. One link to each document is \
            enough.
            """,
        why: "Who must read two documents to know what holds has to find the second one.",
        law: "152-ФЗ, ст. 18.1 ч. 2: access without restrictions",
        example: Rule.Example(
            before: "регулируются Соглашением об обработке данных.",
            after: "регулируются [Соглашением об обработке данных](../dpa/)."),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let linked = Set(
            reviewed.passages.flatMap(\.links).flatMap { link in
                link.destination.split { "/?#".contains($0) }.map(String.init)
            })
        let own = Prose.stems(of: reviewed.document.title)
        var found: [String: Finding] = [:]
        for (passage, prose) in zip(reviewed.passages, reviewed.prose) where !passage.isQuoted {
            for (start, word) in prose.words.enumerated() where word.isCapitalised {
                for title in reviewed.context.titles[word.stem, default: []]
                where title.stems != own && title.document != reviewed.document.id && !linked.contains(title.document)
                    && found[title.document] == nil
                {
                    guard let range = mention(of: title.stems, at: start, in: prose.words, passage) else { continue }
                    found[title.document] = reviewed.finding(
                        in: passage, range, "'\(passage.text.string(range))' is named and not linked",
                        hint: "write [\(passage.text.string(range))](../\(title.document)/)")
                }
            }
        }
        return reviewed.context.documents.compactMap { found[$0.id] }
    }

    /// The words that are the title in some form: with a capital where small letters stand around, for "согласие на обработку"
    /// in small letters is no document.
    private static func mention(
        of title: [String], at start: Int, in words: [Word], _ passage: Passage
    ) -> Range<Int>? {
        let end = start + title.count
        guard end <= words.count, zip(title, words[start..<end]).allSatisfy({ $0 == $1.stem }) else { return nil }
        let range = words[start].range.lowerBound..<words[end - 1].range.upperBound
        let isQuoted = passage.text[range.lowerBound - 1].map { "«\"“„".unicodeScalars.contains($0) } ?? false
        if isOfOthers(words[..<start]) || hasAddress(after: range.upperBound, passage.text) { return nil }
        if !isQuoted, passage.kind == .heading || beginsSentence(range.lowerBound, passage) { return nil }
        return range
    }

    /// "в соответствии с их Политикой конфиденциальности".
    private static func isOfOthers(_ before: ArraySlice<Word>) -> Bool {
        before.suffix(4).contains {
            ["их", "его", "её", "ее", "своей", "своим", "соответствующей"].contains($0.lowered)
        }
    }

    /// How far behind a title its address may begin.
    private static let nearby = 60

    /// "Политика (https://…)".
    private static func hasAddress(after end: Int, _ text: ScalarText) -> Bool {
        let near = text.string(end..<min(text.scalars.count, end + nearby))
        return near.contains("://") || near.contains("www.")
    }

    private static func beginsSentence(_ index: Int, _ passage: Passage) -> Bool {
        passage.text.sentences(in: passage.words).contains { $0.lowerBound == index }
    }
}
