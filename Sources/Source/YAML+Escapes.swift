internal import Diagnostics

extension SourceFile {
    /// Characters that can't be seen and are written as escapes (`"\u202E"`): in the file's bytes they are not found.
    func escapedCharacterDiagnostics(in mapping: YAML.Mapping) -> [Diagnostic] {
        var findings = LimitedFindings(file: self)
        var waiting: [YAML] = [.mapping(mapping)]
        while let next = waiting.popLast() {
            switch next {
            case .scalar(let scalar): check(scalar, &findings)
            case .sequence(let values, _): waiting += values.reversed()
            case .mapping(let mapping):
                for (key, value) in mapping.entries.reversed() { waiting += [value, .scalar(key)] }
            }
        }
        return findings.diagnostics
    }

    private func check(_ scalar: YAML.Scalar, _ findings: inout LimitedFindings) {
        let written = bytes[scalar.range.clamped(to: bytes.indices)]
        guard written.first == UInt8(ascii: "\""), written.contains(UInt8(ascii: "\\")) else { return }
        // What stands in the file as itself was found there.
        let asWritten = Set(String(decoding: written, as: UTF8.self).unicodeScalars)
        let scalars = Array(scalar.text.unicodeScalars)
        for (index, character) in scalars.enumerated() where !asWritten.contains(character) {
            guard let invisible = InvisibleCharacter(character) else { continue }
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if !invisible.belongsToEmoji(before: index > 0 ? scalars[index - 1] : nil, after: next) {
                findings.add(invisible, scalar.range, written: "as an escape")
            }
        }
    }
}
