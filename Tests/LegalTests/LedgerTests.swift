import Foundation
import JSON
import Testing

@testable import Legal

@Suite struct LedgerTests {
    private let ledger = LedgerSample.ledger

    /// The lines of the sample, without their line ends.
    private var lines: [[UInt8]] { ledger.lines.map(\.bytes) }

    private func file(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + Array("\n".utf8) } }

    private func fault(_ bytes: [UInt8]) -> Ledger.Fault? {
        do {
            _ = try Ledger(bytes)
            return nil
        } catch {
            return error
        }
    }

    private func replacing(_ old: String, _ new: String, inLine index: Int) throws -> [UInt8] {
        var lines = lines
        let text = String(decoding: lines[index], as: UTF8.self)
        try #require(text.contains(old))
        lines[index] = Array(text.replacing(old, with: new).utf8)
        return file(lines)
    }

    // MARK: What is written is read

    @Test func `what was appended is read again`() throws {
        let read = try Ledger(ledger.bytes)
        #expect(read.lines.map(\.entry) == LedgerSample.entries)
        #expect(read.lines.map(\.sequence) == [1, 2, 3, 4])
        #expect(read.bytes == ledger.bytes)
        #expect(read.head == ledger.head)
        #expect(read.tornTail.isEmpty && !read.lacksLineEnd)
    }

    @Test func `appending to what was read gives the same as appending at once`() throws {
        for count in LedgerSample.entries.indices {
            var first = Ledger()
            for entry in LedgerSample.entries[..<count] { first.append(entry) }
            var read = try Ledger(first.bytes)
            for entry in LedgerSample.entries[count...] { read.append(entry) }
            #expect(read.bytes == ledger.bytes)
        }
    }

    @Test func `an earlier ledger is a prefix of a later one`() {
        var earlier = Ledger()
        for entry in LedgerSample.entries {
            #expect(ledger.bytes.starts(with: earlier.bytes))
            earlier.append(entry)
        }
    }

    @Test func `an empty file is an empty ledger, whose head is the digest of nothing`() throws {
        let empty = try Ledger([])
        #expect(empty.lines.isEmpty && empty.bytes.isEmpty)
        #expect(empty.head.description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `a line is canonical JSON: keys in order, no white space, nothing escaped that need not be`() throws {
        for line in ledger.lines {
            #expect(try JSON(parsing: line.bytes).canonicalBytes() == line.bytes)
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(line.bytes)) as? [String: Any])
            #expect(object.keys.sorted() == ["entry", "previous", "sequence", "sha256"])
        }
        let first = String(decoding: lines[0], as: UTF8.self)
        #expect(first.hasPrefix(#"{"entry":{"action":"notify","builtin":{},"change":"edition","date":"2026-01-20","#))
        #expect(first.contains(#"Кавычки \" и \\, управляющие \u0001 \t \u007f, <разметка> & "#))
    }

    @Test func `each line names the digest of the one before, and its own without that digest`() throws {
        var previous = Digest(of: [])
        for line in ledger.lines {
            let json = try JSON(parsing: line.bytes)
            #expect(json["previous"]?.string == previous.description)
            let own = try #require(json.members).filter { $0.key != "sha256" }
            #expect(json["sha256"]?.string == Digest(of: JSON.object(own).canonicalBytes()).description)
            previous = Digest(of: line.bytes)
            #expect(line.digest == previous)
        }
        #expect(ledger.head == previous)
    }

    // MARK: Faults

    @Test func `a ledger that is cut is torn, lacks a line end or is shorter, and says so`() throws {
        let bytes = ledger.bytes
        var ends: Set<Int> = [0]
        for line in lines { ends.insert((ends.max() ?? 0) + line.count + 1) }
        for length in 0..<bytes.count {
            let cut = try Ledger(Array(bytes[..<length]))
            let whole = ends.filter { $0 <= length }
            #expect(cut.bytes == Array(bytes[..<length]))
            if ends.contains(length) {
                #expect(cut.lines.count == whole.count - 1 && cut.tornTail.isEmpty && !cut.lacksLineEnd)
            } else if ends.contains(length + 1) {
                #expect(cut.lines.count == whole.count && cut.lacksLineEnd && cut.tornTail.isEmpty)
            } else {
                #expect(cut.lines.count == whole.count - 1 && !cut.tornTail.isEmpty)
            }
        }
    }

    @Test func `appending takes out a torn line, and keeps one that only lacks its line end`() throws {
        var torn = try Ledger(file(Array(lines[..<3])) + lines[3].dropLast())
        torn.append(LedgerSample.entries[3])
        #expect(torn.bytes == ledger.bytes)
        var unended = try Ledger(file(Array(lines[..<2])) + lines[2])
        unended.append(LedgerSample.entries[3])
        #expect(unended.bytes == ledger.bytes)
    }

    @Test func `a line that is missing, doubled or in another's place is named`() {
        #expect(
            fault(file([lines[0], lines[2], lines[3]]))
                == Ledger.Fault(line: 2, message: "the line before it is not the one it names", hint: restore))
        #expect(
            fault(file([lines[1], lines[2], lines[3]]))
                == Ledger.Fault(line: 1, message: "the line before it is not the one it names", hint: restore))
        #expect(
            fault(file([lines[0], lines[1], lines[1], lines[2]]))
                == Ledger.Fault(line: 3, message: "the line stands here twice", hint: "take the second one out"))
        #expect(
            fault(file([lines[0], lines[2], lines[1], lines[3]]))
                == Ledger.Fault(line: 2, message: "the line before it is not the one it names", hint: restore))
    }

    @Test func `a ledger that two branches extended is recognised`() {
        var other = Ledger()
        for entry in LedgerSample.entries[..<2] { other.append(entry) }
        other.append(LedgerSample.entries[3])
        let merged = file([lines[0], lines[1], lines[2], other.lines[2].bytes])
        #expect(fault(merged)?.line == 4)
        #expect(fault(merged)?.message == "two lines follow the same one: two branches have published")
        var begun = Ledger()
        begun.append(LedgerSample.entries[3])
        #expect(
            fault(file([lines[0], begun.lines[0].bytes]))?.message
                == "two lines follow the same one: two branches have published")
    }

    @Test(arguments: [
        (#""summary":"A summary.""#, #""summary":"A summary!""#),
        (#""published":"2026-03-03""#, #""published":"2026-03-02""#),
        (#"{"entry""#, #"{"by":"me","entry""#),
        (#""action":"notify""#, #""action":"notify","added":1"#),
        (#""sequence":4"#, #""sequence":"4""#),
        (#""sequence":4"#, #""sequence":5"#),
        (#","waivers""#, #", "waivers""#),
        (#"because"#, #"bec\u0061use"#),
        (#""values":{}"#, #""values":{},"with":[]"#),
        (#""values":{}"#, #""values":{},"recorded":null"#),
    ])
    func `a line with other bytes than were written is told`(old: String, new: String) throws {
        #expect(
            fault(try replacing(old, new, inLine: 3))
                == Ledger.Fault(
                    line: 4, message: "not the bytes that were written: something in the line was changed",
                    hint: restore))
    }

    @Test(arguments: [
        (#""type":"publish""#, #""type":"unpublish""#, "no entry that a ledger holds"),
        (#""effective":"2026-03-10""#, #""effective":"2026-02-30""#, "no entry that a ledger holds"),
        (#""effective":"2026-03-10""#, #""effective":20260310"#, "no entry that a ledger holds"),
        (#""version":"1.1""#, #""version":1.1"#, "no JSON: no JSON value that is read here (byte 616)"),
        (#""document":"rules""#, #""document":"../rules""#, "no entry that a ledger holds"),
        (#"{"entry""#, #"{"Entry""#, "no entry that a ledger holds"),
        (#""previous""#, #""Previous""#, "the line does not name the one before it"),
    ])
    func `a line that is no entry is told`(old: String, new: String, message: String) throws {
        let fault = fault(try replacing(old, new, inLine: 3))
        #expect(fault?.line == 4 && fault?.hint == restore)
        // The place differs with what stands before it.
        #expect(fault?.message.prefix { $0 != "(" } == message.prefix { $0 != "(" })
    }

    @Test func `an entry that is chained rightly and has no key is no entry, whatever its digests say`() throws {
        // Somebody who can compute SHA-256 can write a line; what it says must still be an entry.
        let own =
            #"{"entry":{"document":"rules","type":"note","version":"1.0"},"previous":"\#(ledger.head)","sequence":5"#
        let digest = Digest(of: Array("\(own)}".utf8))
        let line = Array(#"\#(own),"sha256":"\#(digest)"}"#.utf8)
        #expect(fault(ledger.bytes + line + [0x0A])?.message == "no entry that a ledger holds")
    }

    @Test func `a line of an earlier day than the one before it is told, though it is chained rightly`() {
        var backdated = LedgerSample.ledger
        backdated.append(
            .note(
                Note(
                    document: "rules", version: LedgerSample.version("1.0"), text: "Too late.",
                    recorded: LedgerSample.day("2026-03-02"))))
        #expect(
            fault(backdated.bytes)
                == Ledger.Fault(
                    line: 5, message: "the line is of 2026-03-02, and the one before it of 2026-03-03", hint: restore))
    }

    @Test(
        .timeLimit(.minutes(20)),
        arguments: [
            "[", "{\"a\":", "\"", "9", "\\u0000", " ", "{\"a\":1,", "\u{0}", "\n",
        ])
    func `a megabyte of anything is refused, and soon`(unit: String) {
        let bytes = Array(repeatElement(Array(unit.utf8), count: 1_000_000 / unit.utf8.count).joined())
        #expect(fault(ledger.bytes + bytes + [0x0A])?.line == 5)
    }

    @Test(.timeLimit(.minutes(20))) func `a megabyte in a string or in keys is refused, and the message is short`() {
        let long = Array(repeatElement(UInt8(ascii: "x"), count: 500_000))
        let message = fault(Array("{\"".utf8) + long + Array("\":1,\"".utf8) + long + Array("\":1}\n".utf8))?.message
        #expect((message?.utf8.count ?? 0) < 1000)
    }

    private let restore = "restore the file from version control; nothing in it may ever change"
}
