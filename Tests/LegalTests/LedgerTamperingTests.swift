import Testing

@testable import Legal

/// Whatever is done to the bytes of a ledger, but for what is cut off its end, shows.
@Suite struct LedgerTamperingTests {
    /// Whether `verify` would have nothing to say of the ledger itself.
    private func isSound(_ bytes: [UInt8]) -> Bool {
        guard let ledger = try? Ledger(bytes) else { return false }
        return ledger.tornTail.isEmpty && !ledger.lacksLineEnd
    }

    private let ledger = LedgerSample.ledger

    /// Two lines, for what is tried at every byte: each trial reads all that stands before it.
    private var short: [UInt8] {
        var ledger = Ledger()
        for entry in LedgerSample.entries[1...2] { ledger.append(entry) }
        return ledger.bytes
    }

    @Test func `no bit of any byte can be flipped`() {
        var ledger = Ledger()
        ledger.append(LedgerSample.entries[3])
        #expect(isSound(ledger.bytes) && isSound(short) && !isSound(ledger.bytes + short))
        for bytes in [ledger.bytes, short] {
            for index in bytes.indices {
                for bit in 0..<8 {
                    var flipped = bytes
                    flipped[index] ^= 1 << UInt8(bit)
                    if isSound(flipped) { Issue.record("bit \(bit) of byte \(index) flipped is not noticed") }
                }
            }
        }
    }

    @Test func `no byte can become another that matters to JSON, go, or come in between`() {
        let bytes = short
        for index in bytes.indices {
            for byte in " \n\r\t\",:{}[]0\\".utf8 {
                if bytes[index] != byte {
                    var replaced = bytes
                    replaced[index] = byte
                    if isSound(replaced) { Issue.record("byte \(index) made \(byte) is not noticed") }
                }
                if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    var longer = bytes
                    longer.insert(byte, at: index)
                    if isSound(longer) { Issue.record("byte \(byte) put in at \(index) is not noticed") }
                }
            }
            var shorter = bytes
            shorter.remove(at: index)
            if isSound(shorter) { Issue.record("byte \(index) taken out is not noticed") }
        }
    }

    @Test func `no lines but the last ones can go, and no two can change places`() {
        let lines = ledger.lines.map { $0.bytes + [0x0A] }
        // Every selection of the lines in every order of two of them; a bit a line.
        for kept in 0..<(1 << lines.count) {
            let rest = lines.indices.filter { kept & (1 << $0) != 0 }
            let isPrefix = rest == Array(lines.indices.prefix(rest.count))
            #expect(isSound(rest.flatMap { lines[$0] }) == isPrefix, "\(rest)")
            for first in rest.indices {
                for second in rest.indices where first < second {
                    var swapped = rest
                    swapped.swapAt(first, second)
                    #expect(!isSound(swapped.flatMap { lines[$0] }), "\(swapped)")
                }
            }
        }
    }

    @Test func `what is cut off the end is missing against the ledger as it was`() throws {
        let bytes = ledger.bytes
        for count in 0..<ledger.lines.count {
            let cut = try Ledger(ledger.lines[..<count].flatMap { $0.bytes + [0x0A] })
            #expect(!cut.bytes.starts(with: bytes))
            #expect(!cut.lines.contains { $0.digest == ledger.head })
        }
    }
}
