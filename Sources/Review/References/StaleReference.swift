internal import Diagnostics
internal import Legal
internal import Redline
internal import Source

/// `stale-reference`: a clause was renumbered since the edition before, and a reference to it was not.
enum StaleReference {
    static let rule = Rule(
        "stale-reference", .error, "a reference still has the number its clause had in the edition before",
        asks: """
            Where a clause has another number than in the edition before, every reference that is unchanged and named it \
            follows it to the new number. Where the clause is gone, and its number is another's now, the reference is mended too.
            """,
        why: """
            The reference is not broken, it leads to the wrong clause: nothing on the page shows it, and the text says what \
            nobody meant.
            """,
        example: Rule.Example(
            before: "8.1. Срок хранения…    (7.1 in the edition before)\n…по истечении срока, указанного в пункте 7.1",
            after: "…по истечении срока, указанного в пункте 8.1"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        guard let (before, redline) = reviewed.redline() else { return [] }
        let numbers = Set(reviewed.text.clauses.map(\.label))
        return redline.changes.compactMap { change in
            guard change.kind == .referenceStale, let reference = change.reference, let side = change.new else {
                return nil
            }
            // A number that nothing has any more is `unknown-clause-reference`'s.
            if reference.new == nil, !numbers.contains(reference.old) { return nil }
            let now = reference.new.map { "is \($0) now" } ?? "is gone, and \(reference.old) is another now"
            return reviewed.finding(
                at: place(of: reference.old, from: side.line, in: reviewed),
                "clause \(reference.old) of \(before.version) \(now)",
                hint: reference.new.map { "write \($0)" } ?? "name the clause that is meant")
        }
    }

    /// The first place of a number behind the label of the block that begins in a line.
    private static func place(of number: String, from line: Int, in reviewed: ReviewedEdition) -> Range<Int> {
        let file = reviewed.edition.file
        let first = reviewed.place(ofLine: line)
        let digits = Array(number.utf8)
        var index = first.upperBound
        while index + digits.count <= file.bytes.count {
            let end = index + digits.count
            let isWhole = !isDigit(file.bytes[index - 1]) && (end == file.bytes.count || !isDigit(file.bytes[end]))
            if isWhole, file.bytes[index..<end].elementsEqual(digits) { return index..<end }
            if file.bytes[index...].starts(with: "\n\n".utf8) { break }
            index += 1
        }
        return first
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
