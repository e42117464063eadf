package import Source
package import Templates

/// What a line of the ledger records.
package enum LedgerEntry: Sendable, Equatable {
    case publish(Publication)
    case withdraw(Withdrawal)
    case note(Note)

    /// The document it is about.
    package var document: String {
        switch self {
        case .publish(let publication): publication.document
        case .withdraw(let withdrawal): withdrawal.document
        case .note(let note): note.document
        }
    }

    /// The first day whose answers it has a part in.
    package var knownFrom: Day {
        if case .publish(let publication) = self { publication.published } else { recordedOn }
    }

    /// The day on which the line was written.
    package var recordedOn: Day {
        switch self {
        case .publish(let publication): publication.recorded ?? publication.published
        case .withdraw(let withdrawal): withdrawal.recorded
        case .note(let note): note.recorded
        }
    }
}

/// The publication of an edition, with everything that is printed with it: nothing that changes elsewhere can change it.
package struct Publication: Sendable, Equatable {
    package let document: String
    package let version: EditionVersion
    package let date: Day
    package let effective: Day
    package let change: Edition.Change
    package let action: Edition.Action
    package let summary: String
    package let title: String
    package let kind: Document.Kind
    package let language: Language
    /// The day of publication.
    package let published: Day
    /// The day of recording, where the edition was published before.
    package let recorded: Day?
    /// Of the file with LF line ends.
    package let source: Digest
    /// Of the plain text.
    package let text: Digest
    /// Of the words at the checkbox of a consent.
    package let label: Digest?
    /// The values that were substituted, by name.
    package let values: [String: String]
    /// The built-in placeholders that were substituted, by name.
    package let builtIn: [String: String]
    /// Rules that stayed unmet, each with its reason.
    package let waivers: [String: String]
    /// What was published with it at once: `dpa@1.1`.
    package let with: [String]
}

/// An edition loses its force.
package struct Withdrawal: Sendable, Equatable {
    package let document: String
    package let version: EditionVersion
    /// The first day without it.
    package let from: Day
    package let reason: String
    package let recorded: Day

    package init(document: String, version: EditionVersion, from: Day, reason: String, recorded: Day) {
        (self.document, self.version, self.from) = (document, version, from)
        (self.reason, self.recorded) = (reason, recorded)
    }
}

/// An erratum or a remark, shown with an edition.
package struct Note: Sendable, Equatable {
    package let document: String
    package let version: EditionVersion
    package let text: String
    package let recorded: Day

    package init(document: String, version: EditionVersion, text: String, recorded: Day) {
        (self.document, self.version, self.text, self.recorded) = (document, version, text, recorded)
    }
}
