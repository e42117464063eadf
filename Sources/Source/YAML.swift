package import Diagnostics

/// A YAML value as Edict reads it: every scalar is text, and each value knows where it stands.
///
/// Nothing is coerced: what `2.0`, `no` or `2026-02-30` means is for the schema to say (`FieldReader`).
package indirect enum YAML: Sendable {
    case scalar(Scalar)
    case sequence([YAML], Range<Int>)
    case mapping(Mapping)

    package struct Scalar: Sendable {
        package let text: String
        /// Whether the text stood in quotation marks or a block: then an empty one is meant.
        package let isQuoted: Bool
        /// The bytes of the file it was read from.
        package let range: Range<Int>

        package init(text: String, isQuoted: Bool, range: Range<Int>) {
            self.text = text
            self.isQuoted = isQuoted
            self.range = range
        }
    }

    package struct Mapping: Sendable {
        /// In the order of the file, each key once.
        package let entries: [(key: Scalar, value: YAML)]
        package let range: Range<Int>

        package init(entries: [(key: Scalar, value: YAML)], range: Range<Int>) {
            self.entries = entries
            self.range = range
        }
    }

    /// The bytes of the file this value was read from.
    package var range: Range<Int> {
        switch self {
        case .scalar(let scalar): scalar.range
        case .sequence(_, let range): range
        case .mapping(let mapping): mapping.range
        }
    }

    /// "text", "a list" or "a mapping": for messages.
    var kind: String {
        switch self {
        case .scalar: "text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

/// Why a YAML text was refused, and where.
struct YAMLError: Error {
    let rule: String
    let range: Range<Int>
    let message: String
    var hint: String?
}

extension SourceFile {
    /// The most bytes a YAML text may have: libyaml's cost can grow faster than its input.
    private static let largestYAML = 1 << 20

    /// Reads a whole file of settings: one mapping. Nil, with a diagnostic, where it is none.
    package func parseYAML(_ diagnostics: inout [Diagnostic]) -> YAML.Mapping? {
        parseYAML(in: 0..<bytes.count, &diagnostics)
    }

    /// Reads the mapping in a part of the file that begins at the start of a line.
    func parseYAML(in range: Range<Int>, _ diagnostics: inout [Diagnostic]) -> YAML.Mapping? {
        do throws(YAMLError) {
            guard range.count <= Self.largestYAML else {
                throw YAMLError(
                    rule: "file-too-large", range: range.lowerBound..<range.lowerBound,
                    message: "more than \(Self.largestYAML) bytes of YAML")
            }
            if let offset = range.first(where: { breaksOnlyYAMLLines(at: $0) }) {
                throw YAMLError(
                    rule: "yaml-syntax", range: offset..<offset + 2,
                    message: "a Unicode line separator in YAML", hint: "begin a new line, or take the character out")
            }
            var reader = YAMLReader(file: self, range: range)
            switch try reader.document() {
            case .mapping(let mapping):
                if bytes[range].contains(UInt8(ascii: "\\")) {
                    diagnostics += escapedCharacterDiagnostics(in: mapping)
                }
                return mapping
            case nil: return YAML.Mapping(entries: [], range: range.lowerBound..<range.lowerBound)
            case .some(let other):
                throw YAMLError(
                    rule: "yaml-syntax", range: other.range,
                    message: "\(other.kind) where `key: value` lines are expected")
            }
        } catch {
            diagnostics.append(
                Diagnostic(.error, error.rule, at: location(of: error.range), error.message, hint: error.hint))
            return nil
        }
    }

    /// U+0085, U+2028 and U+2029 end a line to YAML 1.1 and to nobody else: places would be wrong after them.
    private func breaksOnlyYAMLLines(at offset: Int) -> Bool {
        switch bytes[offset] {
        case 0xC2: offset + 1 < bytes.count && bytes[offset + 1] == 0x85
        case 0xE2: offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && (bytes[offset + 2] | 1) == 0xA9
        default: false
        }
    }
}
