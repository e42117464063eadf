import Foundation
import Testing

@testable import Source

@Suite struct FolderTests {
    @Test func `entries are sorted by the bytes of their names, and hidden ones left out`() throws {
        try inTemporaryFolder { folder, path in
            for name in ["б", "a", "B", "a-b", "a.b", "Ä", ".hidden"] {
                try Data().write(to: path.appending(path: name))
            }
            try FileManager.default.createDirectory(
                at: path.appending(path: "folder"), withIntermediateDirectories: false)
            #expect(
                try folder.entries(of: "").map(\.name).map { $0.precomposedStringWithCanonicalMapping }
                    == ["B", "a", "a-b", "a.b", "folder", "Ä", "б"])
            #expect(try folder.entries(of: "", includingHidden: true).map(\.name).contains(".hidden"))
            #expect(try folder.entries(of: "").first { $0.name == "folder" }?.kind == .folder)
            #expect(try folder.entries(of: "folder").isEmpty)
        }
    }

    @Test func `a symbolic link is named as one and never followed`() throws {
        try inTemporaryFolder { folder, path in
            try Data("secret".utf8).write(to: path.appending(path: "real"))
            for (name, target) in [("link", "real"), ("dangling", "nowhere"), ("up", "..")] {
                try FileManager.default.createSymbolicLink(
                    atPath: path.appending(path: name).path(), withDestinationPath: target)
                #expect(try folder.kind(of: name) == .symbolicLink)
                #expect(throws: FileError.self) { try folder.read(name) }
            }
            #expect(
                try folder.entries(of: "").map { "\($0.name) \($0.kind)" }
                    == ["dangling symbolicLink", "link symbolicLink", "real file", "up symbolicLink"])
        }
    }

    @Test func `what is not there has no kind, and reading it says what failed`() throws {
        try inTemporaryFolder { folder, path in
            try Data("x".utf8).write(to: path.appending(path: "file"))
            #expect(try folder.kind(of: "gone") == nil)
            #expect(try folder.kind(of: "file/below") == nil)
            #expect(try folder.kind(of: "") == .folder)
            let error = try #require(throws: FileError.self) { try folder.read("gone") }
            #expect(error.description == "cannot read \(folder.path)/gone: No such file or directory")
            #expect(throws: FileError.self) { try folder.read("") }
            #expect(throws: FileError.self) { try folder.entries(of: "file") }
        }
    }

    @Test func `a file is read whole, or up to a limit and one byte more`() throws {
        try inTemporaryFolder { folder, path in
            let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
            try Data(bytes).write(to: path.appending(path: "file"))
            try Data().write(to: path.appending(path: "empty"))
            #expect(try folder.read("file") == bytes)
            #expect(try folder.read("file", limit: 1000) == bytes)
            #expect(try folder.read("file", limit: 10) == Array(bytes.prefix(11)))
            #expect(try folder.read("empty").isEmpty)
            // A pipe has no end to wait for.
            #expect(mkfifo(path.appending(path: "pipe").path(), 0o600) == 0)
            #expect(try folder.kind(of: "pipe") == .other)
        }
    }

    @Test func `whether a file has some bytes is told piece by piece`() throws {
        try inTemporaryFolder { folder, path in
            try folder.create("file") { take in
                take([1, 2])
                take([])
                take([3])
            }
            func holds(_ name: String, _ pieces: [UInt8]...) throws -> Bool {
                try folder.holds(name) { pieces.forEach($0) }
            }
            #expect(try folder.read("file") == [1, 2, 3])
            #expect(try holds("file", [1], [2, 3]) && holds("file", [1, 2, 3]) && holds("file", [], [1, 2, 3], []))
            #expect(try !holds("file", [1, 2]) && !holds("file", [1, 2, 3, 4]) && !holds("file", [1], [2, 3], [4]))
            #expect(try !holds("file", [1, 2], [4]) && !holds("file", [0], [2, 3]) && !holds("file"))
            #expect(try !holds("nothing", [1]) && !holds("file/below", [1]))
            // What is no file has no bytes, wherever it leads.
            try FileManager.default.createDirectory(at: path.appending(path: "a"), withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(
                atPath: path.appending(path: "link").path(), withDestinationPath: "file")
            #expect(mkfifo(path.appending(path: "pipe").path(), 0o600) == 0)
            #expect(try !holds("a") && !holds("link", [1, 2, 3]) && !holds("pipe"))
        }
    }

    @Test func `paths below a folder are joined by one slash`() {
        #expect(Folder("a").path(of: "b/c") == "a/b/c")
        #expect(Folder("a/").path(of: "b") == "a/b")
        #expect(Folder("/").path(of: "b") == "/b")
        #expect(Folder("a").path(of: "") == "a")
    }

    private func inTemporaryFolder(_ body: (Folder, URL) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "edict-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: path) }
        try body(Folder(path.path()), path)
    }
}
