internal import ArgumentParser
internal import Diagnostics
internal import JSON
internal import Redline

extension Diff {
    /// `--clause`: what a clause was called and said in every edition, and what each changed in it.
    func show(_ number: String, of request: ComparisonRequest, _ reporter: Reporter) throws {
        let sides = request.editions
        let chain = EditionChain(sides.map(\.text))
        let label = number.hasSuffix(".") ? String(number.dropLast()) : number
        // By its number of today; a clause that is gone by its last.
        guard let history = sides.indices.reversed().lazy.compactMap({ chain.history(of: label, in: $0) }).first else {
            let hint = suggestion(for: label, in: chain.labels(in: sides.count - 1)).map { "; \($0)" } ?? ""
            throw reporter.usage("there is no clause '\(label)' in \(request.new.name)\(hint)")
        }
        let names = sides.map(\.name)
        switch format {
        case .json: Terminal.write(String(decoding: json(history, names).prettyBytes(), as: UTF8.self), to: .output)
        default: write(text(history, names))
        }
        let isChanged = history.stations.count < sides.count || history.stations.contains { !$0.fates.isEmpty }
        if isChanged, !exitZero { throw ExitCode.findings }
    }

    private func text(_ history: ClauseHistory, _ names: [String]) -> String {
        var text = ""
        for station in history.stations {
            let fates = station.fates.map(\.rawValue).sorted()
            let what = station.redline == nil && station.edition > 0 && fates.isEmpty ? ["unchanged"] : fates
            text +=
                ([names[station.edition], station.label ?? "without a number"] + what).joined(separator: " · ") + "\n"
            if let redline = station.redline, !redline.isSame {
                text += TextRedline(redline, isColored: options.color.isColored(.output), context: .max).text()
            } else if what != ["unchanged"] {
                text += station.text.map { "  \($0)\n" }.joined()
            }
        }
        if let last = history.stations.last?.edition, last + 1 < names.count {
            text += "\(names[last + 1]) · removed\n"
        }
        return text
    }

    private func json(_ history: ClauseHistory, _ names: [String]) -> JSON {
        let stations = history.stations.map { station -> JSON in
            [
                "edition": .string(names[station.edition]), "label": station.label.map(JSON.string) ?? .null,
                "line": .integer(station.line), "text": .array(station.text.map(JSON.string)),
                "fates": .array(station.fates.map(\.rawValue).sorted().map(JSON.string)),
                "changes": station.redline?.json["changes"] ?? [],
            ]
        }
        return ["clause": .array(stations)]
    }
}
