internal import JSON
package import Source

/// The append-only record of what was published: `content/legal/ledger.jsonl`, one canonical JSON object a line.
///
/// A line is `{"entry":…,"previous":…,"sequence":…,"sha256":…}`. `previous` is the SHA-256 of the line before it, `sha256` that
/// of this line without it. So no line can be changed or taken out from between others without breaking the chain.
package struct Ledger: Sendable {
    /// A line that has passed its check.
    package struct Line: Sendable {
        package let entry: LedgerEntry
        /// Its number, from 1.
        package let sequence: Int
        /// The digest of its bytes: what the next line names, and the head of the ledger while there is none.
        package let digest: Digest
        package let bytes: [UInt8]
    }

    /// The first thing that is wrong.
    package struct Fault: Error, Sendable, Equatable {
        /// The line of the file, from 1.
        package let line: Int
        package let message: String
        package let hint: String?
    }

    package static let path = "content/legal/ledger.jsonl"
    /// More than anybody's editions need: some 40,000 lines.
    package static let mostBytes = 64 << 20

    package private(set) var lines: [Line] = []
    /// What stands behind the last line end: a line that was being written when the machine stopped.
    package private(set) var tornTail: [UInt8] = []
    /// Whether the last line is whole but for its line end. It is a line all the same: nothing that was published is taken out.
    package private(set) var lacksLineEnd = false

    package init() {}

    /// The digest of the last line; that of nothing for an empty ledger.
    package var head: Digest { lines.last?.digest ?? Digest(of: []) }

    /// Reads a ledger and checks its chain, line for line.
    package init(_ bytes: [UInt8]) throws(Fault) {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(try check(Array(rest[..<end])))
            rest = rest[(end + 1)...]
        }
        if !rest.isEmpty, let line = try? check(Array(rest)) {
            lines.append(line)
            lacksLineEnd = true
        } else {
            tornTail = Array(rest)
        }
    }

    /// The head as it was known on a day: the digest of the last line that counts on it.
    package func head(knownOn day: Day) -> Digest {
        lines.last { $0.entry.knownFrom <= day }?.digest ?? Ledger().head
    }

    /// The day of the last line: what is added is of that day or a later one. Nil for an empty ledger.
    package var lastDay: Day? { lines.last?.entry.recordedOn }

    /// The bytes of the file.
    package var bytes: [UInt8] {
        let whole = lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }
        return (lacksLineEnd ? whole.dropLast() : whole) + tornTail
    }

    /// Adds an entry behind the last line.
    package mutating func append(_ entry: LedgerEntry) {
        (tornTail, lacksLineEnd) = ([], false)
        let sequence = lines.count + 1
        let bytes = Self.encode(entry, sequence: sequence, previous: head)
        lines.append(Line(entry: entry, sequence: sequence, digest: Digest(of: bytes), bytes: bytes))
    }

    // MARK: One line

    private func check(_ bytes: [UInt8]) throws(Fault) -> Line {
        let sequence = lines.count + 1
        func fault(_ message: String, hint: String? = nil) -> Fault {
            Fault(line: sequence, message: message, hint: hint)
        }
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: { bytes.starts(with: $0.utf8) }) {
            throw fault("a merge conflict: two branches have published", hint: Self.branchesHint)
        }
        let json: JSON
        do {
            json = try JSON(parsing: bytes)
        } catch {
            throw fault("no JSON: \(error.message) (byte \(error.offset + 1))", hint: Self.restoreHint)
        }
        guard let entry = json["entry"].flatMap(LedgerEntry.init) else {
            throw fault("no entry that a ledger holds", hint: Self.restoreHint)
        }
        guard let previous = json["previous"]?.string else {
            throw fault("the line does not name the one before it", hint: Self.restoreHint)
        }
        if previous != head.description {
            if lines.contains(where: { $0.bytes == bytes }) {
                throw fault("the line stands here twice", hint: "take the second one out")
            }
            if lines.dropLast().contains(where: { $0.digest.description == previous })
                || (previous == Ledger().head.description && !lines.isEmpty)
            {
                throw fault(
                    "two lines follow the same one: two branches have published", hint: Self.branchesHint)
            }
            throw fault("the line before it is not the one it names", hint: Self.restoreHint)
        }
        guard bytes == Self.encode(entry, sequence: sequence, previous: head) else {
            throw fault("not the bytes that were written: something in the line was changed", hint: Self.restoreHint)
        }
        if let lastDay, entry.recordedOn < lastDay {
            throw fault(
                "the line is of \(entry.recordedOn), and the one before it of \(lastDay)", hint: Self.restoreHint)
        }
        return Line(entry: entry, sequence: sequence, digest: Digest(of: bytes), bytes: bytes)
    }

    private static let restoreHint = "restore the file from version control; nothing in it may ever change"

    private static let branchesHint =
        "keep the ledger of the branch that was merged first, and publish the other's editions again"

    private static func encode(_ entry: LedgerEntry, sequence: Int, previous: Digest) -> [UInt8] {
        func line(_ own: [(key: String, value: JSON)]) -> [UInt8] {
            let members: [(key: String, value: JSON)] = [
                ("entry", entry.json), ("previous", .string(previous.description)), ("sequence", .integer(sequence)),
            ]
            return JSON.object(members + own).canonicalBytes()
        }
        return line([("sha256", .string(Digest(of: line([])).description))])
    }
}
