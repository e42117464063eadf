import Testing

@testable import Legal

@Suite struct EditionVersionTests {
    @Test(arguments: ["0.0", "2.0", "1.10", "2.0.1", "999999.999999.999999"])
    func `a version is read and printed alike`(text: String) {
        #expect(EditionVersion(text)?.description == text)
    }

    @Test(arguments: [
        "", "2", "2.", ".2", "2.0.0.0", "02.0", "2.00", "2.01", "v2.0", "2.0-beta", " 2.0", "2.0 ", "2,0", "2.0\n",
        "٢.٠",
        "-1.0", "+1.0", "1000000.0", "2..0", "2.0\u{301}",
    ])
    func `what is no version is refused`(text: String) {
        #expect(EditionVersion(text) == nil)
    }

    @Test func `versions are ordered by their numbers`() throws {
        let texts = ["0.9", "1.0", "1.0.1", "1.2", "1.10", "2.0", "2.0.1", "2.1", "10.0"]
        let versions = try texts.map { try #require(EditionVersion($0)) }
        #expect(versions.reversed().sorted() == versions)
        for (index, version) in versions.enumerated() {
            for (other, second) in versions.enumerated() {
                #expect((version < second) == (index < other))
                #expect((version == second) == (index == other))
            }
        }
    }

    @Test func `2.0 and 2.0.0 are one version`() throws {
        let (short, long) = (try #require(EditionVersion("2.0")), try #require(EditionVersion("2.0.0")))
        #expect(short == long && !(short < long) && !(long < short))
        #expect(Set([short, long]).count == 1)
        #expect(long.description == "2.0.0")
    }
}
