internal import Diagnostics
internal import Legal

/// `bank-details-checksum`: an account and a bank that do not fit each other.
enum BankDetailsChecksum {
    static let rule = Rule(
        "bank-details-checksum", .error, "an account does not fit its bank",
        asks: """
            The number behind "БИК" has nine digits, an account twenty, and the account's check digit is right for a bank that the \
            text names. A correspondent account begins with 301. Without a БИК nothing can be checked but the length.
            """,
        why: "Money that is sent to a mistyped account comes back late, or not at all.",
        law: "order of the Central Bank of Russia of 08.09.1997 № 515",
        example: Rule.Example(
            before: "БИК 044525225, корреспондентский счёт 30101810400000000226",
            after: "БИК 044525225, корреспондентский счёт 30101810400000000225"),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        let numbers = reviewed.numbers(of: [.bik, .settlementAccount, .correspondentAccount])
        let banks = Set(numbers.filter { $0.requisite.kind == .bik }.compactMap { BIK($0.digits) })
        return numbers.compactMap { number in
            if let message = number.wrongLength { return reviewed.finding(number, message) }
            switch number.requisite.kind {
            case .bik:
                return BIK(number.digits) == nil
                    ? reviewed.finding(number, "\(number.words) is no БИК: it is all zeros") : nil
            case .correspondentAccount where !number.digits.hasPrefix("301"):
                return reviewed.finding(number, "\(number.words) is no correspondent account: those begin with 301")
            default:
                guard !banks.isEmpty, banks.allSatisfy({ BankAccount(number.digits, at: $0) == nil }) else {
                    return nil
                }
                let names = banks.map(\.description).sorted().joined(separator: ", ")
                return reviewed.finding(
                    number, "\(number.words) does not fit БИК \(names): its check digit is wrong",
                    hint: "compare both with the bank's letter")
            }
        }
    }
}
