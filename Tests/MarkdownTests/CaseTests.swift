import Diagnostics
import Markdown
import Source
import Testing

/// The case files in `Cases`: a new case is a new file.
struct CaseTests {
    @Test(arguments: CaseFile.all("positions") + CaseFile.all("tables"))
    func `a word is found where the file has it`(file: CaseFile) {
        let tree = MarkdownTree(file.markdown)
        #expect(places(in: tree, of: file) == file.lines("places"))
        PositionProperties(tree: tree).check()
    }

    @Test(arguments: CaseFile.all("tables") + CaseFile.all("checks"))
    func `what a case renders is its HTML`(file: CaseFile) {
        guard let html = file.sections["html"] else { return }
        #expect(MarkdownTree(file.markdown).htmlText == html)
    }

    @Test(arguments: CaseFile.all("positions") + CaseFile.all("tables") + CaseFile.all("checks"))
    func `what is wrong in a case is found in its place, and nothing else`(file: CaseFile) {
        #expect(MarkdownTree(file.markdown).findings == file.lines("diagnostics"))
    }

    @Test func `there are cases of each kind`() {
        for folder in ["positions", "tables", "checks"] { #expect(CaseFile.all(folder).count >= 5) }
    }

    /// `line:column word` for the words that the case names, each looked for behind the one before.
    private func places(in tree: MarkdownTree, of file: CaseFile) -> [String] {
        var words = file.lines("places").compactMap {
            $0.split(separator: " ", maxSplits: 1).last.map { Array($0.utf8) }
        }[...]
        var found: [String] = []
        for node in tree.root.descendants where node.kind == .text || node.kind == .code {
            let literal = node.literal
            var index = 0
            while let word = words.first, index + word.count <= literal.count {
                guard literal[index...].starts(with: word) else {
                    index += 1
                    continue
                }
                let offset = tree.map(of: node)?.offset(at: index) ?? -1
                let place = tree.file.location(at: offset)
                found.append("\(place.line ?? 0):\(place.column ?? 0) \(String(decoding: word, as: UTF8.self))")
                words.removeFirst()
                index += word.count
            }
        }
        return found
    }
}
