internal import Legal
internal import Profiles
internal import Project
internal import Source

/// What is to be said of one document on a day.
struct DocumentStatus {
    let document: String
    let inForce: Period?
    let upcoming: [Publication]
    let drafts: [EditionVersion]
    /// The names of values that read otherwise now than in the latest published edition.
    let changedValues: [String]
    let nextChange: ComingChange?

    init(_ history: DocumentHistory, _ values: Values, on day: Day) {
        document = history.document.id
        let known = history.publications.filter { $0.published <= day }
        inForce = history.periods(knownOn: day).last { $0.contains(day) }
        let statuses = history.statuses(on: day)
        upcoming = known.filter { statuses[$0.version] == .upcoming }
        drafts = history.drafts.map(\.version)
        changedValues = (known.last?.values ?? [:]).filter { values.texts[$0.key] != $0.value }.map(\.key).sorted()
        nextChange = ComingChange(of: history, after: day)
    }

    /// How many days are left until an upcoming edition takes effect.
    static func daysLeft(until publication: Publication, on day: Day) -> Int { day.days(until: publication.start) }
}

/// A day on which the site must be built again, and why.
struct ComingChange {
    let day: Day
    /// `privacy 2.1 takes effect`.
    let changes: [String]
}

extension ComingChange {
    /// The next day on which an edition of a document stands elsewhere than on this one.
    fileprivate init?(of history: DocumentHistory, after day: Day) {
        // By what is known now: later lines are not there yet.
        let periods = history.periods(knownOn: day)
        let withdrawals = history.withdrawals.filter { withdrawal in
            withdrawal.from > day && history.withdrawal(of: withdrawal.version, knownOn: day) == withdrawal
        }
        let days =
            periods.flatMap { [$0.from, $0.until].compactMap(\.self) }.filter { $0 > day } + withdrawals.map(\.from)
        guard let next = days.min() else { return nil }
        let id = history.document.id
        var changes = withdrawals.filter { $0.from == next }.map { "\(id) \($0.version) is withdrawn" }
        if let period = periods.first(where: { $0.from == next }) {
            let isBack = periods.contains { $0.version == period.version && $0.from < next }
            changes.append("\(id) \(period.version) \(isBack ? "is in force again" : "takes effect")")
        } else if periods.contains(where: { $0.until == next }) {
            changes.append("no edition of \(id) is in force")
        }
        self.init(day: next, changes: changes)
    }

    /// The next day on which the page of a specialist comes or goes with the consent to it.
    private init?(of profile: Profile, after day: Day) {
        guard profile.isPublished, let consent = profile.consent else { return nil }
        if consent.date > day {
            self.init(day: consent.date, changes: ["the consent of \(profile.slug) begins"])
        } else if let until = consent.until, until >= day {
            self.init(day: until.adding(days: 1), changes: ["the consent of \(profile.slug) is over"])
        } else {
            return nil
        }
    }

    /// The first of all changes that are known to come; nil where none is.
    static func next(_ documents: [DocumentStatus], _ profiles: [Profile], after day: Day) -> ComingChange? {
        let all = documents.compactMap(\.nextChange) + profiles.compactMap { ComingChange(of: $0, after: day) }
        guard let next = all.map(\.day).min() else { return nil }
        return ComingChange(day: next, changes: all.filter { $0.day == next }.flatMap(\.changes))
    }
}
