/// One provision through the editions of a document: what it was called and said in each.
package struct ClauseHistory: Sendable {
    /// The provision in one edition.
    package struct Station: Sendable {
        /// The place of the edition among those that were compared.
        package let edition: Int
        /// `7.1`; nil where it had no number.
        package let label: String?
        /// The first line of it in the edition's file.
        package let line: Int
        /// What it said, block by block, the number among it.
        package let text: [String]
        /// What became of it since the station before: `modified`, `moved`, `renumbered`; of the first station of a provision that
        /// is not as old as the document `added`.
        package let fates: Set<ChangedProvision.Fate>
        /// Against the station before; nil where nothing was said otherwise or called otherwise.
        package let redline: Redline?
    }

    /// Oldest first, one for each edition that has it.
    package let stations: [Station]
}

/// The editions of a document one after the other, with what became of every provision from each to the next.
package struct EditionChain: Sendable {
    private struct Link: Sendable {
        let redline: Redline
        let oldOutline: Outline
        let newOutline: Outline
        /// For a block of the new text the pair that it is the first of, and for one of the old text.
        var pairOfNew: [Int: Int] = [:]
        var pairOfOld: [Int: Int] = [:]

        init(_ redline: Redline) {
            self.redline = redline
            (oldOutline, newOutline) = (Outline(redline.old), Outline(redline.new))
            for (index, pair) in redline.pairs.enumerated() {
                for block in pair.new { pairOfNew[block] = index }
                for block in pair.old { pairOfOld[block] = index }
            }
        }

        /// Whether in blocks of the old text, and in those of the new, nothing changed but numbers and references that follow them.
        func onlyNumbersChanged(_ oldBlocks: Range<Int>, _ newBlocks: Range<Int>) -> Bool {
            let pairs = oldBlocks.map { pairOfOld[$0] } + newBlocks.map { pairOfNew[$0] }
            return pairs.allSatisfy { pair in
                guard let pair else { return false }
                return redline.kinds[pair, default: []].isSubset(of: [.renumber, .referenceFollows, .move])
            }
        }
    }

    private let links: [Link]
    private let editionCount: Int

    /// - Parameters:
    ///   - texts: the editions, oldest first.
    ///   - compare: compares an edition with the next one.
    package init(
        _ texts: [ComparedText],
        compare: (_ old: ComparedText, _ new: ComparedText) -> Redline = { Redline(old: $0, new: $1) }
    ) {
        editionCount = texts.count
        // A single edition has its history, too: that of one day.
        let pairs = texts.count == 1 ? [(texts[0], texts[0])] : Array(zip(texts, texts.dropFirst()))
        links = pairs.map { Link(compare($0, $1)) }
    }

    /// The numbers of the provisions of an edition, in the order of its text.
    package func labels(in edition: Int) -> [String] {
        guard let (blocks, outline) = text(edition) else { return [] }
        return blocks.indices.filter { outline.heads[$0] == $0 }.compactMap { blocks[$0].numberName }
    }

    /// The history of the provision with a number in an edition, before it and after; nil where there is none.
    package func history(of label: String, in edition: Int) -> ClauseHistory? {
        guard let (blocks, outline) = text(edition),
            let head = blocks.indices.first(where: { outline.heads[$0] == $0 && blocks[$0].numberName == label })
        else { return nil }
        return history(ofBlock: head, in: edition)
    }

    /// The histories of all numbered provisions of an edition, in the order of its text.
    package func histories(in edition: Int) -> [ClauseHistory] {
        guard let (blocks, outline) = text(edition) else { return [] }
        return blocks.indices.filter { outline.heads[$0] == $0 && blocks[$0].numberName != nil }
            .map { history(ofBlock: $0, in: edition) }
    }

    private func text(_ edition: Int) -> (blocks: [Block], outline: Outline)? {
        guard (0..<editionCount).contains(edition), let first = links.first else { return nil }
        return edition == 0
            ? (first.redline.old, first.oldOutline)
            : (links[edition - 1].redline.new, links[edition - 1].newOutline)
    }

    private func history(ofBlock block: Int, in edition: Int) -> ClauseHistory {
        var places = [(edition: edition, block: block)]
        while let first = places.first, first.edition > 0,
            let pair = links[first.edition - 1].pairOfNew[first.block]
        {
            places.insert((first.edition - 1, links[first.edition - 1].redline.pairs[pair].old[0]), at: 0)
        }
        while let last = places.last, last.edition < editionCount - 1,
            let pair = links[last.edition].pairOfOld[last.block]
        {
            places.append((last.edition + 1, links[last.edition].redline.pairs[pair].new[0]))
        }
        return ClauseHistory(
            stations: places.enumerated().map { order, place in
                station(place.edition, place.block, before: order > 0 ? places[order - 1].block : nil)
            })
    }

    private func station(_ edition: Int, _ block: Int, before oldBlock: Int?) -> ClauseHistory.Station {
        guard let (blocks, outline) = text(edition) else { preconditionFailure("an edition of the chain") }
        let own = outline.provision(at: block)
        var fates: Set<ChangedProvision.Fate> = oldBlock == nil && edition > 0 ? [.added] : []
        var redline: Redline?
        if let oldBlock {
            let link = links[edition - 1]
            let oldOwn = link.oldOutline.provision(at: oldBlock)
            let (before, now) = (link.redline.old[oldOwn], link.redline.new[own])
            if before.map(\.content) != now.map(\.content), !link.onlyNumbersChanged(oldOwn, own) {
                fates.insert(.modified)
            }
            if before.first?.numberName != now.first?.numberName { fates.insert(.renumbered) }
            if let pair = link.pairOfNew[block], link.redline.pairs[pair].isMoved { fates.insert(.moved) }
            if !fates.isEmpty { redline = Redline(Array(before), Array(now), language: link.redline.language) }
        }
        return ClauseHistory.Station(
            edition: edition, label: blocks[block].numberName, line: blocks[block].line,
            text: blocks[own].map { $0.string(0..<$0.text.count) }, fates: fates, redline: redline)
    }
}

extension Block {
    /// The number of a section or a clause.
    fileprivate var numberName: String? { label.flatMap { $0.isNumber ? $0.name : nil } }
}
