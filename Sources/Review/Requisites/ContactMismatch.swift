internal import Diagnostics
internal import Legal

/// `contact-mismatch`: two addresses that were surely meant to be one.
enum ContactMismatch {
    static let rule = Rule(
        "contact-mismatch", .warning, "two e-mail addresses are almost the same",
        asks: """
            E-mail addresses of a text are the same or plainly different: not one name at two domains of which one is a slip of the \
            other or its twin (cmpas.ru, cmpas.com), nor two names one letter apart at one domain. "support@" beside "info@" is fine.
            """,
        why: "A request that is sent to the mistyped address arrives nowhere, or with a stranger.",
        law: "152-ФЗ, ст. 14, 20: the operator answers requests, and must be reached by them",
        example: Rule.Example(
            before: "Пишите на consent@cmpas.ru или consent@cmpass.ru.", after: "Пишите на {{EMAIL}}."),
        check: .edition(findings))

    private static func findings(_ reviewed: ReviewedEdition) -> [Finding] {
        var seen: [EmailAddress] = values(reviewed)
        var findings: [Finding] = []
        for passage in reviewed.passages {
            for (range, address) in passage.text.emailAddresses() where !seen.contains(address) {
                if let twin = seen.first(where: { address.isSlip(of: $0) }) {
                    findings.append(
                        reviewed.finding(
                            in: passage, range, "'\(address)' is almost '\(twin)', which the text has too",
                            hint: "write one of them in both places, or the value of one"))
                }
                if seen.count < mostAddresses { seen.append(address) }
            }
        }
        return findings
    }

    /// Past this many addresses a text is a list of them.
    private static let mostAddresses = 100

    /// The addresses that placeholders of the text stand for.
    private static func values(_ reviewed: ReviewedEdition) -> [EmailAddress] {
        Set(reviewed.passages.flatMap { PlaceholderName.all(in: $0.text) }).sorted().compactMap { name in
            reviewed.values[name].flatMap { ScalarText(Array($0.utf8)).emailAddresses().first?.address }
        }
    }
}

extension EmailAddress {
    /// Whether one of two addresses looks like a slip of the other.
    fileprivate func isSlip(of other: EmailAddress) -> Bool {
        if local == other.local { return domain != other.domain && Self.areTwins(domain, other.domain) }
        guard domain == other.domain, min(local.utf8.count, other.local.utf8.count) >= 4 else { return false }
        return Self.isOneApart(Array(local.utf8), Array(other.local.utf8))
    }

    /// "cmpas.ru" and "cmpas.com", "cmpas.ru" and "cmpass.ru".
    private static func areTwins(_ first: String, _ second: String) -> Bool {
        let names = [first, second].map { $0.split(separator: ".").dropLast().joined(separator: ".") }
        if names[0] == names[1] {
            return names[0].utf8.count > 3 && !["mail", "yandex", "gmail", "outlook"].contains(names[0])
        }
        return min(first.utf8.count, second.utf8.count) >= 7 && isOneApart(Array(first.utf8), Array(second.utf8))
    }

    /// Whether one letter is changed, missing or swapped with its neighbour; digits tell addresses apart on purpose.
    private static func isOneApart(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        let start = zip(first, second).prefix { $0 == $1 }.count
        let end = zip(first[start...].reversed(), second[start...].reversed()).prefix { $0 == $1 }.count
        let (left, right) = (first[start..<(first.count - end)], second[start..<(second.count - end)])
        guard !(left + right).contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return false
        }
        return left.count <= 1 && right.count <= 1 || left.count == 2 && right.elementsEqual(left.reversed())
    }
}
