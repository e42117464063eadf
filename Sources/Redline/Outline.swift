internal import Legal

/// Which provision each block of a text belongs to.
struct Outline {
    /// What a text is divided into.
    enum Level: Sendable {
        case section, clause, annex
        /// What stands before the first provision.
        case preamble
        /// A block of a text that has neither numbers nor headings.
        case paragraph
    }

    /// The block with which a block's provision begins; nil in the preamble.
    let heads: [Int?]
    private let levels: [Int: Level]

    init(_ blocks: [Block]) {
        var levels: [Int: Level] = [:]
        for (index, block) in blocks.enumerated() { levels[index] = Self.level(of: block, isFirst: index == 0) }
        if levels.isEmpty {
            for (index, block) in blocks.enumerated() where !block.kind.isRow { levels[index] = .paragraph }
        }
        var head: Int?
        heads = blocks.indices.map { index in
            if levels[index] != nil { head = index }
            return head
        }
        self.levels = levels
    }

    /// The blocks of the provision that begins with a block.
    func provision(at head: Int) -> Range<Int> {
        head..<(heads[(head + 1)...].firstIndex { $0 != heads[head] } ?? heads.count)
    }

    func level(ofHead head: Int?) -> Level { head.flatMap { levels[$0] } ?? .preamble }

    /// Whether a provision of the level ends the section or annex before it.
    static func isSection(_ level: Level) -> Bool { level == .section || level == .annex }

    private static func level(of block: Block, isFirst: Bool) -> Level? {
        switch block.kind {
        case .heading(let level):
            if AnnexLabel(line: block.text) != nil { return .annex }
            if let label = block.label, label.isNumber { return label.isOfSection ? .section : .clause }
            // The title of the text.
            return isFirst && level == 1 ? nil : .section
        case .paragraph:
            if AnnexLabel(line: block.text) != nil { return .annex }
            guard let label = block.label, label.isNumber else { return nil }
            return label.isOfSection ? .section : .clause
        default: return nil
        }
    }
}

extension Block.Label {
    /// Whether it is a number of one part, `5`.
    fileprivate var isOfSection: Bool { !name.utf8.contains(UInt8(ascii: ".")) }
}
