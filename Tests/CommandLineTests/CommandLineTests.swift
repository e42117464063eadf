import Testing

/// The program as its users run it: each file of `Scenarios/` is a case (see `Scenario` for what it may say).
///
/// `EDICT_RECORD=1 swift test --filter CommandLineTests` writes what was said into the files, and fails where that was not
/// what they said before.
struct CommandLineTests {
    @Test func `there are scenarios`() throws {
        #expect(try Scenario.all.count > 50)
    }

    @Test(arguments: try Scenario.all)
    func `a scenario goes as it says`(scenario: Scenario) async throws {
        var run = try ScenarioRun(scenario)
        try await run.run()
    }
}
