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
        let own = stems(of: reviewed.document.title)
        return reviewed.context.documents.compactMap { document -> Finding? in
            let title = stems(of: document.title)
            guard document.id != reviewed.document.id, title != own, title.count > 1, !hasLink(to: document, reviewed)
            else { return nil }
            for passage in reviewed.passages where !passage.isQuoted {
                guard let range = mention(of: title, in: passage, isHeading: passage.kind == .heading) else { continue }
                return reviewed.finding(
                    in: passage, range, "'\(passage.text.string(range))' is named and not linked",
                    hint: "write [\(passage.text.string(range))](../\(document.id)/)")
            }
            return nil
        }
    }

    private static func stems(of title: String) -> [String] {
        let text = ScalarText(Array(title.utf8))
        return text.words(in: text.scalars.indices).map(\.stem)
    }

    private static func hasLink(to document: Document, _ reviewed: ReviewedEdition) -> Bool {
        reviewed.passages.contains { passage in
            passage.links.contains { link in
                link.destination.split { "/?#".contains($0) }.contains { $0 == document.id }
            }
        }
    }

    /// The words that are the title in some form: with a capital where small letters stand around, for "согласие на обработку"
    /// in small letters is no document.
    private static func mention(of title: [String], in passage: Passage, isHeading: Bool) -> Range<Int>? {
        let words = passage.text.words(in: passage.words)
        guard words.count >= title.count else { return nil }
        for start in 0...(words.count - title.count) where words[start].stem == title[0] {
            guard words[start].isCapitalised, zip(title, words[start...]).allSatisfy({ $0 == $1.stem }) else {
                continue
            }
            let range = words[start].range.lowerBound..<words[start + title.count - 1].range.upperBound
            let isQuoted = passage.text[range.lowerBound - 1].map { "«\"“„".unicodeScalars.contains($0) } ?? false
            if isOfOthers(words[..<start]) || hasAddress(after: range.upperBound, passage.text) { continue }
            if !isQuoted, isHeading || beginsSentence(range.lowerBound, passage) { continue }
            return range
        }
        return nil
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
