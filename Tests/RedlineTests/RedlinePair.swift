import Foundation
import HTML
import Redline
import Source
import Templates
import TestSupport

/// Two texts and what the redline of them says.
struct RedlinePair {
    let redline: Redline
    let html: String
    /// The same as a page shows it.
    let columns: String

    init(_ old: String, _ new: String) {
        redline = Redline(
            old: SourceFile(path: "old.md", bytes: Array(old.utf8)),
            new: SourceFile(path: "new.md", bytes: Array(new.utf8)))
        let strings = TemplateLibrary.builtInStrings(in: redline.language)
        html = String(decoding: redline.html(strings).html(), as: UTF8.self)
        columns = String(decoding: redline.columns(strings).html(), as: UTF8.self)
    }

    var kinds: [String] { redline.changes.map(\.kind.rawValue) }

    /// The tokens of one text, read out of the HTML alone: the old with everything rejected, the new with everything accepted.
    func tokens(_ side: RedlineReader.Side) -> [String] { RedlineReader(html).tokens(side) }
}

/// Reads a redline's HTML as its contract tells readers to.
struct RedlineReader {
    enum Side { case old, new }

    private var texts: [Side: String] = [.old: "", .new: ""]
    /// What is not well nested.
    private(set) var faults: [String] = []

    private static let void: Set = ["br", "hr", "img"]
    private static let phrasing: Set = ["del", "ins", "span", "strong", "em", "code", "a"]

    init(_ html: String) {
        var open: [(name: String, attributes: String)] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            add(String(rest[..<start]), open)
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            let tag = String(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
            let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " })
            if !Self.phrasing.contains(name) { add(" ", []) }
            if tag.hasPrefix("/") {
                if open.last?.name == name { open.removeLast() } else { faults.append(tag) }
            } else if !Self.void.contains(name) {
                let insidePhrasing = open.contains { ["del", "ins", "p"].contains($0.name) }
                if insidePhrasing, !Self.phrasing.contains(name) { faults.append("\(name) in phrasing") }
                if ["del", "ins"].contains(name), open.contains(where: { $0.name == name }) {
                    faults.append("nested \(name)")
                }
                open.append((name, tag))
            }
        }
        if !open.isEmpty || !rest.allSatisfy(\.isWhitespace) { faults.append("not closed") }
    }

    private mutating func add(_ text: String, _ open: [(name: String, attributes: String)]) {
        if open.contains(where: { $0.attributes.contains("data-note") }) { return }
        let isDeleted = open.contains { $0.name == "del" || $0.attributes.contains("data-moved=\"from\"") }
        let isInserted = open.contains { $0.name == "ins" || $0.attributes.contains("data-moved=\"to\"") }
        let plain = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
            .sorted { $0.key > $1.key }.reduce(text) { $0.replacing($1.key, with: $1.value) }
        if !isInserted { texts[.old, default: ""] += plain }
        if !isDeleted { texts[.new, default: ""] += plain }
    }

    /// Runs of letters and digits, and single other characters.
    func tokens(_ side: Side) -> [String] {
        var tokens: [String] = []
        var word = String.UnicodeScalarView()
        func close() {
            if !word.isEmpty { tokens.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in (texts[side] ?? "").unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(scalar)
            } else {
                close()
                if !scalar.properties.isWhitespace { tokens.append(String(scalar)) }
            }
        }
        close()
        return tokens
    }
}
