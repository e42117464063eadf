import Testing

@testable import Source

@Suite struct DayTests {
    @Test(arguments: ["2024-02-29", "2026-02-01", "9999-12-31"])
    func `a day of the calendar is read and printed alike`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: [
        "2026-02-30", "2026-2-1", "01.02.2026", "26-02-01", "2026-02-01T00:00", "0000-01-01", "2026-13-01", "",
    ])
    func `what is no day is refused`(text: String) {
        #expect(Day(text) == nil)
    }
}
