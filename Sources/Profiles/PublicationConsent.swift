package import Diagnostics
package import Source

/// The specialist's consent to publication (152-ФЗ ст. 10.1).
package struct PublicationConsent: Sendable {
    package let date: Located<Day>
    /// The last day; nil where the consent has none.
    package let until: Located<Day>?
    /// The fields that may be shown; nil where all may.
    package let fields: Located<Set<Profile.Field>>?

    package init(date: Located<Day>, until: Located<Day>?, fields: Located<Set<Profile.Field>>?) {
        self.date = date
        self.until = until
        self.fields = fields
    }

    /// Whether the consent covers a day.
    package func covers(_ day: Day) -> Bool {
        date.value <= day && until.map { day <= $0.value } ?? true
    }
}

extension Profile {
    /// Whether the profile is shown on a day: it is published, and the consent covers the day and everything that would be shown.
    package func isShown(on day: Day) -> Bool {
        guard isPublished, let consent else { return false }
        return consent.covers(day) && uncoveredFields(consent).isEmpty
    }

    /// Why a profile that says `published: true` is not shown on a day.
    package func consentDiagnostics(on day: Day) -> [Diagnostic] {
        guard isPublished else { return [] }
        guard let consent else {
            return [
                Diagnostic(
                    .error, "publication-consent-missing", at: location,
                    "'\(slug)' is published without `publication_consent` (152-ФЗ ст. 10.1)",
                    hint: "record the day of the consent: publication_consent: {date: 2026-09-01}")
            ]
        }
        if day < consent.date.value {
            return [
                Diagnostic(
                    .warning, "publication-consent-not-begun", at: file.location(of: consent.date.range),
                    "'\(slug)' is not built: its consent begins on \(consent.date.value), after \(day)",
                    hint: "it will be built from that day on")
            ]
        }
        if let until = consent.until, until.value < day {
            return [
                Diagnostic(
                    .warning, "publication-consent-over", at: file.location(of: until.range),
                    "'\(slug)' is not built: its consent was over on \(until.value), before \(day)",
                    hint: "ask for a new consent, or set `published: false`")
            ]
        }
        let uncovered = uncoveredFields(consent)
        guard let fields = consent.fields, !uncovered.isEmpty else { return [] }
        let names = uncovered.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return [
            Diagnostic(
                .warning, "publication-consent-fields", at: file.location(of: fields.range),
                "'\(slug)' is not built: its consent does not cover \(names)",
                hint: "take out of the profile what the consent does not cover, or ask for a new consent")
        ]
    }

    private func uncoveredFields(_ consent: PublicationConsent) -> [Field] {
        guard let covered = consent.fields?.value else { return [] }
        return Field.allCases.filter { has($0) && !covered.contains($0) }
    }

    /// What a profile shows: the names of its fields, and `text` for the specialist's own words.
    package enum Field: String, Sendable, CaseIterable {
        case name, profession, photo, city, formats, languages, methods, topics
        case notWorkingWith = "not_working_with"
        case audience, education, training
        case practisingSince = "practising_since"
        case services, schedule, booking, text
    }

    private func has(_ field: Field) -> Bool {
        switch field {
        case .name, .profession: true
        case .photo: photoPath != nil
        case .city: city != nil
        case .formats: !formats.isEmpty
        case .languages: !languages.isEmpty
        case .methods: !methods.isEmpty
        case .topics: !topics.isEmpty
        case .notWorkingWith: !notWorkingWith.isEmpty
        case .audience: !audience.isEmpty
        case .education: !education.isEmpty
        case .training: !training.isEmpty
        case .practisingSince: practisingSince != nil
        case .services: !services.isEmpty
        case .schedule: !schedule.isEmpty
        case .booking: booking != nil
        case .text: hasText
        }
    }
}
