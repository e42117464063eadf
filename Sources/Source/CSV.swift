package import Diagnostics

/// A table of comma-separated values (RFC 4180) with the place of every cell.
///
/// Cells are apart by commas, semicolons (as spreadsheets write them where the comma is the decimal sign) or tabs, whichever
/// the first row has most of. Why not SwiftCSV: it says no places, takes a quotation mark that nothing closes, and
/// walks characters: a quotation mark with a combining accent behind it is none to it, so that what an outsider wrote into
/// one cell becomes other cells.
package struct CSV: Sendable {
    package struct Row: Sendable {
        package let cells: [Cell]
        package let range: Range<Int>
    }

    package struct Cell: Sendable {
        /// The bytes of the file between the quotation marks, or between the separators.
        package let range: Range<Int>
        let hasDoubledQuotes: Bool
    }

    package let file: SourceFile
    /// Those that are not empty.
    package private(set) var rows: [Row] = []

    /// Nil, with a diagnostic, where the text is no table: nothing behind such a place could be trusted.
    package init?(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) {
        self.file = file
        let bytes = file.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            diagnostics.append(
                Diagnostic(
                    .error, CharacterRule.invalidUTF8, at: file.location, "the file is in UTF-16",
                    hint: "save it as \"CSV UTF-8\""))
            return nil
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let found = file.characterDiagnostics(in: start..<bytes.count)
        diagnostics += found
        if found.contains(where: { $0.rule == CharacterRule.invalidUTF8 }) { return nil }
        var reader = CSVReader(file: file, offset: start)
        do throws(CSVReader.Fault) {
            while let row = try reader.row() {
                if row.cells.contains(where: { !$0.range.isEmpty }) { rows.append(row) }
            }
        } catch {
            diagnostics.append(
                Diagnostic(
                    .error, "csv-quotes", at: file.location(of: error.range), error.message, hint: error.hint))
            return nil
        }
    }

    /// What a cell says.
    package struct Content: Sendable {
        /// Its places are those in the table's file.
        package let text: SourceFile
        fileprivate let place: @Sendable (Range<Int>) -> Range<Int>

        /// Where a part of the text stands in the table's file.
        package func range(of part: Range<Int>) -> Range<Int> { place(part) }
    }

    package func content(of cell: Cell) -> Content {
        let place: @Sendable (Range<Int>) -> Range<Int>
        var bytes = Array(file.bytes[cell.range])
        if cell.hasDoubledQuotes {
            let offsets: [Int]
            (bytes, offsets) = undoubled(cell.range)
            place = { offsets[$0.lowerBound]..<offsets[$0.upperBound] }
        } else {
            let start = cell.range.lowerBound
            place = { $0.lowerBound + start..<$0.upperBound + start }
        }
        let text = SourceFile(path: file.path, bytes: bytes) { [file] in file.location(of: place($0)) }
        return Content(text: text, place: place)
    }

    /// The bytes with each doubled quotation mark once, and where each of them stands; the end last.
    private func undoubled(_ range: Range<Int>) -> (bytes: [UInt8], offsets: [Int]) {
        var (bytes, offsets, offset) = ([UInt8](), [Int](), range.lowerBound)
        while offset < range.upperBound {
            bytes.append(file.bytes[offset])
            offsets.append(offset)
            offset += file.bytes[offset] == CSVReader.quote ? 2 : 1
        }
        return (bytes, offsets + [range.upperBound])
    }
}

/// Walks the bytes of a table, each once.
private struct CSVReader {
    struct Fault: Error {
        let range: Range<Int>
        let message: String
        let hint: String
    }

    static let quote = UInt8(ascii: "\"")

    private let bytes: [UInt8]
    private var offset: Int
    private let separator: UInt8

    init(file: SourceFile, offset: Int) {
        bytes = file.bytes
        self.offset = offset
        // Spreadsheets' own way to name the separator.
        let head = bytes.dropFirst(offset).prefix(5)
        if head.count == 5, head.starts(with: "sep=".utf8), let named = head.last, Self.isSeparator(named) {
            separator = named
            self.offset += 5
        } else {
            separator = Self.separator(bytes, offset)
        }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { ",;\t".utf8.contains(byte) }

    /// The separator that the first row has most of, outside quotation marks.
    private static func separator(_ bytes: [UInt8], _ start: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes[start...] {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if isLineEnd(byte) { break }
            if isSeparator(byte) { counts[byte, default: 0] += 1 }
        }
        let comma = UInt8(ascii: ",")
        return [UInt8(ascii: ";"), UInt8(ascii: "\t")].reduce(comma) { best, other in
            counts[other, default: 0] > counts[best, default: 0] ? other : best
        }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    /// The next row; nil at the end.
    mutating func row() throws(Fault) -> CSV.Row? {
        guard offset < bytes.count else { return nil }
        let start = offset
        var cells: [CSV.Cell] = []
        while true {
            cells.append(try cell())
            guard offset < bytes.count, bytes[offset] == separator else { break }
            offset += 1
        }
        let end = offset
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
        return CSV.Row(cells: cells, range: start..<end)
    }

    private func isEnd(_ offset: Int) -> Bool {
        offset >= bytes.count || bytes[offset] == separator || Self.isLineEnd(bytes[offset])
    }

    /// A cell, up to the separator or line end behind it.
    private mutating func cell() throws(Fault) -> CSV.Cell {
        if offset < bytes.count, bytes[offset] == Self.quote { return try quotedCell() }
        let start = offset
        while !isEnd(offset) {
            if bytes[offset] == Self.quote {
                throw Fault(
                    range: offset..<offset + 1, message: "a quotation mark within a cell that has none around it",
                    hint: "put the cell in quotation marks, and write each one within it twice")
            }
            offset += 1
        }
        return CSV.Cell(range: start..<offset, hasDoubledQuotes: false)
    }

    private mutating func quotedCell() throws(Fault) -> CSV.Cell {
        let open = offset
        var hasDoubledQuotes = false
        offset += 1
        while offset < bytes.count {
            guard bytes[offset] == Self.quote else {
                offset += 1
                continue
            }
            if offset + 1 < bytes.count, bytes[offset + 1] == Self.quote {
                hasDoubledQuotes = true
                offset += 2
                continue
            }
            let range = open + 1..<offset
            offset += 1
            guard isEnd(offset) else {
                throw Fault(
                    range: offset..<offset + 1, message: "text behind the quotation mark that closes a cell",
                    hint: "write a quotation mark within a cell twice")
            }
            return CSV.Cell(range: range, hasDoubledQuotes: hasDoubledQuotes)
        }
        throw Fault(
            range: open..<open + 1, message: "a quotation mark that nothing closes",
            hint: "close the cell; write a quotation mark within it twice")
    }
}
