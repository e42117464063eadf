/// A number of a person, an organisation or a bank that stands in a text behind its label: "ИНН 7707083893".
package struct Requisite: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case inn = "ИНН"
        case ogrn = "ОГРН"
        case ogrnip = "ОГРНИП"
        case bik = "БИК"
        case settlementAccount = "расчётный счёт"
        case correspondentAccount = "корреспондентский счёт"

        /// How many digits it may have.
        package var lengths: [Int] {
            switch self {
            case .inn: [10, 12]
            case .ogrn: [13]
            case .ogrnip: [15]
            case .bik: [9]
            case .settlementAccount, .correspondentAccount: [20]
            }
        }
    }

    package let kind: Kind
    /// The scalars of the number as it is written.
    package let range: Range<Int>
    /// Without the spaces between its groups; nil where a placeholder stands for it.
    package let digits: String?
    /// The name of the placeholder that stands for it.
    package let placeholder: String?
}

extension ScalarText {
    /// The requisites of the text in order: numbers of several digits behind a label. Linear.
    package func requisites() -> [Requisite] {
        var found: [Requisite] = []
        var index = 0
        while index < scalars.count {
            guard isLetter(index) else {
                index += 1
                continue
            }
            let word = word(at: index)
            index = word.upperBound
            guard let (kind, end) = label(word), let requisite = requisite(of: kind, behind: end) else { continue }
            found.append(requisite)
            index = requisite.range.upperBound
        }
        return found
    }

    private static let beginLabels = Set("ИиIiОоOoБбРрКк".unicodeScalars)

    /// What a word labels, and where the label ends.
    private func label(_ word: Range<Int>) -> (Requisite.Kind, end: Int)? {
        guard let first = self[word.lowerBound], Self.beginLabels.contains(first) else { return nil }
        switch lowered(word.prefix(20)) {
        case "инн", "inn": return (.inn, word.upperBound)
        case "огрн", "ogrn": return (.ogrn, word.upperBound)
        case "огрнип", "ogrnip": return (.ogrnip, word.upperBound)
        case "бик": return (.bik, word.upperBound)
        case "корсчет", "корсчёт": return (.correspondentAccount, word.upperBound)
        case "р": return abbreviatedAccount(word).map { (.settlementAccount, $0) }
        case "к", "кор", "корр": return abbreviatedAccount(word).map { (.correspondentAccount, $0) }
        case let name where name.hasPrefix("расчетн") || name.hasPrefix("расчётн"):
            return account(after: word).map { (.settlementAccount, $0) }
        case let name where name.hasPrefix("корреспондентск"):
            return account(after: word).map { (.correspondentAccount, $0) }
        default: return nil
        }
    }

    /// The end of "р/с", "р/сч.", "к/с", "корр. счёт".
    private func abbreviatedAccount(_ first: Range<Int>) -> Int? {
        var index = first.upperBound
        if self[index] == "." { index += 1 }
        if self[index] == "/" {
            index += 1
        } else {
            guard first.count > 1 else { return nil }
            index = skippingSpace(index)
        }
        let word = word(at: index)
        let name = string(word.prefix(8)).lowercased()
        guard name == "с" || name == "сч" || name.hasPrefix("счет") || name.hasPrefix("счёт") else { return nil }
        return self[word.upperBound] == "." ? word.upperBound + 1 : word.upperBound
    }

    private func account(after first: Range<Int>) -> Int? {
        let word = word(at: skippingSpace(first.upperBound))
        let name = string(word.prefix(8)).lowercased()
        return name.hasPrefix("счет") || name.hasPrefix("счёт") ? word.upperBound : nil
    }

    /// What stands behind a label, with at most a colon, №, another label ("ИНН/КПП 7707083893/773601001") or the owner's word
    /// between ("БИК банка 044525225").
    private func requisite(of kind: Requisite.Kind, behind start: Int) -> Requisite? {
        var index = start
        if self[index] == "/" {
            let other = word(at: index + 1)
            if !other.isEmpty, other.count < 8 { index = other.upperBound }
        }
        index = skippingSigns(index)
        let owner = word(at: index)
        if !owner.isEmpty, owner.count <= Self.longestOwner { index = skippingSigns(owner.upperBound) }
        if let placeholder = placeholder(at: index) {
            let name = string(placeholder.lowerBound + 2..<placeholder.upperBound - 2)
            return Requisite(kind: kind, range: placeholder, digits: nil, placeholder: name)
        }
        return number(at: index, of: kind, mustFit: !owner.isEmpty).map {
            Requisite(kind: kind, range: $0, digits: $1, placeholder: nil)
        }
    }

    /// The number at an index, its groups taken together; one of another length than its kind's too, unless it must fit.
    private func number(at index: Int, of kind: Requisite.Kind, mustFit: Bool) -> (Range<Int>, digits: String)? {
        guard isDigit(index) else { return nil }
        let first = index
        var end = endOfDigits(from: first)
        var digits = string(first..<min(end, first + 64))
        let longest = kind.lengths.max() ?? 0
        // "40702 810 9 0000 0000001": groups count as one number where together they have the right length.
        var groupEnd = end
        var grouped = digits
        while grouped.utf8.count < longest, isSpace(groupEnd), isDigit(groupEnd + 1) {
            let next = endOfDigits(from: groupEnd + 1)
            grouped += string(groupEnd + 1..<min(next, groupEnd + 32))
            groupEnd = next
            if kind.lengths.contains(grouped.utf8.count), !kind.lengths.contains(digits.utf8.count) {
                (end, digits) = (groupEnd, grouped)
            }
        }
        // "ИНН из 12 цифр" speaks of a number and is none.
        let fits = kind.lengths.contains(digits.utf8.count)
        guard fits || digits.utf8.count >= 6 && !mustFit, !isLetter(end), self[end] != "*" else { return nil }
        return (first..<end, digits)
    }

    private static let longestOwner = 16
    private static let longestGap = 24

    private func skippingSigns(_ start: Int) -> Int {
        var index = start
        while index - start < Self.longestGap, let scalar = self[index],
            scalar.isSpace || ":№_—–-".unicodeScalars.contains(scalar)
        {
            index += 1
        }
        return index
    }

    private func endOfDigits(from start: Int) -> Int {
        var end = start
        while isDigit(end) { end += 1 }
        return end
    }
}
