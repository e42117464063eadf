import TestSupport
import Testing

/// Whatever outsiders and authors write stays text: nothing in the page becomes active.
struct InjectionTests {
    enum Source: String, CaseIterable {
        case generated, naughtyStrings

        var payloads: [[UInt8]] {
            switch self {
            case .generated: Payloads.generated
            case .naughtyStrings: Payloads.naughtyStrings
            }
        }
    }

    @Test func `the naughty strings are there`() {
        #expect(Payloads.naughtyStrings.count >= 136, "run Tests/fetch-corpora")
    }

    @Test(arguments: Source.allCases) func `a payload in a value stays text`(source: Source) async throws {
        try await Injection.asValues(source.payloads)
    }

    @Test(arguments: Source.allCases) func `a payload in a profile's fields stays text`(source: Source) async throws {
        try await Injection.asProfileFields(source.payloads)
    }

    @Test(arguments: Source.allCases) func `a payload as an address for booking runs nothing`(source: Source)
        async throws
    {
        try await Injection.asBooking(source.payloads)
    }

    @Test(arguments: Source.allCases) func `a payload in a profile's text runs nothing`(source: Source) async throws {
        try await Injection.asProfileText(source.payloads)
    }

    @Test(arguments: Source.allCases) func `a payload in a legal text runs nothing`(source: Source) async throws {
        try await Injection.asLegalText(source.payloads)
    }
}

/// The same for the lines of a public collection, where a machine has it.
@Suite(
    .enabled(
        if: Repository.has(Payloads.xssFile), "there is no ../shared/corpus/xss-payloads.txt beside this repository"))
struct XSSPayloadTests {
    @Test func `a line of the collection in a value stays text`() async throws {
        try await Injection.asValues(Payloads.xss)
    }

    @Test func `a line of the collection in a profile's fields stays text`() async throws {
        try await Injection.asProfileFields(Payloads.xss)
    }

    @Test func `a line of the collection as an address for booking runs nothing`() async throws {
        try await Injection.asBooking(Payloads.xss)
    }

    @Test func `a line of the collection in a profile's text runs nothing`() async throws {
        try await Injection.asProfileText(Payloads.xss)
    }

    @Test func `a line of the collection in a legal text runs nothing`() async throws {
        try await Injection.asLegalText(Payloads.xss)
    }
}
