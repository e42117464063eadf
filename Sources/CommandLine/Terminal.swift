internal import ArgumentParser
internal import Glibc

/// Standard output and standard error.
enum Terminal {
    enum Stream: Int32 {
        case output = 1
        case error = 2
    }

    /// Whether a person is likely to look at the stream.
    static func isTerminal(_ stream: Stream) -> Bool {
        isatty(stream.rawValue) == 1
    }

    /// Writes text; a reader that has gone away is no error.
    static func write(_ text: String, to stream: Stream) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

/// `--color`.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    func isColored(_ stream: Terminal.Stream) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: Terminal.isTerminal(stream)
        }
    }
}
