package import Templates

extension Redline {
    /// What changed, as Markdown for a pull request's comment: a sentence, the changed blocks with the words around each change,
    /// the new numbers.
    ///
    /// - Parameter limit: the most characters; what does not fit is counted.
    package func markdown(_ strings: Strings, limit: Int) -> String {
        let head = "**\(MarkdownText.escaped(sentence(strings), isComment: true))**\n"
        var text = MarkdownComment(redline: self, strings: strings)
        let items = steps.compactMap { text.item($0) }
        return text.joined(head, items, limit: limit)
    }
}

private struct MarkdownComment {
    let redline: Redline
    let strings: Strings
    private var words: Redline.Words { Redline.Words(strings: strings) }
    /// `7 → 8`.
    private var newNumbers: [String] = []

    init(redline: Redline, strings: Strings) {
        (self.redline, self.strings) = (redline, strings)
    }

    func joined(_ head: String, _ items: [String], limit: Int) -> String {
        let count = { (text: String) in text.unicodeScalars.count }
        guard count(head) <= limit else { return String(head.unicodeScalars.prefix(limit - 2)) + "…\n" }
        var lines = head
        var used = count(head)
        // Room for the line that counts what is left out.
        let reserve = min(60, limit - used)
        for (index, item) in items.enumerated() {
            let line = (index == 0 ? "\n" : "") + "- \(item)\n"
            let isLast = index + 1 == items.count
            if used + count(line) > limit - (isLast ? 0 : reserve) {
                let more =
                    (index == 0 ? "\n" : "") + "- … " + strings.plural("redline-more", items.count - index) + "\n"
                return used + count(more) <= limit ? lines + more : lines
            }
            lines += line
            used += count(line)
        }
        guard !newNumbers.isEmpty else { return lines }
        let numbers = "\n" + strings["redline-new-numbers", ["list": newNumbers.joined(separator: ", ")]] + "\n"
        return used + count(numbers) <= limit ? lines + numbers : lines
    }

    /// A changed block; nil where nothing or only a number changed.
    mutating func item(_ step: Redline.Step) -> String? {
        switch step {
        case .delete(let index): return joined(redline.runs(of: redline.old[index], .delete))
        case .insert(let index): return joined(redline.runs(of: redline.new[index], .insert))
        case .moveFrom: return nil
        case .moveTo(let index): return moved(index)
        case .pair(let index): return pair(index)
        }
    }

    private func moved(_ index: Int) -> String {
        let label = redline.old[redline.pairs[index].old[0]].label?.name
        let runs =
            redline.pairs[index].hasEdits ? redline.runs(of: index, words) : redline.runs(of: index, as: .new, words)
        return joined(runs) + " *" + MarkdownText.escaped(words.movedFrom(label), isComment: true) + "*"
    }

    private mutating func pair(_ index: Int) -> String? {
        let pair = redline.pairs[index]
        if pair.isRewritten {
            return joined(redline.runs(of: redline.old[pair.old[0]], .delete)) + " "
                + joined(redline.runs(of: redline.new[pair.new[0]], .insert))
        }
        let runs = redline.runs(of: index, words)
        let isDivided = pair.old.count + pair.new.count > 2
        guard isDivided || runs.joined().contains(where: { $0.mark.isShown }) else { return nil }
        if redline.kinds[index] == [.renumber] {
            let names = [redline.old[pair.old[0]], redline.new[pair.new[0]]].map { $0.label?.name ?? "" }
            newNumbers.append("\(names[0]) → \(names[1])")
            return nil
        }
        return joined(runs)
    }

    private func joined(_ parts: [[Run]]) -> String {
        parts.map { shortened($0).stretches.map(markdown).joined() }.joined(separator: " \\| ")
    }

    /// With no more of a long unchanged stretch than the words beside a change.
    private func shortened(_ runs: [Run]) -> [Run] {
        runs.enumerated().map { index, run in
            guard run.mark == .keep, runs.count > 1 else { return run }
            let words = run.text.split(separator: " ", omittingEmptySubsequences: false)
            let (before, after) = (index == 0 ? 4 : 8, index + 1 == runs.count ? 0 : 8)
            guard words.count > before + after + 4 else { return run }
            let text = words.prefix(before) + ["…"] + words.suffix(after)
            return Run(mark: .keep, text: text.joined(separator: " "), style: run.style)
        }
    }

    private func markdown(_ mark: Run.Mark, _ runs: ArraySlice<Run>) -> String {
        let text = runs.map { MarkdownText.styled(MarkdownText.escaped($0.text, isComment: true), $0.style) }.joined()
        switch mark {
        case .keep, .typographicInsert, .format: return text
        case .typographicDelete: return ""
        case .delete: return "<del>\(text)</del>"
        case .insert: return "<ins>\(text)</ins>"
        case .note: return MarkdownText.styled(text, Block.Style(isEmphasis: true))
        }
    }
}
