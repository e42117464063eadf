/// The taxpayer's number of Russia (ИНН): ten digits of an organisation, twelve of a person, the last one or two of them
/// check digits (order of the Federal Tax Service of 26.06.2025 № ЕД-7-14/559@ and those before it).
package struct INN: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// Nil where the check digits are not right; all zeros, which would pass, are no number of anybody.
    package init?(_ text: String) {
        guard let digits = Digits(text), !digits.areZeros else { return nil }
        switch digits.count {
        case 10: guard digits.passes([2, 4, 10, 3, 5, 9, 4, 6, 8]) else { return nil }
        case 12:
            guard digits.passes([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]), digits.passes([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
            else { return nil }
        default: return nil
        }
        description = text
    }
}

/// The number in the register of organisations (ОГРН, thirteen digits) or of sole traders (ОГРНИП, fifteen), the last of them a
/// check digit.
package struct OGRN: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// Nil where the check digit is not right, or the number of a sole trader does not begin with 3.
    package init?(_ text: String) {
        guard let digits = Digits(text), let last = digits.values.last else { return nil }
        switch digits.count {
        case 13: guard digits.remainder(ofFirst: 12, by: 11) % 10 == last, digits.values[0] != 0 else { return nil }
        case 15: guard digits.remainder(ofFirst: 14, by: 13) % 10 == last, digits.values[0] == 3 else { return nil }
        default: return nil
        }
        description = text
    }

    package var isOfSoleTrader: Bool { description.utf8.count == 15 }
}

/// The number of a bank in Russia (БИК): nine digits without a check digit.
package struct BIK: Sendable, Hashable, CustomStringConvertible {
    package let description: String
    let digits: [Int]

    package init?(_ text: String) {
        guard let digits = Digits(text), digits.count == 9, !digits.areZeros else { return nil }
        (description, self.digits) = (text, digits.values)
    }
}

/// An account of twenty digits at a bank, whose ninth digit checks it together with the bank's number (order of the Central
/// Bank of 08.09.1997 № 515).
package struct BankAccount: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    private static let weights = [7, 1, 3]

    /// Nil where account and bank do not fit each other.
    package init?(_ text: String, at bank: BIK) {
        guard let account = Digits(text), account.count == 20, !account.areZeros else { return nil }
        let isAtCentralBank =
            account.values.starts(with: [3, 0, 1]) || bank.digits[6] == 0 && bank.digits[7] == 0 && bank.digits[8] < 3
        let code = isAtCentralBank ? [0, bank.digits[4], bank.digits[5]] : Array(bank.digits[6...])
        let sum = (code + account.values).enumerated().reduce(0) { $0 + $1.element * Self.weights[$1.offset % 3] }
        guard sum % 10 == 0 else { return nil }
        description = text
    }
}

/// A number by its digits.
private struct Digits {
    let values: [Int]

    init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        values = text.utf8.map { Int($0 - UInt8(ascii: "0")) }
    }

    var count: Int { values.count }
    var areZeros: Bool { values.allSatisfy { $0 == 0 } }

    /// Whether the digit behind those that are weighed is the sum's last digit modulo 11.
    func passes(_ weights: [Int]) -> Bool {
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 % 10 == values[weights.count]
    }

    func remainder(ofFirst count: Int, by divisor: Int) -> Int {
        values.prefix(count).reduce(0) { ($0 * 10 + $1) % divisor }
    }
}
