/// A linear look at a text before cmark sees it, for what makes cmark 0.30.2 slow or its tree deep.
///
/// Measured on cmark's pathological inputs and our own at 1 and 8 MiB: cmark is quadratic in two places only. Each `]` that
/// closes a link goes over all images that are open before it (`![[]()` again and again), and each line over all containers
/// that are open. All else is linear, at up to 0.4 µs for a character of markup; so that is bounded as well.
struct Complexity {
    /// Characters that can begin or end something, line ends among them. A megabyte of prose has some 20,000.
    private(set) var markup = 0
    /// The sum over all paragraphs of images times brackets.
    private(set) var imageSteps = 0
    /// The line, counted from 1, whose markers and indentation alone nest too deep; 0 where there is none.
    private(set) var deepLine = 0

    static let mostMarkup = 400_000
    static let mostImageSteps = 20_000_000
    /// As columns of a line's white space and markers, where an item takes two at least.
    static let mostColumns = 400

    init(_ text: ArraySlice<UInt8>) {
        var images = 0
        var brackets = 0
        var line = 1
        var prefix = Prefix()
        var isBlank = true
        var previous: UInt8 = 0
        let isMarkup = Self.isMarkup
        let text = text.span
        for index in text.indices {
            let byte = text[index]
            if byte == .lineFeed || byte == UInt8(ascii: "\r") {
                if isBlank {
                    imageSteps += images * brackets
                    (images, brackets) = (0, 0)
                }
                if prefix.isTooDeep, deepLine == 0 { deepLine = line }
                if byte == UInt8(ascii: "\r") || previous != UInt8(ascii: "\r") { line += 1 }
                markup += 1
                prefix = Prefix()
                isBlank = true
            } else {
                if byte != .space && byte != .tab { isBlank = false }
                if prefix.isOpen { prefix.take(byte) }
                if isMarkup[Int(byte)] {
                    markup += 1
                    if byte == UInt8(ascii: "[") && previous == UInt8(ascii: "!") { images += 1 }
                    if byte == UInt8(ascii: "]") { brackets += 1 }
                }
            }
            previous = byte
        }
        imageSteps += images * brackets
        if prefix.isTooDeep, deepLine == 0 { deepLine = line }
    }

    private static let isMarkup: [Bool] = (0..<256).map { "\0`\\&_*[]<>!#+-|".utf8.contains(UInt8($0)) }

    /// The white space and markers of containers at the head of a line.
    private struct Prefix {
        private(set) var isOpen = true
        private var columns = 0
        private var markers = 0
        private var previous: UInt8 = .space
        private var isDeepItem = false

        var isTooDeep: Bool { markers > Limits.mostLevels || isDeepItem }

        mutating func take(_ byte: UInt8) {
            switch byte {
            case .space, .tab:
                columns += byte == .tab ? 4 : 1
                switch previous {
                case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
                    markers += 1
                    if columns > Complexity.mostColumns { isDeepItem = true }
                default: break
                }
            case UInt8(ascii: ">"):
                columns += 1
                markers += 1
                if columns > Complexity.mostColumns { isDeepItem = true }
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                columns += 1
                if previous != .space && previous != .tab && previous != UInt8(ascii: ">") { isOpen = false }
            case UInt8(ascii: "."), UInt8(ascii: ")"):
                columns += 1
                if !previous.isDigit { isOpen = false }
            case _ where byte.isDigit:
                columns += 1
            default: isOpen = false
            }
            previous = byte
        }
    }
}
