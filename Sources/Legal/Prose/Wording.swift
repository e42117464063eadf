internal import Source

/// A few words that stand together in a sentence, whatever their forms: what the rules about meaning look for.
///
/// Written as words apart by spaces: `обработк*` is any word that begins so, `даю|даёт` one of two, `~` up to six words of any
/// kind.
package struct Wording: Sendable, ExpressibleByStringLiteral {
    private enum Piece: Sendable {
        case word([Form])
        case gap
    }

    private struct Form: Sendable {
        let text: String
        let isPrefix: Bool

        func matches(_ word: Word) -> Bool {
            isPrefix ? word.lowered.utf8.starts(with: text.utf8) : word.lowered.hasBytes(of: text)
        }
    }

    private let pieces: [Piece]
    private static let longestGap = 6

    package init(stringLiteral pattern: String) {
        pieces = pattern.split(separator: " ").map { piece in
            if piece == "~" { return .gap }
            return .word(
                piece.split(separator: "|").map { form in
                    form.hasSuffix("*")
                        ? Form(text: String(form.dropLast()), isPrefix: true)
                        : Form(text: String(form), isPrefix: false)
                })
        }
    }

    /// Words of which one is in every text that reads so, as `TellingWords` takes them: those that say most.
    package var tellingWords: [String] {
        let words = pieces.compactMap { piece -> [Form]? in if case .word(let forms) = piece { forms } else { nil } }
        func shortest(_ forms: [Form]) -> Int { forms.map(\.text.utf8.count).min() ?? 0 }
        let best = words.max { shortest($0) < shortest($1) } ?? []
        return best.map { $0.isPrefix ? $0.text + "*" : $0.text }
    }

    /// The first place among some words that reads so, as their indices; nil where there is none. Linear in the words.
    package func first(in words: ArraySlice<Word>) -> Range<Int>? {
        for start in words.indices where mayBegin(at: words[start]) {
            if let end = end(of: pieces[...], at: start, in: words) { return start..<end }
        }
        return nil
    }

    /// Most words begin no wording, and are passed by quickly.
    private func mayBegin(at word: Word) -> Bool {
        guard case .word(let forms)? = pieces.first else { return true }
        for form in forms where form.matches(word) { return true }
        return false
    }

    private func end(of pieces: ArraySlice<Piece>, at index: Int, in words: ArraySlice<Word>) -> Int? {
        guard let piece = pieces.first else { return index }
        switch piece {
        case .word(let forms):
            guard index < words.endIndex, forms.contains(where: { $0.matches(words[index]) }) else { return nil }
            return end(of: pieces.dropFirst(), at: index + 1, in: words)
        case .gap:
            for next in index...min(words.endIndex, index + Self.longestGap) {
                if let end = end(of: pieces.dropFirst(), at: next, in: words) { return end }
            }
            return nil
        }
    }
}
