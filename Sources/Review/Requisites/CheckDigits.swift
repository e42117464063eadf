internal import Legal

/// A number of the text, typed or filled in, that is to have right check digits.
struct CheckedNumber {
    let prose: Prose
    let requisite: Requisite
    let digits: String

    /// How a message calls it: "'505003226578'", or "'505003226578', the value of INN,".
    var words: String { requisite.placeholder.map { "'\(digits)', the value of \($0)," } ?? "'\(digits)'" }

    /// What a message says of a number that has not as many digits as its kind; nil where it has.
    var wrongLength: String? {
        let (count, lengths) = (digits.unicodeScalars.count, requisite.kind.lengths)
        guard !lengths.contains(count) else { return nil }
        let wanted = lengths.map(String.init).joined(separator: " or ")
        return "\(words) has \(count) digits, and \(requisite.kind.rawValue) has \(wanted)"
    }
}

extension ReviewedEdition {
    /// The numbers of some kinds in the text, with the values of placeholders.
    func numbers(of kinds: [Requisite.Kind]) -> [CheckedNumber] {
        prose.flatMap { prose in
            prose.text.requisites().compactMap { requisite in
                guard kinds.contains(requisite.kind),
                    let digits = requisite.digits ?? requisite.placeholder.flatMap({ values[$0] }), !digits.isEmpty
                else { return nil }
                return CheckedNumber(prose: prose, requisite: requisite, digits: digits)
            }
        }
    }

    func finding(_ number: CheckedNumber, _ message: String, hint: String? = nil) -> Finding {
        finding(in: number.prose.passage, number.requisite.range, message, hint: hint)
    }
}
