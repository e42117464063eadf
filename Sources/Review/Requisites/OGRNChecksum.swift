internal import Diagnostics
internal import Legal

/// `ogrn-checksum`: an ОГРН or ОГРНИП that can't be one.
enum OGRNChecksum {
    static let rule = Rule(
        "ogrn-checksum", .error, "the check digit of an ОГРН or ОГРНИП is wrong",
        asks: """
            The number behind "ОГРН" has thirteen digits, that behind "ОГРНИП" fifteen with a 3 at the beginning, and the check digit \
            is right. What a placeholder stands for is looked at too.
            """,
        why: "A mistyped number names somebody else in the register, or nobody.",
        law: "149-ФЗ, ст. 10 ч. 2: who is responsible is said truly; the check digit is the Federal Tax Service's",
        example: Rule.Example(before: "ОГРНИП 324774600361793", after: "ОГРНИП 324774600361792"),
        check: .edition { reviewed in
            reviewed.numbers(of: [.ogrn, .ogrnip]).compactMap { number in
                let (name, digits) = (number.requisite.kind.rawValue, number.digits)
                if let message = number.wrongLength {
                    let other = number.requisite.kind == .ogrn ? "ОГРНИП" : "ОГРН"
                    return reviewed.finding(number, message, hint: OGRN(digits).map { _ in "write '\(other)'" })
                }
                guard OGRN(digits) == nil else { return nil }
                return reviewed.finding(
                    number, "\(number.words) is no \(name): its check digit is wrong",
                    hint: "compare it with the certificate")
            }
        })
}
