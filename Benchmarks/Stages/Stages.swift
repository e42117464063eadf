import Diagnostics
import Foundation
import Legal
import Markdown
import Pages
import Profiles
import Project
import Redline
import Review
import Site
import Source
import Templates

/// Each stage of a build by itself, so that one that became slow is seen: the texts are a megabyte, the profiles 5,000.
func timeStages() async throws {
    var ignored: [Diagnostic] = []
    func row(_ name: String, _ seconds: Double) {
        print(padded(name, 44) + padded(String(format: "%.3f", seconds), 9))
    }
    let policy = megabyte(of: "2.0")
    guard let text = sample(policy), let day = Day("2026-02-01") else { fatalError("run it where edict.yml is") }
    let file = text.edition.file
    row("parse: Markdown to a tree", seconds { _ = MarkdownTree(file) })
    row("structure: a tree to provisions and a page", seconds { _ = text.edition.render(text.rendition) })
    row(
        "review: all rules",
        seconds { for rule in Rule.all where !rule.kinds.isEmpty { _ = rule.findings(in: text.reviewed) } })
    let later = SourceFile(path: "2.1.md", bytes: Array(megabyte(of: "2.1").utf8))
    row("redline: of two megabytes", seconds { _ = Redline(old: file, new: later) })

    let bytes = (try? Data(contentsOf: URL(filePath: "content/specialists/anna-sokolova.md"))) ?? Data()
    let profile = SourceFile(path: "anna.md", bytes: Array(bytes))
    row(
        "profiles: front matter to fields",
        seconds {
            for _ in 0..<5_000 { _ = Profile.parse(profile, slug: "anna", defaultLanguage: .ru, &ignored) }
        })
    let folder = try FileManager.default.url(
        for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: URL(filePath: "/tmp"), create: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = try await plan(of: folder, profile.bytes, on: Day("2026-12-01") ?? day)
    let clock = ContinuousClock()
    let start = clock.now
    let site = await Site.render(plan)
    row("templates: 5,000 profiles to pages", seconds(since: start, clock))
    let output = OutputFolder(folder.appending(path: "output").path)
    row("write: the pages, all new", try seconds { _ = try output.write(site.files) })
    row("write: the pages, all the same", try seconds { _ = try output.write(site.files) })
}

/// A site of one profile 5,000 times.
private func plan(of folder: URL, _ profile: [UInt8], on day: Day) async throws -> SitePlan {
    let specialists = folder.appending(path: "content/specialists")
    try FileManager.default.createDirectory(at: specialists, withIntermediateDirectories: true)
    let text = String(decoding: profile, as: UTF8.self).replacing("photo:", with: "# photo:")
    for number in 0..<5_000 { try Data(text.utf8).write(to: specialists.appending(path: "s\(number).md")) }
    let settings = SourceFile(
        path: "edict.yml",
        bytes: Array("title: Site\nurl: https://example.org\nlanguage: ru\npages: [specialists]\n".utf8))
    var ignored: [Diagnostic] = []
    guard let configuration = Configuration.parse(settings, &ignored) else {
        fatalError("no configuration: \(ignored)")
    }
    return SitePlan(try await Project.load(Folder(folder.path), configuration), on: day, showsDrafts: false)
}
