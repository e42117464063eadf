package import Templates

extension Redline {
    /// The redline as CriticMarkup (G. Weatherhead, E. J. Paul, 2013): `{--gone--}`, `{++new++}`, `{>>a note<<}`.
    package func criticMarkup(_ strings: Strings) -> String {
        let markup = CriticMarkup(redline: self, words: Words(strings: strings))
        var text = ""
        var before: Block?
        for (block, line) in steps.flatMap(markup.lines) {
            if let before { text += markup.separator(before, block) }
            text += line
            before = block
        }
        return text.isEmpty ? "" : text + "\n"
    }
}

private struct CriticMarkup {
    let redline: Redline
    let words: Redline.Words

    func lines(_ step: Redline.Step) -> [(Block, String)] {
        switch step {
        case .delete(let index): return [line(redline.old[index], redline.runs(of: redline.old[index], .delete))]
        case .insert(let index): return [line(redline.new[index], redline.runs(of: redline.new[index], .insert))]
        case .moveFrom(let index):
            let pair = redline.pairs[index]
            let note = words.movedTo(redline.new[pair.new[0]].label?.name)
            return pair.old.map { line(redline.old[$0], redline.runs(of: redline.old[$0], .delete), note: note) }
        case .moveTo(let index):
            let pair = redline.pairs[index]
            let note = words.movedFrom(redline.old[pair.old[0]].label?.name)
            return pair.new.map { line(redline.new[$0], redline.runs(of: redline.new[$0], .insert), note: note) }
        case .pair(let index):
            let pair = redline.pairs[index]
            if pair.isRewritten {
                return [
                    line(redline.old[pair.old[0]], redline.runs(of: redline.old[pair.old[0]], .delete)),
                    line(redline.new[pair.new[0]], redline.runs(of: redline.new[pair.new[0]], .insert)),
                ]
            }
            let runs = redline.runs(of: index, words)
            if redline.new[pair.new[0]].kind.isRow { return [line(redline.new[pair.new[0]], runs)] }
            return zip(pair.new, runs).map { line(redline.new[$0], [$1]) }
        }
    }

    /// Rows of a table and items of a list stand on lines of their own, other blocks apart by an empty one.
    func separator(_ before: Block, _ next: Block) -> String {
        if before.kind.isRow, next.kind.isRow {
            guard case .row(isHeader: true) = before.kind, case .row(isHeader: false) = next.kind else { return "\n" }
            return "\n|" + String(repeating: "---|", count: max(1, before.cells.count)) + "\n"
        }
        return before.kind.isItem && next.kind.isItem ? "\n" : "\n\n"
    }

    private func line(_ block: Block, _ parts: [[Run]], note: String? = nil) -> (Block, String) {
        let texts = parts.map { $0.stretches.map(markup).joined() }
        let note = note.map { " {>>\(escaped($0))<<}" } ?? ""
        let quote = block.isQuoted ? "> " : ""
        let text = texts.first ?? ""
        switch block.kind {
        case .heading(let level): return (block, quote + String(repeating: "#", count: level) + " " + text + note)
        case .item(let depth):
            let indent = String(repeating: "  ", count: depth - 1)
            return (block, quote + indent + (block.label == nil ? "- " : "") + text + note)
        case .row: return (block, "| " + texts.joined(separator: " | ") + " |" + note)
        case .rule: return (block, quote + "---")
        case .paragraph, .code, .source: return (block, quote + text + note)
        }
    }

    private func markup(_ mark: Run.Mark, _ runs: ArraySlice<Run>) -> String {
        let text = runs.map { MarkdownText.styled(escaped($0.text), $0.style) }.joined()
        switch mark {
        case .keep, .typographicInsert: return text
        case .typographicDelete: return ""
        case .delete: return "{--\(text)--}"
        case .insert: return "{++\(text)++}"
        case .format: return "{==\(text)==}"
        case .note: return "{>>\(text)<<}"
        }
    }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text, isComment: false) }
}
