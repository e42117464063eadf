/// Tells a person at a terminal how far a long run has come; in a pipe it says nothing.
final class Progress {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var hasWritten = false

    init(isQuiet: Bool) {
        isShown = !isQuiet && Terminal.isTerminal(.error)
    }

    /// Writes over the line before, once a second has passed.
    func tell(_ done: Int, _ total: Int) {
        guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
        hasWritten = true
        Terminal.write("\r\u{1B}[Krendering: \(done) of \(total)", to: .error)
    }

    /// Takes the line away.
    func finish() {
        if hasWritten { Terminal.write("\r\u{1B}[K", to: .error) }
    }
}
