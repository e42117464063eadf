import Source
import Templates
import Testing

@testable import Legal

/// Which edition is in force on which day, for histories at random: each event happens on a day not before the last one's.
@Suite struct DocumentHistoryTests {
    /// The days that are asked about: a year, of which events happen in the first half.
    private static let days = (0..<360).map { LedgerSample.day("2026-01-01").adding(days: $0) }

    /// A history as its events happened, each with the day on which it was recorded.
    private struct Story {
        var entries: [(day: Int, entry: LedgerEntry)] = []

        /// - Parameter recordsLate: whether editions may be recorded as published before.
        init(seed: UInt64, recordsLate: Bool) {
            var numbers = SplitMix(seed: seed)
            var today = 0
            var version = 0
            var (published, effective) = (0, 0)
            var versions: [EditionVersion] = []
            for _ in 0..<Int.random(in: 1...12, using: &numbers) {
                // Often several on one day.
                today += Bool.random(using: &numbers) ? 0 : Int.random(in: 1...20, using: &numbers)
                let day = DocumentHistoryTests.days[today]
                switch Int.random(in: 0..<10, using: &numbers) {
                case 0..<6:
                    version += 1
                    let isLate = recordsLate && Bool.random(using: &numbers)
                    published = isLate ? Int.random(in: published...today, using: &numbers) : max(published, today)
                    // A late record may have taken effect before its publication; none before the edition it follows.
                    let first = isLate ? max(effective, published - 30) : max(effective, published)
                    effective = first + (Bool.random(using: &numbers) ? 0 : Int.random(in: 0...40, using: &numbers))
                    let name = LedgerSample.version("\(version / 3 + 1).\(version % 3)")
                    versions.append(name)
                    entries.append(
                        (
                            today,
                            .publish(
                                LedgerSample.publication(
                                    name, published: DocumentHistoryTests.days[published],
                                    effective: DocumentHistoryTests.days[effective], recorded: isLate ? day : nil))
                        ))
                case 6..<9:
                    guard let name = versions.randomElement(using: &numbers) else { continue }
                    let from = DocumentHistoryTests.days[today + Int.random(in: 0...40, using: &numbers)]
                    entries.append(
                        (
                            today,
                            .withdraw(
                                Withdrawal(document: "rules", version: name, from: from, reason: "", recorded: day))
                        ))
                default:
                    guard let name = versions.randomElement(using: &numbers) else { continue }
                    entries.append(
                        (today, .note(Note(document: "rules", version: name, text: "", recorded: day))))
                }
            }
        }

        func history(_ count: Int? = nil) throws -> DocumentHistory {
            let document = Document(id: "rules", title: "Rules", kind: .policy, language: .en, noticeDays: nil)
            return DocumentHistory(
                document: document, editions: [], entries: entries[..<(count ?? entries.count)].map(\.entry))
        }

        /// What is in force on a day by the words of the specification: effective ≤ D, published ≤ D, not withdrawn from a
        /// day ≤ D; of several the latest effective day, of equal ones the later line. What was recorded after D is not known.
        func inForce(on day: Day) -> EditionVersion? {
            var best: Publication?
            for case (_, .publish(let publication)) in entries {
                guard publication.effective <= day, publication.published <= day else { continue }
                var isWithdrawn = false
                for case (_, .withdraw(let withdrawal)) in entries where withdrawal.version == publication.version {
                    if withdrawal.from <= day, withdrawal.recorded <= day { isWithdrawn = true }
                }
                if isWithdrawn { continue }
                if best.map({ publication.effective >= $0.effective }) ?? true { best = publication }
            }
            return best?.version
        }
    }

    /// Without a seed from the environment the same histories each time.
    private static let seeds = (0..<400).map { UInt64($0) }

    @Test func `the edition in force on each day is the one that a naive search finds`() throws {
        for seed in Self.seeds {
            let story = Story(seed: seed, recordsLate: seed % 2 == 1)
            let history = try story.history()
            for day in Self.days {
                #expect(history.inForce(on: day)?.version == story.inForce(on: day), "seed \(seed), \(day)")
            }
        }
    }

    @Test func `no later event changes an earlier day's answer`() throws {
        for seed in Self.seeds {
            let story = Story(seed: seed, recordsLate: false)
            for count in story.entries.indices.dropFirst() {
                let (before, after) = (try story.history(count), try story.history(count + 1))
                for day in Self.days[..<story.entries[count].day] {
                    #expect(after.inForce(on: day)?.version == before.inForce(on: day)?.version, "seed \(seed), \(day)")
                    #expect(after.periods(knownOn: day) == before.periods(knownOn: day), "seed \(seed), \(day)")
                    for publication in before.publications where publication.published <= day {
                        let version = publication.version
                        #expect(
                            after.status(of: version, on: day) == before.status(of: version, on: day),
                            "seed \(seed), \(version) on \(day)")
                    }
                    #expect(
                        after.published(by: day).map(\.publication) == before.published(by: day).map(\.publication))
                }
            }
        }
    }

    @Test func `a late record changes no day before the one it was published on`() throws {
        for seed in Self.seeds {
            let story = Story(seed: seed, recordsLate: true)
            for count in story.entries.indices.dropFirst() {
                guard case .publish(let publication) = story.entries[count].entry else { continue }
                let (before, after) = (try story.history(count), try story.history(count + 1))
                for day in Self.days where day < publication.start {
                    #expect(after.inForce(on: day)?.version == before.inForce(on: day)?.version, "seed \(seed), \(day)")
                }
            }
        }
    }

    @Test func `periods follow one another without overlaps, and tell of each day what is in force on it`() throws {
        for seed in Self.seeds {
            let history = try Story(seed: seed, recordsLate: seed % 2 == 1).history()
            for known in [Self.days[0], Self.days[60], Self.days[130], Self.days[359]] {
                let periods = history.periods(knownOn: known)
                for period in periods { #expect(period.until.map { period.from < $0 } ?? true, "seed \(seed)") }
                for (period, next) in zip(periods, periods.dropFirst()) {
                    let until = try #require(period.until, "seed \(seed): only the last one is open")
                    #expect(until <= next.from, "seed \(seed)")
                    #expect(until < next.from || period.version != next.version, "seed \(seed): one period in two")
                }
            }
            // By what is known at the end, on every day; by what is known on it, on the day itself.
            let last = history.periods(knownOn: Self.days[359])
            for day in Self.days {
                let isOn = { (period: Period) in period.from <= day && period.until.map { day < $0 } ?? true }
                let version = history.inForce(on: day)?.version
                #expect(last.filter(isOn).map(\.version) == [version].compactMap(\.self), "seed \(seed), \(day)")
                #expect(
                    history.periods(knownOn: day).filter(isOn).map(\.version) == [version].compactMap(\.self),
                    "seed \(seed), \(day)")
            }
        }
    }

    @Test func `where an edition stands agrees with what is in force`() throws {
        for seed in Self.seeds.prefix(100) {
            let history = try Story(seed: seed, recordsLate: seed % 2 == 1).history()
            for day in Self.days {
                let inForce = history.inForce(on: day)?.version
                let periods = history.periods(knownOn: day)
                for publication in history.publications where publication.published <= day {
                    let status = history.status(of: publication.version, on: day)
                    #expect((status == .inForce) == (publication.version == inForce), "seed \(seed), \(day)")
                    // Upcoming is what will take effect by what is known on the day.
                    let isToCome = periods.contains { $0.version == publication.version }
                    #expect((status == .upcoming) == (publication.start > day && isToCome), "seed \(seed), \(day)")
                    if status == .superseded, publication.start <= day {
                        #expect(inForce != nil, "seed \(seed), \(day)")
                    }
                }
            }
        }
    }

    @Test func `a withdrawal brings back the edition before, from its day on`() throws {
        func history(_ entries: [LedgerEntry]) -> DocumentHistory {
            DocumentHistory(
                document: Document(id: "rules", title: "Rules", kind: .policy, language: .en, noticeDays: nil),
                editions: [], entries: entries)
        }
        let day = LedgerSample.day
        let (first, second) = (LedgerSample.version("1.0"), LedgerSample.version("2.0"))
        let base: [LedgerEntry] = [
            .publish(LedgerSample.publication(first, published: day("2026-01-01"), effective: day("2026-01-10"))),
            .publish(LedgerSample.publication(second, published: day("2026-02-01"), effective: day("2026-02-10"))),
        ]
        let withdrawal = LedgerEntry.withdraw(
            Withdrawal(
                document: "rules", version: second, from: day("2026-03-10"), reason: "", recorded: day("2026-03-01")))
        let story = history(base + [withdrawal])
        #expect(story.inForce(on: day("2026-03-09"))?.version == second)
        #expect(story.inForce(on: day("2026-03-10"))?.version == first)
        #expect(
            story.periods(knownOn: day("2026-03-01")) == [
                Period(version: first, from: day("2026-01-10"), until: day("2026-02-10")),
                Period(version: second, from: day("2026-02-10"), until: day("2026-03-10")),
                Period(version: first, from: day("2026-03-10"), until: nil),
            ])
        // Before it is recorded, nothing is known of it.
        #expect(story.periods(knownOn: day("2026-02-28")).last?.until == nil)
        #expect(story.status(of: second, on: day("2026-03-10")) == .withdrawn)
        #expect(story.status(of: first, on: day("2026-03-09")) == .superseded)
    }

    @Test func `of editions with one effective day the later line is in force`() {
        let day = LedgerSample.day
        let entries = ["1.0", "1.1"].map {
            LedgerEntry.publish(
                LedgerSample.publication(
                    LedgerSample.version($0), published: day("2026-01-01"), effective: day("2026-01-10")))
        }
        let history = DocumentHistory(
            document: Document(id: "rules", title: "Rules", kind: .policy, language: .en, noticeDays: nil),
            editions: [], entries: entries)
        #expect(history.inForce(on: day("2026-01-10"))?.version == LedgerSample.version("1.1"))
        #expect(history.inForce(on: day("2026-01-09")) == nil)
    }
}

/// Pseudo-random numbers out of a seed (SplitMix64), the same everywhere.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
