internal import Diagnostics
internal import Legal
internal import Source

/// `number-sequence`: a number of a section, a clause or an annex that is missing, stands twice or in the wrong place.
enum NumberSequence {
    static let rule = Rule(
        "number-sequence", .error, "a number is missing, stands twice or is out of its place",
        asks: """
            Sections follow each other without a gap, and so do the clauses of a section; no number stands twice; 6.1 stands in \
            section 6. In an annex and behind a heading without a number, numbers may begin anew.
            """,
        why: """
            In law the number is part of the text: "clause 5.2" must lead to one provision, and a gap looks as if one had \
            been taken out.
            """,
        example: Rule.Example(
            before: "5.1. Обработка ведётся…\n\n5.3. Отношения сторон…",
            after: "5.1. Обработка ведётся…\n\n5.2. Отношения сторон…"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let clauses = reviewed.text.clauses
        let siblings = Dictionary(grouping: clauses.indices.filter { clauses[$0].kind != .item }) { index in
            Place(parent: clauses[index].parent, isAnnex: clauses[index].kind == .annex)
        }
        let around = Surroundings(reviewed)
        return siblings.flatMap { place, indices in
            if place.isAnnex { return doubledAnnexes(indices, reviewed) }
            var row = Row(reviewed, around, parent: place.parent)
            for index in indices { row.take(index) }
            return row.findings
        }
    }

    /// Where provisions are siblings.
    private struct Place: Hashable {
        let parent: Int?
        let isAnnex: Bool
    }

    private static func doubledAnnexes(_ indices: [Int], _ reviewed: ReviewedEdition) -> [Finding] {
        var first: [String: Int] = [:]
        return indices.compactMap { index in
            let clause = reviewed.text.clauses[index]
            guard let earlier = first[clause.label] else {
                first[clause.label] = clause.offset
                return nil
            }
            return reviewed.finding(
                at: clause.offset..<clause.offset + 1,
                doubled(clause.label, line: reviewed.edition.file.line(at: earlier)))
        }
    }

    /// What may stand between two provisions and make a break in their numbers right.
    private struct Surroundings {
        /// Where headings without a number stand, in order.
        private let headings: [Int]
        /// Where items stand, in order, by their numbers.
        private let items: [String: [Int]]

        init(_ reviewed: ReviewedEdition) {
            headings = reviewed.passages.filter { $0.kind == .heading && $0.start == 0 }.map {
                $0.source(of: 0..<1).lowerBound
            }
            items = Dictionary(grouping: reviewed.text.clauses.filter { $0.kind == .item }) {
                String($0.label.prefix { $0.isNumber })
            }.mapValues { $0.map(\.offset) }
        }

        func hasHeading(in range: Range<Int>) -> Bool { Self.contains(headings, range) }

        /// Whether a number stands there as that of an item: "2. Термины." is no section.
        func hasItem(_ number: Int, in range: Range<Int>) -> Bool { Self.contains(items[String(number)] ?? [], range) }

        /// Whether one of some ascending offsets is in a range. Logarithmic.
        private static func contains(_ offsets: [Int], _ range: Range<Int>) -> Bool {
            var (low, high) = (0, offsets.count)
            while low < high {
                let middle = (low + high) / 2
                if offsets[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
            }
            return low < offsets.count && offsets[low] < range.upperBound
        }
    }

    /// The provisions of one parent, taken in order.
    private struct Row {
        private let reviewed: ReviewedEdition
        private let around: Surroundings
        private let parent: Clause?
        /// The offset of each number that was taken.
        private var taken: [[Int]: Int] = [:]
        private var last: [Int]?
        /// Whether the number before stood twice, so that either count may go on.
        private var maySkip = false
        private var end = 0
        private(set) var findings: [Finding] = []

        init(_ reviewed: ReviewedEdition, _ around: Surroundings, parent: Int?) {
            (self.reviewed, self.around) = (reviewed, around)
            self.parent = parent.map { reviewed.text.clauses[$0] }
            end = self.parent?.offset ?? 0
        }

        mutating func take(_ index: Int) {
            let clause = reviewed.text.clauses[index]
            defer { end = clause.offset }
            if clause.numbers.last == 1, last != nil, around.hasHeading(in: end..<max(end, clause.offset)) {
                (taken, last) = ([:], nil)
            }
            guard clause.numbers.count == depth(of: clause) else { return }
            if let parent, !clause.numbers.dropLast().elementsEqual(parent.numbers), !parent.numbers.isEmpty {
                let next = parent.numbers + [(last?.last ?? 0) + 1]
                report(clause, NumberSequence.misplaced(clause.label, in: parent.label), next)
                last = next
                return
            }
            if let offset = taken[clause.numbers] {
                report(clause, NumberSequence.doubled(clause.label, line: reviewed.edition.file.line(at: offset)), nil)
                maySkip = true
                return
            }
            taken[clause.numbers] = clause.offset
            checkOrder(of: clause)
        }

        /// How many numbers a sibling has: one more than the parent; at the top, as many as the first.
        private func depth(of clause: Clause) -> Int {
            if let parent, !parent.numbers.isEmpty { return parent.numbers.count + 1 }
            return last?.count ?? clause.numbers.count
        }

        private mutating func checkOrder(of clause: Clause) {
            let numbers = clause.numbers
            defer { maySkip = false }
            guard let last else {
                if parent?.numbers.isEmpty ?? true { self.last = numbers } else { checkFirst(clause) }
                return
            }
            // Without lines for the sections, 2.1 may follow 1.4.
            let beginsSection =
                numbers.count > 1 && numbers.last == 1
                && numbers.dropLast().lexicographicallyPrecedes(last.dropLast()) == false
            if numbers.dropLast().elementsEqual(last.dropLast()), let number = numbers.last, let before = last.last {
                if number < before {
                    report(clause, NumberSequence.disordered(clause.label, NumberSequence.label(last)), nil)
                    return
                }
                let next = numbers.dropLast() + [before + 1]
                if number > before + (maySkip ? 2 : 1), !around.hasItem(before + 1, in: end..<max(end, clause.offset)) {
                    report(
                        clause,
                        NumberSequence.missing(NumberSequence.label(next), clause.label, NumberSequence.label(last)),
                        nil)
                }
            } else if !beginsSection {
                return
            }
            self.last = numbers
        }

        private mutating func checkFirst(_ clause: Clause) {
            last = clause.numbers
            guard let number = clause.numbers.last, number > 1, !around.hasItem(1, in: end..<max(end, clause.offset)),
                let parent
            else { return }
            report(
                clause, NumberSequence.missing(NumberSequence.label(parent.numbers + [1]), clause.label, nil), nil)
        }

        private mutating func report(_ clause: Clause, _ message: String, _ next: [Int]?) {
            findings.append(
                reviewed.finding(
                    at: clause.offset..<clause.offset + clause.label.utf8.count, message,
                    hint: next.map { "the next number there is \(NumberSequence.label($0))" }))
        }
    }

    private static func label(_ numbers: some Sequence<Int>) -> String {
        numbers.map(String.init).joined(separator: ".")
    }

    private static func doubled(_ label: String, line: Int) -> String { "\(label) stands in line \(line) already" }

    private static func misplaced(_ label: String, in section: String) -> String {
        "\(label) stands in section \(section)"
    }

    private static func disordered(_ label: String, _ before: String) -> String { "\(label) stands behind \(before)" }

    private static func missing(_ missing: String, _ label: String, _ before: String?) -> String {
        before.map { "\(label) follows \($0): \(missing) is missing" }
            ?? "\(label) is the first here: \(missing) is missing"
    }
}
