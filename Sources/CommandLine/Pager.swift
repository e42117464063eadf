internal import Foundation
internal import Glibc

/// Shows a text a screen at a time, the way `git diff` does: through `$PAGER`, or `less`; a short one is only printed.
enum Pager {
    static func show(_ text: String) {
        let wanted = Environment.pager ?? "less"
        guard !text.isEmpty, !wanted.isEmpty, wanted != "cat" else { return Terminal.write(text, to: .output) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // As git does: colours pass, and less ends by itself where the text fits on the screen.
        process.arguments = ["-c", "LESS=${LESS-FRX} LV=${LV--c} exec \(wanted)"]
        let pipe = Pipe()
        process.standardInput = pipe
        do {
            try process.run()
        } catch {
            return Terminal.write(text, to: .output)
        }
        // Who leaves the pager before the end has seen enough, and a pager that is not there has read nothing: neither ends us.
        _ = signal(SIGPIPE, SIG_IGN)
        try? pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        // The shell's way to say that there is no such program.
        if process.terminationStatus == 127 { Terminal.write(text, to: .output) }
    }
}
