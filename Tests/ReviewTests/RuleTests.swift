import Foundation
import Review
import TestSupport
import Testing

@testable import Review

/// Each folder of `Cases/` is named by a rule; each file in it is a text and what that rule finds there. Each file of `Silent/`
/// is a text in which no rule may find anything.
@Suite struct RuleTests {
    @Test(arguments: RuleCase.all(in: "Cases"))
    func `a rule finds in a text what its case file says`(file: RuleCase) throws {
        let rule = try #require(Rule.named(file.folder), "no rule '\(file.folder)'")
        try file.expect(try file.found(by: [rule]))
    }

    @Test(arguments: RuleCase.all(in: "Silent"))
    func `nothing is found in a text that is right`(file: RuleCase) throws {
        let rules = Rule.all.filter { !file.settings.isExcerpt || !Self.wantingWholeTexts.contains($0.id) }
        let found = try file.found(by: rules)
        #expect(found == [])
    }

    /// The rules that ask for what a whole document must hold, which an excerpt of one does not.
    private static let wantingWholeTexts: Set = ["operator-identity-missing", "operator-address-missing"]

    @Test func `every rule has a case in which it speaks and one in which it is silent`() throws {
        let cases = Dictionary(grouping: RuleCase.all(in: "Cases"), by: \.folder)
        for rule in Rule.all {
            let cases = try #require(cases[rule.id], "no case of \(rule.id)")
            #expect(cases.contains { !$0.expected.isEmpty }, "\(rule.id) never speaks")
            #expect(cases.contains { $0.expected.isEmpty }, "\(rule.id) is never silent")
        }
    }

    @Test func `rules have ids of their own and say what they ask in sentences`() {
        #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
        for rule in Rule.all {
            #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
            #expect(rule.title.last != ".", "\(rule.id)")
            for text in [rule.asks, rule.why] { #expect(text.last == "." || text.last == ")", "\(rule.id): \(text)") }
            #expect(rule.example.before != rule.example.after, "\(rule.id)")
        }
    }

    @Test func `docs/rules.md says what the rules say of themselves`() throws {
        let url = Repository.root.appending(path: "docs/rules.md")
        if ProcessInfo.processInfo.environment["EDICT_RECORD"] != nil {
            try RuleFamily.page.write(to: url, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == RuleFamily.page)
    }
}
