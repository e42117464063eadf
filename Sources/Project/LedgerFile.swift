package import Legal
package import Source

extension Project {
    /// What came of appending to the ledger.
    package enum AppendOutcome: Sendable {
        case appended(Ledger)
        /// Another process is appending, or has done so since the project was read.
        case overtaken
    }

    /// Appends entries to the ledger, all or none, and returns when they are on the disk. A half-written last line is taken out,
    /// and so is what a write that was killed has left.
    ///
    /// - Parameter files: files of drafts that change with it, such as by dates that were filled in.
    package func append(
        _ entries: [LedgerEntry], replacing files: [SourceFile] = []
    ) throws(FileError) -> AppendOutcome {
        var extended = ledger
        for entry in entries { extended.append(entry) }
        let outcome = try folder.locked(ProjectLoader.legal) { () throws(FileError) -> AppendOutcome in
            let onDisk = try folder.kind(of: Ledger.path) == nil ? [] : try folder.read(Ledger.path)
            guard onDisk == ledger.bytes else { return .overtaken }
            let folders = documents.map { "\(ProjectLoader.legal)/\($0.document.id)" }
            for path in [ProjectLoader.legal] + folders { try folder.removeHalfWritten(in: path) }
            for file in files { try folder.replace(file.path, with: file.bytes, isDurable: true) }
            try folder.replace(Ledger.path, with: extended.bytes, isDurable: true)
            return .appended(extended)
        }
        return outcome ?? .overtaken
    }
}
