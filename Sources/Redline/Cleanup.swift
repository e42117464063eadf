/// Makes an edit script one that a person would write (N. Fraser, "Diff Strategies", 2006: semantic cleanup, and edits slid to
/// the borders of phrases).
enum Cleanup {
    /// Whether over two thirds of both changed.
    static func isRewritten(_ old: [Token], _ new: [Token], _ kept: [(old: Int, new: Int)]) -> Bool {
        let smaller = min(old.count { $0.stem != nil }, new.count { $0.stem != nil })
        return smaller >= 4 && kept.count { old[$0.old].stem != nil } * 3 < smaller
    }

    static func cleaned(_ kept: [(old: Int, new: Int)], _ old: [Token], _ new: [Token]) -> [(old: Int, new: Int)] {
        slid(withoutCrumbs(kept, old, new), old, new)
    }

    /// Without the commas and short words that two long replacements have in common.
    private static func withoutCrumbs(
        _ kept: [(old: Int, new: Int)], _ old: [Token], _ new: [Token]
    ) -> [(old: Int, new: Int)] {
        var runs: [[(old: Int, new: Int)]] = []
        for pair in kept {
            if let last = runs.last?.last, last.old + 1 == pair.old, last.new + 1 == pair.new {
                runs[runs.count - 1].append(pair)
            } else {
                runs.append([pair])
            }
        }
        var result: [(old: Int, new: Int)] = []
        var end = (old: 0, new: 0)
        for (index, run) in runs.enumerated() {
            guard let first = run.first, let last = run.last else { continue }
            let next = index + 1 < runs.count ? runs[index + 1][0] : (old: old.count, new: new.count)
            let before = min(first.old - end.old, first.new - end.new)
            let after = min(next.old - last.old - 1, next.new - last.new - 1)
            let isCrumb = run.count <= 2 && run.allSatisfy { isSmall(old[$0.old]) } && before >= 2 && after >= 2
            if !isCrumb {
                result += run
                end = (last.old + 1, last.new + 1)
            }
        }
        return result
    }

    /// Punctuation, or a word of up to three letters.
    private static func isSmall(_ token: Token) -> Bool { token.stem == nil || token.range.count <= 6 }

    /// Slides what was only inserted or only deleted to where a phrase begins: of "б, в" in "а, б, в, г" it is "б," that is new, not ", б".
    private static func slid(
        _ kept: [(old: Int, new: Int)], _ old: [Token], _ new: [Token]
    ) -> [(old: Int, new: Int)] {
        var kept = kept
        for index in kept.indices {
            let previous = index > 0 ? kept[index - 1] : (old: -1, new: -1)
            let (deleted, inserted) = (kept[index].old - previous.old - 1, kept[index].new - previous.new - 1)
            guard (deleted == 0) != (inserted == 0) else { continue }
            if inserted > 0 {
                slide(&kept, before: index, inserted, new) {
                    $0.new
                } set: {
                    $0.new = $1
                }
            } else {
                slide(&kept, before: index, deleted, old) {
                    $0.old
                } set: {
                    $0.old = $1
                }
            }
        }
        return kept
    }

    /// Moves a hole of `count` tokens before `kept[index]` to the left, over tokens that are the same at its end.
    private static func slide(
        _ kept: inout [(old: Int, new: Int)], before index: Int, _ count: Int, _ tokens: [Token],
        get: ((old: Int, new: Int)) -> Int, set: (inout (old: Int, new: Int), Int) -> Void
    ) {
        let start = get(kept[index]) - count
        var best = (shift: 0, score: score(start, start + count, tokens))
        var shift = 0
        while shift < min(index, 64) {
            let left = start - shift - 1
            guard left >= 0, get(kept[index - shift - 1]) == left, tokens[left].key == tokens[left + count].key,
                isRunOnBothSides(kept, index - shift - 1, index)
            else { break }
            shift += 1
            let score = score(start - shift, start - shift + count, tokens)
            if score > best.score { best = (shift, score) }
        }
        guard best.shift > 0 else { return }
        for step in 1...best.shift { set(&kept[index - step], get(kept[index - step]) + count) }
    }

    private static func isRunOnBothSides(_ kept: [(old: Int, new: Int)], _ from: Int, _ index: Int) -> Bool {
        from + 1 == index
            || (kept[from].old + 1 == kept[from + 1].old && kept[from].new + 1 == kept[from + 1].new)
    }

    /// How well an edit of these tokens begins and ends.
    private static func score(_ start: Int, _ end: Int, _ tokens: [Token]) -> Int {
        var score = 0
        if start == 0 || tokens[start - 1].stem == nil { score += 1 }
        if tokens[start].stem != nil { score += 1 }
        if end == tokens.count || tokens[end - 1].stem == nil { score += 1 }
        return score
    }
}
