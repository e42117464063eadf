internal import Diagnostics
internal import Legal

/// `profile-personal-data`: a private phone, address or account in the text of a profile.
enum ProfilePersonalData {
    static let rule = Rule(
        "profile-personal-data", .warning, "a profile gives private contacts", kinds: [],
        asks: """
            The free text of a profile has no phone number, e-mail address, street address or messenger account: clients reach a \
            specialist through `booking`.
            """,
        why:
            "What is on a public page is copied for ever; a consent to publish covers the fields it names, and a contact in passing is not one.",
        law: "152-ФЗ, ст. 10.1",
        example: Rule.Example(
            before: "Пишите мне в Telegram: @anna_psy, +7 916 000-00-00.",
            after: "Запишитесь на консультацию через сервис."),
        check: .profile(mayConcern: mayHoldContact, findings))

    private static func mayHoldContact(_ text: FoldedText) -> Bool {
        text.mayHold(UInt8(ascii: "@")) || text.mayHoldPhoneNumber || tellingWords.mayOccur(in: text)
    }

    private static let tellingWords = TellingWords(
        streetWords + ["t.me/*", "wa.me/*", "vk.com/*", "mailto:*", "tel:*"])

    private static func findings(_ reviewed: ReviewedProfile) -> [Finding] {
        reviewed.passages.filter(isFreeText).flatMap { passage in
            contacts(in: passage).sorted { $0.range.lowerBound < $1.range.lowerBound }.map { contact in
                reviewed.finding(
                    in: passage, contact.range,
                    "'\(passage.text.string(contact.range))' is \(contact.kind) in the text of a profile",
                    hint: "leave it out: `booking` tells how to make an appointment")
            }
        }
    }

    private static func isFreeText(_ passage: Passage) -> Bool {
        guard case .field(let name) = passage.kind else { return true }
        return !["booking", "photo", "publication_consent", "schedule", "practising_since"].contains {
            name == $0 || name.hasPrefix($0 + ".")
        }
    }

    private struct Contact {
        let kind: String
        let range: Range<Int>
    }

    private static func contacts(in passage: Passage) -> [Contact] {
        let text = passage.text
        let addresses = text.emailAddresses().map { Contact(kind: "an e-mail address", range: $0.range) }
        let phones = text.phoneNumbers().map { Contact(kind: "a phone number", range: $0) }
        let accounts = accounts(in: text).filter { account in !addresses.contains { $0.range.overlaps(account.range) } }
        return addresses + phones + accounts + streets(in: Prose(passage)) + links(of: passage)
    }

    // MARK: Accounts

    /// "@anna_psy", "t.me/anna".
    private static func accounts(in text: ScalarText) -> [Contact] {
        text.scalars.indices.compactMap { index in
            let isHandle = text[index] == "@" && !text.isLetter(index - 1) && !text.isDigit(index - 1)
            let isLink = text.has("t.me/", at: index) || text.has("wa.me/", at: index) || text.has("vk.com/", at: index)
            guard isHandle || isLink && !text.isLetter(index - 1) else { return nil }
            var end = index + 1
            while let scalar = text[end], scalar.isASCII,
                text.isLetter(end) || text.isDigit(end) || "_./-".unicodeScalars.contains(scalar)
            {
                end += 1
            }
            while end > index, text[end - 1] == "." { end -= 1 }
            return end - index > 3 ? Contact(kind: "an account of a messenger", range: index..<end) : nil
        }
    }

    private static func links(of passage: Passage) -> [Contact] {
        passage.links.compactMap { link in
            let target = link.destination.lowercased()
            let isContact =
                ["mailto:", "tel:"].contains { target.hasPrefix($0) }
                || ["//t.me/", "//wa.me/", "//vk.com/"].contains { target.contains($0) }
            return isContact ? Contact(kind: "a link to a private contact", range: link.range) : nil
        }
    }

    // MARK: Streets

    private static let streetWords: Set<String> = [
        "ул", "улица", "улице", "улицы", "пр-т", "проспект", "проспекте", "переулок", "переулке", "пер", "бульвар",
        "бульваре", "набережная", "набережной", "шоссе", "площадь", "площади", "street", "avenue",
    ]

    /// "ул. Мира, д. 5": the word of a street, a name, and a number soon after.
    private static func streets(in prose: Prose) -> [Contact] {
        prose.words.indices.compactMap { index in
            guard streetWords.contains(prose.words[index].lowered) else { return nil }
            let near = prose.words[index...].prefix(6)
            guard
                near.dropFirst().contains(where: \.isCapitalised) || index > 0 && prose.words[index - 1].isCapitalised,
                let number = near.indices.first(where: { prose.text.isDigit(prose.words[$0].range.lowerBound) }),
                isHouseNumber(at: number, in: prose)
            else { return nil }
            return Contact(
                kind: "a street address",
                range: prose.words[index].range.lowerBound..<prose.words[number].range.upperBound)
        }
    }

    /// "5" behind "д.", a comma or a name.
    private static func isHouseNumber(at index: Int, in prose: Prose) -> Bool {
        guard index > 0 else { return false }
        let before = prose.words[index - 1]
        return before.isCapitalised || ["д", "дом", "no"].contains(before.lowered)
            || prose.text[before.range.upperBound] == ","
    }
}
