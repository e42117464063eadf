import Diagnostics
import Legal
import Foundation
import Profiles
import Review
import Source
import Templates

/// Each rule of review by itself: on a megabyte of what nobody writes, on a megabyte of the policy in this repository, and, for the
/// rules of profiles, on 5,000 profiles. Prints seconds, the slowest rule first; fails where one takes a second.
func timeRules() {
    let texts = [
        ("а", "1. Раздел\n\n1.1. " + repeated("а")), ("(", "1. Раздел\n\n1.1. " + repeated("(")),
        ("1.", "1. Раздел\n\n1.1. А" + repeated("1.")), ("space", "1. Раздел\n\n1.1. А" + repeated(" ") + "Б"),
        ("policy", megabyte(of: "2.0")),
    ]
    var times: [String: [Double]] = [:]
    for (name, body) in texts {
        guard let text = sample(body)?.reviewed else { fatalError("the text of '\(name)' is no edition") }
        for rule in Rule.all where !rule.kinds.isEmpty {
            times[rule.id, default: []].append(seconds { _ = rule.findings(in: text) })
        }
    }
    print(padded("", 28) + texts.map { padded($0.0, 9) }.joined())
    for (rule, row) in times.sorted(by: { ($0.value.max() ?? 0) > ($1.value.max() ?? 0) }) {
        print(padded(rule, 28) + row.map { padded(String(format: "%.3f", $0), 9) }.joined())
    }
    print(padded("all rules, 5,000 profiles", 28) + padded(String(format: "%.3f", timeOfProfiles()), 9))
    let slow = times.filter { ($0.value.max() ?? 0) >= 1 }.keys.sorted()
    if !slow.isEmpty { fatalError("a second or more: \(slow.joined(separator: ", "))") }
}

private func timeOfProfiles() -> Double {
    var ignored: [Diagnostic] = []
    let bytes = (try? Data(contentsOf: URL(filePath: "content/specialists/anna-sokolova.md"))) ?? Data()
    let file = SourceFile(path: "anna.md", bytes: Array(bytes))
    guard let profile = Profile.parse(file, slug: "anna", defaultLanguage: .ru, &ignored),
        let context = sample("1. А")?.reviewed.context
    else { fatalError("no profile: run it where edict.yml is") }
    return seconds { for _ in 0..<5_000 { _ = Review.findings(in: profile, context, standing: .ready) } }
}
