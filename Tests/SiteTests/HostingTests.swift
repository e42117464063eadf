import Foundation
import TestSupport
import Testing

/// What docs/hosting.md gives, run: its configuration in Debian's nginx, over the site of this repository.
struct HostingTests {
    private static let docs = Repository.root.appending(path: "docs/hosting.md")

    /// The site with its profiles served as the docs say, but on a socket of the test's own.
    private final class Server {
        private let folder: TemporaryFolder
        private let site: TemporaryFolder

        init() async throws {
            folder = try TemporaryFolder()
            site = try await Sample.all[0].build().folder
            try folder.write("gone.map", "/specialists/somebody/ 1;\n")
            var server = try HostingTests.block("nginx")
            for (ours, theirs) in [
                ("listen 80;", "listen unix:\(folder.path)socket;"),
                ("root /srv/edict/output;", "root \(site.path);"),
                ("include /srv/edict/gone.map;", "include \(folder.path)gone.map;"),
            ] {
                try #require(server.components(separatedBy: ours).count == 2, "\(ours) stands once in the docs")
                server = server.replacing(ours, with: theirs)
            }
            let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
                "\($0)_temp_path \(folder.path)\($0);"
            }
            try folder.write(
                "nginx.conf",
                """
                pid \(folder.path)pid; error_log \(folder.path)errors.txt; master_process off; events {}
                http { include /etc/nginx/mime.types; access_log off; \(places.joined(separator: " "))
                \(server)
                }
                """)
            try await control([])
        }

        /// Nginx goes to the background when it listens.
        private func control(_ arguments: [String]) async throws {
            let output = try folder.write("said.txt", [])
            let end = try await Subprocess.run(
                ["/usr/sbin/nginx", "-e", "\(folder.path)errors.txt", "-c", "\(folder.path)nginx.conf"] + arguments,
                environment: [:], output: output, errors: output, timeLimit: .seconds(60))
            let said = try String(decoding: folder.read("said.txt") + folder.read("errors.txt"), as: UTF8.self)
            try #require(end.exitCode == 0, "nginx: \(said)")
        }

        func stop() async throws { try await control(["-s", "stop"]) }

        /// The head of an answer in lower case, `200` or so first.
        func head(_ path: String, _ arguments: [String] = []) async throws -> [String] {
            let output = try folder.write("head.txt", [])
            let end = try await Subprocess.run(
                ["curl", "-s", "-o", "/dev/null", "-D", "-", "--unix-socket", "\(folder.path)socket"] + arguments
                    + ["http://example.org\(path)"],
                environment: ["PATH": "/usr/bin:/bin"], output: output, errors: nil, timeLimit: .seconds(60))
            try #require(end.exitCode == 0)
            var lines = try String(contentsOf: output, encoding: .utf8).lowercased()
                .split(whereSeparator: \.isNewline).map(String.init)
            lines[0] = String(lines[0].split(separator: " ")[1])
            return lines
        }
    }

    /// The block of code of a language, or of none.
    private static func block(_ language: String) throws -> String {
        let parts = try String(contentsOf: docs, encoding: .utf8).components(separatedBy: "\n```\(language)\n")
        return try #require(parts.last).components(separatedBy: "\n```")[0]
    }

    @Test func `the configuration for nginx answers as the docs say`() async throws {
        let server = try await Server()
        do {
            try await expectAnswers(of: server)
        } catch {
            try await server.stop()
            throw error
        }
        try await server.stop()
    }

    private func expectAnswers(of server: Server) async throws {
        let page = try await server.head("/legal/privacy/", ["--compressed"])
        #expect(page[0] == "200")
        for line in [
            "content-type: text/html; charset=utf-8", "cache-control: public, max-age=300", "content-encoding: gzip",
            "x-content-type-options: nosniff", "referrer-policy: strict-origin-when-cross-origin",
        ] {
            #expect(page.contains(line), "\(page)")
        }
        #expect(page.contains { $0.hasPrefix("content-security-policy: default-src 'none';") })

        let stylesheet = try #require(
            try await Sample.all[0].build().site.files.keys.first { $0.hasSuffix(".css") })
        #expect(
            try await server.head("/\(stylesheet)").contains("cache-control: public, max-age=31536000, immutable"))
        #expect(
            try await server.head("/legal/privacy/2.0/text.txt").contains("content-type: text/plain; charset=utf-8"))

        let redirect = try await server.head("/legal/privacy/index.html")
        #expect(redirect[0] == "301" && redirect.contains("location: http://example.org/legal/privacy/"), "\(redirect)")
        for (path, answer) in [
            ("/", "200"), ("/legal/editions.json", "200"), ("/nothing/", "404"), ("/.edict-files", "404"),
            ("/specialists/somebody/", "410"),
        ] {
            let head = try await server.head(path)
            #expect(head[0] == answer, "\(path)")
            #expect(head.contains { $0.hasPrefix("content-security-policy:") }, "\(path)")
        }
    }

    @Test func `static hosts are given the policy that nginx is`() throws {
        let docs = try String(contentsOf: Self.docs, encoding: .utf8)
        let policies = Set(docs.matches(of: /default-src 'none'[^"\n]*/).map { String($0.output) })
        #expect(policies.count == 1)
    }
}
