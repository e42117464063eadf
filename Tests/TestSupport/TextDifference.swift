/// Two texts side by side for people: lines that only one has, with some lines around them.
package struct TextDifference: CustomStringConvertible {
    private static let context = 2
    private static let longest = 200

    package let description: String

    /// - Parameters:
    ///   - old: marked `-` where it is not in the new one.
    ///   - new: marked `+` where it is not in the old one.
    package init(from old: [String], to new: [String]) {
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [(mark: Character, text: String)] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, removed.contains(left) {
                lines.append(("-", old[left]))
                left += 1
            } else if right < new.count, added.contains(right) {
                lines.append(("+", new[right]))
                right += 1
            } else {
                lines.append((" ", old[left]))
                left += 1
                right += 1
            }
        }
        description = Self.excerpt(lines)
    }

    private static func excerpt(_ lines: [(mark: Character, text: String)]) -> String {
        var shown: [String] = []
        var skipped = false
        for index in lines.indices {
            let around = max(0, index - context)...min(lines.count - 1, index + context)
            guard lines[around].contains(where: { $0.mark != " " }) else {
                skipped = true
                continue
            }
            if skipped, !shown.isEmpty { shown.append("  ⋮") }
            skipped = false
            shown.append("\(lines[index].mark) \(lines[index].text)")
            if shown.count >= longest { return (shown + ["  … and more"]).joined(separator: "\n") }
        }
        return shown.joined(separator: "\n")
    }
}
