extension LinkDestination {
    /// Whether the destination leaves the site: it names one of the allowed schemes.
    package static func hasScheme(_ destination: some Sequence<UInt8>) -> Bool {
        let start = String(decoding: destination.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
        return schemes.contains(start)
    }
}
