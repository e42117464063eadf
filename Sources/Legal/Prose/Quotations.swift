extension ScalarText {
    /// What stands in quotation marks, without the marks, in the order of its opening marks; what is inside other quotation marks
    /// too. Linear.
    package func quotations() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: [(index: Int, closer: Unicode.Scalar)] = []
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\"" {
                if let last = open.last, last.closer == "\"" {
                    found.append(last.index + 1..<index)
                    open.removeLast()
                } else if !isLetter(index - 1), !isDigit(index - 1) {
                    open.append((index, "\""))
                }
            } else if let last = open.last, last.closer == scalar {
                found.append(last.index + 1..<index)
                open.removeLast()
            } else if let closer = Self.closingMarks[scalar] {
                open.append((index, closer))
            }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    private static let closingMarks: [Unicode.Scalar: Unicode.Scalar] = ["«": "»", "“": "”", "„": "“"]
}
