internal import Templates

/// A redline for the terminal, and its summary.
package struct TextRedline: Sendable {
    private let redline: Redline
    private let isColored: Bool
    private let context: Int
    private let words = Redline.Words(strings: TemplateLibrary.builtInStrings(in: .en))

    /// - Parameter context: how many unchanged blocks are shown around a change.
    package init(_ redline: Redline, isColored: Bool, context: Int) {
        (self.redline, self.isColored, self.context) = (redline, isColored, context)
    }

    private struct Line {
        let text: String
        let isChanged: Bool
        let label: String?
    }

    /// The changed blocks, each with unchanged ones around it; the others are folded into a line. Empty where nothing changed.
    package func text() -> String {
        let lines = redline.steps.flatMap(lines)
        guard lines.contains(where: \.isChanged) else { return "" }
        var shown = [Bool](repeating: false, count: lines.count)
        for (index, line) in lines.enumerated() where line.isChanged {
            let last = min(lines.count - 1, index.addingReportingOverflow(context).partialValue)
            for near in max(0, index - context)...max(index, last) { shown[near] = true }
        }
        var text = ""
        var index = 0
        while index < lines.count {
            if shown[index] {
                text += lines[index].text + "\n"
                index += 1
                continue
            }
            let end = shown[index...].firstIndex(of: true) ?? lines.count
            text += folded(lines[index..<end]) + "\n"
            index = end
        }
        return text
    }

    private func folded(_ lines: ArraySlice<Line>) -> String {
        let labels = lines.compactMap(\.label)
        let names =
            labels.first.map { first in labels.count > 1 ? " (\(first) – \(labels[labels.count - 1]))" : " (\(first))" }
            ?? ""
        return colored("  … \(lines.count) unchanged\(names)", "2")
    }

    private func lines(_ step: Redline.Step) -> [Line] {
        switch step {
        case .delete(let index): return [line("-", redline.old[index], redline.runs(of: redline.old[index], .delete))]
        case .insert(let index): return [line("+", redline.new[index], redline.runs(of: redline.new[index], .insert))]
        case .moveFrom(let index):
            let pair = redline.pairs[index]
            let note = words.movedTo(redline.new[pair.new[0]].label?.name)
            return [line("<", redline.old[pair.old[0]], redline.runs(of: index, as: .old, words), note: note)]
        case .moveTo(let index):
            let pair = redline.pairs[index]
            let note = words.movedFrom(redline.old[pair.old[0]].label?.name)
            return [line(">", redline.new[pair.new[0]], redline.runs(of: index, as: .new, words), note: note)]
        case .pair(let index): return lines(ofPair: index)
        }
    }

    private func lines(ofPair index: Int) -> [Line] {
        let pair = redline.pairs[index]
        let (old, new) = (redline.old[pair.old[0]], redline.new[pair.new[0]])
        if pair.isRewritten {
            return [
                line("-", old, redline.runs(of: index, as: .old, words)),
                line("+", new, redline.runs(of: index, as: .new, words)),
            ]
        }
        let runs = redline.runs(of: index, words)
        let isChanged = runs.joined().contains { $0.mark.isShown }
        if new.kind.isRow { return [line(isChanged ? "~" : " ", new, runs)] }
        let isDivided = pair.old.count + pair.new.count > 2
        return zip(pair.new, runs).map { line(isChanged || isDivided ? "~" : " ", redline.new[$0], [$1]) }
    }

    private func line(_ sign: String, _ block: Block, _ parts: [[Run]], note: String? = nil) -> Line {
        let text = parts.map { $0.stretches.map(shown).joined() }.joined(separator: block.kind.isRow ? " | " : " ")
        let bullet = block.kind.isItem && block.label == nil ? "• " : ""
        return Line(
            text: "\(sign) \(bullet)\(text)" + (note.map { " " + colored($0, "36") } ?? ""), isChanged: sign != " ",
            label: block.label?.name)
    }

    private func shown(_ mark: Run.Mark, _ runs: ArraySlice<Run>) -> String {
        let text = Self.printable(runs.map(\.text).joined())
        switch mark {
        case .keep, .typographicInsert: return text
        case .typographicDelete: return ""
        case .delete: return isColored ? colored(text, "31;9") : "[-\(text)-]"
        case .insert: return isColored ? colored(text, "32;4") : "{+\(text)+}"
        case .format: return isColored ? colored(text, "35") : "{~\(text)~}"
        case .note: return colored(text, "33")
        }
    }

    /// Without characters that command the terminal.
    private static func printable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D, 0x09: result.append(" ")
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private func colored(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension Redline {
    /// How many changes there are of each kind, on one line: `2 modified, 1 inserted, 23 renumbered`.
    package var summary: String {
        var parts = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.kind.participle($0.count))" }
        if typographicCount > 0 { parts.append("\(typographicCount) typographic") }
        return parts.isEmpty ? "no changes" : parts.joined(separator: ", ")
    }
}

extension Change.Kind {
    fileprivate func participle(_ count: Int) -> String {
        switch self {
        case .insert: "inserted"
        case .delete: "deleted"
        case .modify: "modified"
        case .move: "moved"
        case .renumber: "renumbered"
        case .split: "split"
        case .merge: "merged"
        case .format: "formatted"
        case .referenceFollows: count == 1 ? "reference follows" : "references follow"
        case .referenceStale: count == 1 ? "reference stale" : "references stale"
        }
    }
}
