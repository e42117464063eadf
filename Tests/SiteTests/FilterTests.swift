import Foundation
import TestSupport
import Testing

/// The filter of the list of specialists in Chromium; `check-filter.py` says what is tried.
struct FilterTests {
    private struct Work: Encodable {
        let site: String
        let browser = "/usr/bin/chromium"
    }

    /// The smallest picture of three pixels' width.
    private static let picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGM4saoHghjgLAB5BAv18flBNQAAAABJRU5ErkJggg=="

    @Test func `the filter finds specialists of every page, with the keyboard, from a host and from the disk`()
        async throws
    {
        let project = try TemporaryFolder()
        try project.write(
            "edict.yml", "title: Сайт\nurl: https://example.org/docs\nlanguage: ru\npages: [specialists]\n")
        try project.write("content/photos/face.png", try #require(Data(base64Encoded: Self.picture)))
        for number in 1...130 {
            try project.write(
                "content/specialists/p\(number).md",
                """
                ---
                name: Имя \(number)
                profession: \(number % 5 == 0 ? "Коуч" : "Психолог")
                published: true
                publication_consent: {date: 2026-01-01}
                photo: photos/face.png
                city: \(["Казань", "Омск", "Тверь"][number % 3])
                topics: [\(number % 2 == 0 ? "Ёлки" : "палки"), разное]
                ---
                """)
        }
        let site = try TemporaryFolder()
        let build = try await BuiltProgram().run([
            "build", "-q", "--as-of", "2026-06-15", "-C", project.path, "-o", site.path,
        ])
        try #require(build.exitCode == 0, "\(build.errorText)")

        let folder = try TemporaryFolder()
        let output = try folder.write("findings.json", [])
        let errors = try folder.write("errors.txt", [])
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "check-filter.py")
        let environment = ProcessInfo.processInfo.environment.merging(
            [
                "PYTHONPATH": Repository.corpora.appending(path: "browser").path(percentEncoded: false),
                "PYTHONUTF8": "1",
            ],
            uniquingKeysWith: { $1 })
        let end = try await Subprocess.run(
            ["python3", script.path(percentEncoded: false)], environment: environment,
            input: try folder.write("work.json", try JSONEncoder().encode(Work(site: site.path))), output: output,
            errors: errors, timeLimit: .seconds(600))
        let errorText = try String(contentsOf: errors, encoding: .utf8)
        try #require(
            end.exitCode == 0,
            "check-filter.py failed; is chromium there, and has Tests/fetch-corpora run?\n\(errorText)")
        for finding in try JSONDecoder().decode([String].self, from: Data(contentsOf: output)) {
            Issue.record("\(finding)")
        }
    }
}
