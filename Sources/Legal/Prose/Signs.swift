package import Templates

/// A pair of quotation marks that are not those of a Russian text, and those that belong there.
package struct ForeignQuotation: Sendable, Equatable {
    /// The scalars of the marks.
    package let opening: Int
    package let closing: Int
    package let marks: (opening: Unicode.Scalar, closing: Unicode.Scalar)

    package static func == (left: ForeignQuotation, right: ForeignQuotation) -> Bool {
        left.opening == right.opening && left.closing == right.closing && left.marks == right.marks
    }
}

extension ScalarText {
    /// The plain spaces that a line must not break at: after № and §, between an abbreviation and its number, in dates, before
    /// "руб." In ascending order; linear.
    package func mustNotBreak(_ language: Language) -> [Int] {
        let typography = Typography(self, language)
        return scalars.indices.filter { scalars[$0] == " " && typography.mustNotBreakForSense(at: $0) }
    }

    // MARK: Quotation marks

    private static let russian:
        (outer: (opening: Unicode.Scalar, closing: Unicode.Scalar), inner: (Unicode.Scalar, Unicode.Scalar)) =
            (("«", "»"), ("„", "“"))

    /// The pairs of straight or English quotation marks around Cyrillic words, or between them, in the order of their opening
    /// marks. Linear.
    package func foreignQuotations() -> [ForeignQuotation] {
        var found: [ForeignQuotation] = []
        var open: [(index: Int, closer: Unicode.Scalar, isForeign: Bool)] = []
        for (index, scalar) in scalars.enumerated() {
            if let last = open.last, last.closer == scalar, !last.isForeign || closes(index) {
                open.removeLast()
                guard last.isForeign, isCyrillic(around: last.index, index) else { continue }
                let marks = open.isEmpty ? Self.russian.outer : Self.russian.inner
                found.append(ForeignQuotation(opening: last.index, closing: index, marks: marks))
            } else if scalar == "\"", opens(index) {
                open.append((index, "\"", true))
            } else if scalar == "“", open.last?.closer != "“" {
                open.append((index, "”", true))
            } else if scalar == "«" {
                open.append((index, "»", false))
            } else if scalar == "„" {
                open.append((index, "“", false))
            }
        }
        return found.sorted { $0.opening < $1.opening }
    }

    private func opens(_ index: Int) -> Bool {
        guard let next = self[index + 1], !next.isSpace else { return false }
        return !isLetter(index - 1) && !isDigit(index - 1)
    }

    private func closes(_ index: Int) -> Bool {
        !isSpace(index - 1) && !isLetter(index + 1) && !isDigit(index + 1)
    }

    /// Whether Cyrillic letters stand inside the marks, or next to both of them outside.
    private func isCyrillic(around opening: Int, _ closing: Int) -> Bool {
        let inside = scalars[opening + 1..<closing].prefix(200)
        if inside.contains(where: Self.isCyrillic) { return true }
        return nearestLetter(from: opening, by: -1).map(Self.isCyrillic) ?? false
            && nearestLetter(from: closing, by: 1).map(Self.isCyrillic) ?? false
    }

    // MARK: Dashes

    /// The hyphens and short dashes between spaces and Cyrillic words. In ascending order; linear.
    package func wrongDashes() -> [Int] {
        scalars.indices.filter { index in
            guard scalars[index] == "-" || scalars[index] == "–", isSpace(index - 1), isSpace(index + 1) else {
                return false
            }
            return [-1, 1].allSatisfy { nearestLetter(from: index, by: $0).map(Self.isCyrillic) ?? false }
        }
    }

    /// How far from a sign a letter may stand to be its neighbour.
    private static let reach = 6

    /// The next letter in a direction, with nothing but white space, quotation marks and brackets between.
    private func nearestLetter(from index: Int, by step: Int) -> Unicode.Scalar? {
        var position = index + step
        for _ in 0..<Self.reach {
            guard let scalar = self[position] else { return nil }
            if scalar.isLetter { return scalar }
            guard scalar.isSpace || "«»„“\"()[].,".unicodeScalars.contains(scalar) else { return nil }
            position += step
        }
        return nil
    }

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { ("\u{400}"..."\u{4FF}").contains(scalar) }
}
