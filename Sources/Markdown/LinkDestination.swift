/// The one policy on where links may lead: an allow-list, for what authors write, for what values put into it, and for the
/// addresses of profiles.
///
/// Allowed are `http`, `https`, `mailto`, `tel`, and what has no scheme: a path, a query, a fragment, or nothing at all. What
/// browsers read differently from people is refused: `//host`, backslashes, white space and control characters, and a scheme
/// hidden behind percent signs. The URL Standard (url.spec.whatwg.org) is what browsers go by.
package enum LinkDestination {
    /// The schemes of links, in lower case.
    package static let schemes = ["http", "https", "mailto", "tel"]

    /// Why a destination is refused.
    package enum Refusal: Hashable, Sendable {
        case scheme(String), hostWithoutScheme, backslash, invisible, disguised, incomplete

        /// In lower case, as a part of a message: `the scheme 'javascript' is not allowed`.
        package var message: String {
            switch self {
            case .scheme(let name): "the scheme '\(name)' is not allowed"
            case .hostWithoutScheme: "an address that begins with '//' leads to another site"
            case .backslash: "a backslash, which browsers read as '/'"
            case .invisible: "white space or a character that can't be seen"
            case .disguised: "a colon or slash is disguised in its first part"
            case .incomplete: "nothing follows its scheme"
            }
        }
    }

    /// - Parameter destination: without Markdown's escapes and entities, as in `MarkdownNode.destination`.
    package static func isAllowed(_ destination: some Sequence<UInt8>) -> Bool {
        refusal(of: destination) == nil
    }

    /// Why the destination is refused; nil where it is allowed.
    package static func refusal(of destination: some Sequence<UInt8>) -> Refusal? {
        let bytes = Array(destination)
        if bytes.contains(.backslash) { return .backslash }
        if !isVisible(bytes) { return .invisible }
        if bytes.starts(with: "//".utf8) { return .hostWithoutScheme }
        guard let delimiter = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }),
            bytes[delimiter] == UInt8(ascii: ":")
        else { return refusal(ofFirstPart: bytes) }
        let scheme = String(decoding: bytes[..<delimiter], as: UTF8.self).lowercased()
        guard schemes.contains(scheme) else { return .scheme(scheme) }
        let rest = bytes[(delimiter + 1)...]
        guard scheme == "http" || scheme == "https" else { return rest.isEmpty ? .incomplete : nil }
        guard rest.starts(with: "//".utf8) else { return .incomplete }
        let host = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
        return host.isEmpty ? .incomplete : nil
    }

    /// The part of a relative destination in which a decoder could find a scheme or a host.
    private static func refusal(ofFirstPart bytes: [UInt8]) -> Refusal? {
        var part = Array(bytes.prefix { !"/?#".utf8.contains($0) })
        for _ in 0..<3 where part.contains(UInt8(ascii: "%")) {
            part = percentDecoded(part)
            if part.contains(where: { ":/\\".utf8.contains($0) || $0 < .space || $0 == 0x7F }) { return .disguised }
        }
        return nil
    }

    private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                result.append(value)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func isVisible(_ bytes: [UInt8]) -> Bool {
        if bytes.allSatisfy({ $0 > .space && $0 < 0x7F }) { return true }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate: false
            default: true
            }
        }
    }
}
