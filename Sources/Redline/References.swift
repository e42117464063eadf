/// References to clauses whose numbers changed: those that follow, and those that should have and did not.
struct References {
    struct Finding {
        let pair: Int
        let isStale: Bool
        let old: String
        /// What it says now; of a stale one, what it should say, or nil where that clause is gone.
        let new: String?
        let place: EditPlace
    }

    private(set) var findings: [Int: [Finding]] = [:]
    private let old: [Block]
    private let new: [Block]
    /// What each number of the old text has become; nil where its clause is gone.
    private var newNames: [String: String?] = [:]

    init(_ old: [Block], _ new: [Block], _ pairs: [Pair]) {
        (self.old, self.new) = (old, new)
        for block in old {
            if let label = block.label, label.isNumber { newNames[label.name] = .some(nil) }
        }
        for pair in pairs.reversed() {
            guard let label = old[pair.old[0]].label, label.isNumber, let name = new[pair.new[0]].label?.name else {
                continue
            }
            newNames[label.name] = .some(name)
        }
        // A clause that went into another is found there.
        for pair in pairs where pair.old.count > 1 {
            for index in pair.old.dropFirst() {
                guard let label = old[index].label, label.isNumber, let name = new[pair.new[0]].label?.name else {
                    continue
                }
                newNames[label.name] = .some(name)
            }
        }
        for (index, pair) in pairs.enumerated() where !pair.isRewritten {
            for (segment, edits) in pair.segments.enumerated() { read(edits, pair: index, segment: segment) }
        }
    }

    private mutating func read(_ edits: [Edit], pair: Int, segment: Int) {
        var deleted: [String] = []
        var inserted = 0
        for (index, edit) in edits.enumerated() {
            switch edit.mark {
            case .delete:
                if inserted > 0 { (deleted, inserted) = ([], 0) }
                guard let place = edit.old else { continue }
                deleted.append(isReference(place, in: old) ? text(place, in: old) : "")
            case .insert:
                defer { inserted += 1 }
                guard let place = edit.new, inserted < deleted.count else { continue }
                let name = text(place, in: new)
                guard let expected = newNames[deleted[inserted]], expected == name else { continue }
                add(
                    Finding(
                        pair: pair, isStale: false, old: deleted[inserted], new: name,
                        place: EditPlace(segment: segment, index: index)))
            case .keep:
                (deleted, inserted) = ([], 0)
                guard let place = edit.old, isReference(place, in: old), let expected = newNames[text(place, in: old)],
                    expected != text(place, in: old)
                else { continue }
                add(
                    Finding(
                        pair: pair, isStale: true, old: text(place, in: old), new: expected,
                        place: EditPlace(segment: segment, index: index)))
            }
        }
    }

    private mutating func add(_ finding: Finding) { findings[finding.pair, default: []].append(finding) }

    private func text(_ place: Edit.Place, in blocks: [Block]) -> String {
        blocks[place.block].string(blocks[place.block].tokens[place.token].range)
    }

    private static let words = ["пункт", "подпункт", "раздел", "стать", "clause", "section", "article", "paragraph"]
    private static let short: Set = ["п", "пп", "п.п", "разд", "ст", "cl", "sec", "§"]
    private static let elsewhere = [
        "закон", "кодекс", "фз", "постановлен", "act", "directive", "regulation", "гк", "коап",
    ]

    /// Whether a number stands behind a word such as "пунктом", with nothing but numbers, commas and "и" between, and before no
    /// law's name.
    private func isReference(_ place: Edit.Place, in blocks: [Block]) -> Bool {
        let block = blocks[place.block]
        guard place.token >= block.body.lowerBound, isNumber(text(place, in: blocks)) else { return false }
        var index = place.token - 1
        var isFound = false
        while index >= block.body.lowerBound, place.token - index <= 12 {
            let word = block.string(block.tokens[index].range).lowercased()
            if Self.short.contains(word) || Self.words.contains(where: { word.hasPrefix($0) }) {
                isFound = true
                break
            }
            guard isNumber(word) || [".", ",", "и", "или", "-", "–", "—", "and", "or", "по"].contains(word) else {
                return false
            }
            index -= 1
        }
        guard isFound else { return false }
        return !block.tokens[(place.token + 1)...].prefix(4).contains { token in
            let word = block.string(token.range).lowercased()
            return Self.elsewhere.contains { word.hasPrefix($0) || word.hasSuffix("-фз") }
        }
    }

    private func isNumber(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
            && text != "."
    }
}
