import Diagnostics
import Source
import Templates
import Testing

@testable import Legal

@Suite struct DocumentHistoryTests {
    @Test func `an edition is a draft, upcoming, in force, superseded`() throws {
        let history = try history([
            ("1.0", "2025-03-01", "2025-02-01"), ("2.0", "2026-02-01", "2026-01-15"), ("2.1", "2026-05-01", nil),
        ])
        func statuses(_ day: String) throws -> [EditionStatus] {
            let day = try #require(Day(day))
            return history.editions.map { history.status(of: $0, on: day) }
        }
        #expect(try statuses("2025-01-31") == [.draft, .draft, .draft])
        #expect(try statuses("2025-02-01") == [.upcoming, .draft, .draft])
        #expect(try statuses("2025-03-01") == [.inForce, .draft, .draft])
        #expect(try statuses("2026-01-14") == [.inForce, .draft, .draft])
        #expect(try statuses("2026-01-15") == [.inForce, .upcoming, .draft])
        #expect(try statuses("2026-01-31") == [.inForce, .upcoming, .draft])
        #expect(try statuses("2026-02-01") == [.superseded, .inForce, .draft])
        #expect(history.drafts.map(\.version.description) == ["2.1"])
        let (first, second) = (history.editions[0], history.editions[1])
        #expect(history.successor(of: first, on: try #require(Day("2026-01-14"))) == nil)
        #expect(history.successor(of: first, on: try #require(Day("2026-01-15")))?.version == second.version)
        #expect(history.successor(of: second, on: try #require(Day("2030-01-01"))) == nil)
    }

    @Test func `of two editions that take effect on one day the later version is in force`() throws {
        let history = try history([("2.0", "2026-02-01", "2026-01-01"), ("2.0.1", "2026-02-01", "2026-01-01")])
        let day = try #require(Day("2026-02-01"))
        #expect(history.inForce(on: day)?.version.description == "2.0.1")
        #expect(history.status(of: history.editions[0], on: day) == .superseded)
        #expect(history.successor(of: history.editions[0], on: day)?.version.description == "2.0.1")
    }

    @Test func `the order of the files does not matter`() throws {
        let editions =
            [("1.0", "2025-03-01", nil), ("1.10", "2025-04-01", nil), ("1.9", "2025-05-01", nil)]
            as [(String, String, String?)]
        #expect(try history(editions.reversed()).editions.map(\.version.description) == ["1.0", "1.9", "1.10"])
    }

    /// What is in force is looked for day by day, as a person would: every edition announces itself on the day it takes effect, or
    /// is published if that is later.
    @Test(arguments: 1...200)
    func `a naive search finds the same edition in force`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let days = try (1...28).map { try #require(Day(year: 2026, month: 2, day: $0)) }
        let count = Int.random(in: 0...6, using: &random)
        let editions = (0..<count).map { index -> (String, String, String?) in
            let published = Bool.random(using: &random) ? days.randomElement(using: &random) : nil
            return ("1.\(index)", days.randomElement(using: &random)!.description, published?.description)
        }
        let history = try history(editions.shuffled(using: &random))
        for (index, day) in days.enumerated() {
            var inForce: Edition?
            for past in days[...index] {
                for edition in history.editions where edition.effective == past {
                    if let published = history.publishedOn[edition.version], published <= day { inForce = edition }
                }
            }
            #expect(history.inForce(on: day)?.version == inForce?.version, "seed \(seed), \(day)")
            let statuses = history.editions.map { history.status(of: $0, on: day) }
            #expect(statuses.count { $0 == .inForce } == (inForce == nil ? 0 : 1), "seed \(seed), \(day)")
            for (edition, status) in zip(history.editions, statuses) {
                let isKnown = history.publishedOn[edition.version].map { $0 <= day } ?? false
                #expect((status == .draft) == !isKnown)
                #expect((status == .upcoming) == (isKnown && edition.effective > day))
                let next = history.successor(of: edition, on: day)
                if status == .superseded { #expect(next != nil, "seed \(seed), \(day)") }
                if let next, status == .inForce { #expect(next.effective > day, "seed \(seed), \(day)") }
            }
        }
    }

    private func history(_ editions: [(version: String, effective: String, published: String?)]) throws
        -> DocumentHistory
    {
        var found: [Diagnostic] = []
        let document = try #require(
            Document.parse(
                SourceFile(path: "document.yml", bytes: Array("title: T\nkind: policy\n".utf8)), id: "t",
                defaultLanguage: .ru, &found))
        var days: [EditionVersion: Day] = [:]
        let parsed = try editions.map { edition -> Edition in
            let name = "\(edition.version).md"
            let text =
                "---\nversion: \"\(edition.version)\"\ndate: 2026-01-01\neffective: \(edition.effective)\nsummary: s\n---\n"
            let read = try #require(
                Edition.parse(SourceFile(path: name, bytes: Array(text.utf8)), fileName: name, &found))
            if let published = edition.published { days[read.version] = Day(published) }
            return read
        }
        #expect(found.isEmpty)
        return DocumentHistory(document: document, editions: parsed, publishedOn: days)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
