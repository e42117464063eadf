extension ScalarText {
    /// The phone numbers of the text in order, as ranges of its scalars: `+7` or `8` and ten digits, in any grouping, and other
    /// numbers that begin with `+` and have ten digits at least (ITU-T E.164: at most fifteen). Linear.
    package func phoneNumbers() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            guard let end = endOfPhoneNumber(at: index) else {
                index += 1
                continue
            }
            found.append(index..<end)
            index = end
        }
        return found
    }

    private func endOfPhoneNumber(at start: Int) -> Int? {
        let isInternational = self[start] == "+"
        guard isInternational || self[start] == "8" || self[start] == "7", !isDigit(start - 1), !isLetter(start - 1),
            self[start - 1] != "+"
        else { return nil }
        var (digits, end, index) = (0, start, isInternational ? start + 1 : start)
        while digits < 15, index - end < 4 {
            if isDigit(index) {
                digits += 1
                end = index + 1
            } else if let scalar = self[index], !"-–‑() .\u{A0}".unicodeScalars.contains(scalar) {
                break
            } else if self[index] == nil {
                break
            }
            index += 1
        }
        guard !isDigit(end) else { return nil }
        return isInternational && digits >= 10 || digits == 11 ? end : nil
    }
}

extension FoldedText {
    /// Whether a passage may hold a phone number: ten digits with little between them. Linear.
    package var mayHoldPhoneNumber: Bool {
        if mayHide { return true }
        var (digits, between) = (0, 0)
        for byte in bytes {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                digits = between < 4 ? digits + 1 : 1
                between = 0
                if digits == 10 { return true }
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                between += 1
            }
        }
        return false
    }
}
