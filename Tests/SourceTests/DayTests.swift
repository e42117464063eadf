import Testing

@testable import Source

@Suite struct DayTests {
    @Test(arguments: ["2024-02-29", "2000-02-29", "2026-02-01", "0001-01-01", "9999-12-31"])
    func `a day of the calendar is read and printed alike`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: [
        "2026-02-30", "2026-02-29", "1900-02-29", "2026-04-31", "2026-2-1", "01.02.2026", "26-02-01",
        "2026-02-01T00:00", "0000-01-01", "2026-13-01", "2026-00-01", "2026-01-00", "", " 2026-02-01", "2026-02-0١",
        "2026-02-+1", "2026–02–01",
    ])
    func `what is no day is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        ("2026-02-01", "2026-01-31"), ("2026-01-01", "2025-12-31"), ("2024-03-01", "2024-02-29"),
        ("2026-03-01", "2026-02-28"), ("2000-03-01", "2000-02-29"), ("1900-03-01", "1900-02-28"),
        ("2026-05-01", "2026-04-30"), ("2026-05-02", "2026-05-01"), ("0001-01-01", "0001-01-01"),
    ])
    func `the day before is the calendar's`(day: String, before: String) {
        #expect(Day(day)?.previous.description == before)
    }

    @Test func `four centuries of days before one another are 146,097`() throws {
        var day = try #require(Day("2400-01-01"))
        let first = try #require(Day("2000-01-01"))
        var count = 0
        while day > first {
            let previous = day.previous
            #expect(previous < day)
            day = previous
            count += 1
        }
        #expect(count == 146_097)
    }
}
