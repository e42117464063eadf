// Times each rule of review by itself: on a megabyte of what nobody writes, on a megabyte of the policy in this repository, and, for the
// rules of profiles, on 5,000 profiles. Prints seconds, the slowest rule first; fails where one takes a second.
//
//     swift run -c release rule-benchmark

import Diagnostics
import Foundation
import Legal
import Profiles
import Review
import Source
import Templates

let size = 1_000_000

func repeated(_ text: String) -> String { String(repeating: text, count: size / text.utf8.count) }

/// An edition whose text is `body`, as the rules see it.
func reviewed(_ body: String) -> ReviewedEdition? {
    let front = "---\nversion: \"1.0\"\ndate: 2026-02-01\neffective: 2026-03-01\nsummary: Проба.\nready: true\n---\n\n"
    let file = SourceFile(path: "1.0.md", bytes: Array((front + body + "\n").utf8))
    var ignored: [Diagnostic] = []
    guard let edition = Edition.parse(file, fileName: "1.0.md", &ignored), let day = Day("2026-02-01") else {
        return nil
    }
    let description = SourceFile(
        path: "document.yml", bytes: Array("title: Политика\nkind: policy\nlanguage: ru\n".utf8))
    guard let document = Document.parse(description, id: "privacy", defaultLanguage: .ru, &ignored) else { return nil }
    let values = Values(texts: ["EMAIL": "consent@example.org"])
    let rendition = Rendition(
        title: document.title, language: document.language, values: values, builtIn: [:], standing: .ready,
        permalinkBase: "", permalinkLabel: { $0.label }, resolveLink: { .address($0) })
    return ReviewedEdition(
        edition: edition, text: edition.render(rendition),
        history: DocumentHistory(document: document, editions: [edition], entries: []),
        context: ReviewContext(day: day, values: values, documents: [document], settings: []))
}

func seconds(_ work: () -> Void) -> Double {
    let time = ContinuousClock().measure(work).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
}

let policy = (try? String(contentsOfFile: "content/legal/privacy/2.0.md", encoding: .utf8)) ?? ""
let profile = (try? Data(contentsOf: URL(filePath: "content/specialists/anna-sokolova.md"))) ?? Data()
let texts = [
    ("а", "1. Раздел\n\n1.1. " + repeated("а")), ("(", "1. Раздел\n\n1.1. " + repeated("(")),
    ("1.", "1. Раздел\n\n1.1. А" + repeated("1.")), ("space", "1. Раздел\n\n1.1. А" + repeated(" ") + "Б"),
    ("policy", repeated(policy.components(separatedBy: "---\n").dropFirst(2).joined(separator: "---\n"))),
]

var times: [String: [Double]] = [:]
for (name, body) in texts {
    var text: ReviewedEdition?
    let reading = seconds { text = reviewed(body) }
    guard let text else { fatalError("the text of '\(name)' is no edition") }
    times["(reading)", default: []].append(reading)
    for rule in Rule.all where !rule.kinds.isEmpty {
        times[rule.id, default: []].append(seconds { _ = rule.findings(in: text) })
    }
}

var ignored: [Diagnostic] = []
let file = SourceFile(path: "anna.md", bytes: Array(profile))
guard let profile = Profile.parse(file, slug: "anna", defaultLanguage: .ru, &ignored),
    let context = reviewed("1. А")?.context
else { fatalError("no profile: run it where edict.yml is") }
let profiles = seconds { for _ in 0..<5_000 { _ = Review.findings(in: profile, context, standing: .ready) } }

func padded(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
print(padded("", 28) + texts.map { padded($0.0, 9) }.joined())
for (rule, row) in times.sorted(by: { ($0.value.max() ?? 0) > ($1.value.max() ?? 0) }) {
    print(padded(rule, 28) + row.map { padded(String(format: "%.3f", $0), 9) }.joined())
}
print(padded("all rules, 5,000 profiles", 28) + padded(String(format: "%.3f", profiles), 9))
let slow = times.filter { $0.key != "(reading)" && ($0.value.max() ?? 0) >= 1 }.keys.sorted()
if !slow.isEmpty { fatalError("a second or more: \(slow.joined(separator: ", "))") }
