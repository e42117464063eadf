internal import Diagnostics
internal import Legal

/// `missing-nbsp`: a plain space where a line must not break.
enum MissingNoBreakSpace {
    static let rule = Rule(
        "missing-nbsp", .note, "a plain space stands where a line must not break",
        asks: """
            The space is a no-break one after № and §, between an abbreviation and its number ("п. 5", "ст. 18"), inside a date and \
            before "руб." One finding a paragraph. The pages have it right in any case; the text that others copy has not.
            """,
        why: "A line that ends with № or breaks a date is read wrongly.",
        example: Rule.Example(
            before: "Закон № 152-ФЗ (plain space)", after: "Закон №\u{A0}152-ФЗ (no-break space, U+00A0)"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        reviewed.passages.compactMap { passage in
            let spaces = passage.text.mustNotBreak(reviewed.document.language)
            guard let first = spaces.first else { return nil }
            let range = passage.text.token(before: first)..<passage.text.token(after: first)
            let more = Finding.others(spaces.count - 1, of: " of the paragraph")
            return reviewed.finding(
                in: passage, range, "'\(passage.text.string(range))' may be torn apart at the end of a line\(more)",
                hint: "put a no-break space there. On the pages it is one already",
                mends: spaces.compactMap { reviewed.mend(in: passage, $0..<$0 + 1, with: "\u{A0}") })
        }
    }
}

extension ScalarText {
    /// Where the token begins that ends before a space.
    fileprivate func token(before space: Int) -> Int {
        var start = space
        while start > 0, !isSpace(start - 1), space - start < 32 { start -= 1 }
        while start < space - 1, let first = self[start], "(«\"„[".unicodeScalars.contains(first) { start += 1 }
        return start
    }

    /// Where the token ends that begins behind a space.
    fileprivate func token(after space: Int) -> Int {
        var end = space + 1
        while end < scalars.count, !isSpace(end), end - space < 32 { end += 1 }
        while end > space + 2, let last = self[end - 1], ",;:.)»".unicodeScalars.contains(last) { end -= 1 }
        return end
    }
}
