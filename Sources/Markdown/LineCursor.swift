/// A place in a line with its column, as CommonMark counts columns: a tab leads to the next multiple of four.
///
/// It goes through a line's prefix exactly as cmark does (`S_advance_offset`, `S_find_first_nonspace`).
struct LineCursor {
    private(set) var offset: Int
    private(set) var column = 0
    /// Columns of the tab at `offset` that are still ahead, where a marker took only a part of it.
    private(set) var columnsOfSplitTab = 0
    let end: Int

    init(line: Range<Int>) {
        offset = line.lowerBound
        end = line.upperBound
    }

    /// Where the first character that is neither space nor tab stands, and how many columns are before it.
    func indentation(_ bytes: [UInt8]) -> (offset: Int, columns: Int) {
        var place = offset
        var reached = column
        while place < end {
            if bytes[place] == .space {
                reached += 1
            } else if bytes[place] == .tab {
                reached += 4 - reached % 4
            } else {
                break
            }
            place += 1
        }
        return (place, reached - column)
    }

    /// Goes `columns` further through white space, taking a part of a tab where need be.
    mutating func advance(columns: Int, _ bytes: [UInt8]) {
        var rest = columns
        while rest > 0, offset < end {
            guard bytes[offset] == .tab else {
                offset += 1
                column += 1
                rest -= 1
                columnsOfSplitTab = 0
                continue
            }
            let toTab = 4 - column % 4
            column += min(rest, toTab)
            columnsOfSplitTab = toTab > rest ? toTab - rest : 0
            offset += columnsOfSplitTab > 0 ? 0 : 1
            rest -= min(rest, toTab)
        }
    }

    /// Goes to `target` over characters of one column each, and tabs.
    mutating func advance(to target: Int, _ bytes: [UInt8]) {
        while offset < min(target, end) {
            column += bytes[offset] == .tab ? 4 - column % 4 : 1
            offset += 1
        }
        columnsOfSplitTab = 0
    }

    /// Takes one space, or one column of a tab, where there is one: what belongs to a `>`.
    mutating func skipOptionalSpace(_ bytes: [UInt8]) {
        if offset < end, bytes[offset] == .space || bytes[offset] == .tab { advance(columns: 1, bytes) }
    }
}

extension UInt8 {
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let backslash = UInt8(ascii: "\\")
    static let ampersand = UInt8(ascii: "&")
    static let backtick = UInt8(ascii: "`")

    /// Space, tab, line feed, vertical tab, form feed, carriage return: C's `isspace`.
    var isSpace: Bool { self == .space || (9...13).contains(self) }
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    /// ASCII punctuation: what a backslash escapes.
    var isPunctuation: Bool { (33...126).contains(self) && !isDigit && !isLetter }
}
