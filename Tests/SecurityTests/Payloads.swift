import Foundation
import TestSupport

/// Hostile texts: those of others, and generated ones.
enum Payloads {
    static let xssFile = Repository.shared.appending(path: "xss-payloads.txt")

    static let generated: [[UInt8]] = {
        var generator = PayloadGenerator(seed: SeededGenerator.seed)
        return generator.payloads(3000)
    }()

    /// The Big List of Naughty Strings, which `Tests/fetch-corpora` fetches, and its longer edition where a machine has it.
    static let naughtyStrings: [[UInt8]] = {
        let lists = [Repository.corpora, Repository.shared].map { folder -> [String] in
            let file = folder.appending(path: "naughty-strings.json")
            return (try? JSONDecoder().decode([String].self, from: Data(contentsOf: file))) ?? []
        }
        return Set(lists.joined()).sorted().map { Array($0.utf8) }
    }()

    /// The lines of `xss-payloads.txt`; none where the file is not beside the repository.
    static let xss: [[UInt8]] = {
        let bytes = (try? Data(contentsOf: xssFile)).map { [UInt8]($0) } ?? []
        return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }()
}

extension [UInt8] {
    /// The bytes as a double-quoted YAML scalar: everything but ASCII's printable characters as an escape, so that nothing
    /// stands between the payload and the field.
    var quotedYAML: String {
        var result = "\""
        for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case " "..."~": result.unicodeScalars.append(scalar)
            default:
                let hex = String(scalar.value, radix: 16)
                result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
            }
        }
        return result + "\""
    }

    /// As YAML gives it back: bytes that are no UTF-8 replaced.
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension Array {
    /// The elements in groups of at most `size`.
    func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
