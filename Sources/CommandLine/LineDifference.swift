/// The lines in which two texts of equally many lines differ, as `diff -u` writes them and `patch` reads them.
struct LineDifference {
    private let path: String
    private let old: [Substring]
    private let new: [Substring]
    private static let context = 3

    init(path: String, old: [UInt8], new: [UInt8]) {
        self.path = path
        (self.old, self.new) = (Self.lines(of: old), Self.lines(of: new))
    }

    /// A carriage return is a part of its line.
    private static func lines(of bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Substring($0) }
    }

    /// - Parameter colored: whether to colour it for a terminal, and to underline the no-break spaces that are new.
    func text(colored: Bool) -> String {
        let changed = zip(old, new).enumerated().filter { !$0.element.0.utf8.elementsEqual($0.element.1.utf8) }.map(
            \.offset)
        if changed.isEmpty { return "" }
        let lines = ["--- a/\(path)", "+++ b/\(path)"] + hunks(around: changed).flatMap(hunk)
        return lines.map { (colored ? Self.colored($0) : $0) + "\n" }.joined()
    }

    /// The stretches of lines to show.
    private func hunks(around changed: [Int]) -> [Range<Int>] {
        // What follows the last line end is no line.
        let count = old.last?.isEmpty ?? true ? old.count - 1 : old.count
        var hunks: [Range<Int>] = []
        for index in changed {
            let range = max(0, index - Self.context)..<min(count, index + Self.context + 1)
            if let last = hunks.last, range.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private func hunk(_ range: Range<Int>) -> [String] {
        var lines = ["@@ -\(range.lowerBound + 1),\(range.count) +\(range.lowerBound + 1),\(range.count) @@"]
        for index in range {
            if old[index].utf8.elementsEqual(new[index].utf8) {
                lines.append(" \(old[index])")
            } else {
                lines += ["-\(old[index])", "+\(new[index])"]
            }
        }
        if range.upperBound == old.count { lines.append("\\ No newline at end of file") }
        return lines
    }

    private static func colored(_ line: String) -> String {
        if line.hasPrefix("-") { return "\u{1B}[31m\(line)\u{1B}[0m" }
        guard line.hasPrefix("+") else { return line }
        let shown = line.split(separator: "\u{A0}", omittingEmptySubsequences: false)
            .joined(separator: "\u{1B}[4m\u{A0}\u{1B}[24m")
        return "\u{1B}[32m\(shown)\u{1B}[0m"
    }
}
