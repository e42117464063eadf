internal import Diagnostics
internal import Legal

/// `inn-checksum`: an ИНН that can't be one.
enum INNChecksum {
    static let rule = Rule(
        "inn-checksum", .error, "the check digits of an ИНН are wrong",
        asks: """
            The number behind "ИНН" has ten digits (an organisation's) or twelve (a person's), and its check digits are right. What a \
            placeholder stands for is looked at too.
            """,
        why: "A mistyped number names somebody else, or nobody.",
        law: "149-ФЗ, ст. 10 ч. 2: who is responsible is said truly; the check digits are the Federal Tax Service's",
        example: Rule.Example(before: "ИНН 505003226578", after: "ИНН 505003226577"),
        check: .edition { reviewed in
            reviewed.numbers(of: [.inn]).compactMap { number in
                if let message = number.wrongLength { return reviewed.finding(number, message) }
                guard INN(number.digits) == nil else { return nil }
                return reviewed.finding(
                    number, "\(number.words) is no ИНН: its check digits are wrong",
                    hint: "compare it with the certificate")
            }
        })
}
