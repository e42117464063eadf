internal import HTML
internal import Legal
internal import Source
internal import Templates

/// Which edition is in force when, drawn: a lane for each edition, a bar for each time.
struct Timeline {
    private static let width = 720
    private static let left = 56
    private static let lane = 26

    private let periods: [Period]
    private let versions: [EditionVersion]
    private let first: Day
    private let last: Day
    private let today: Day

    /// Nil where nothing was ever in force.
    init?(_ periods: [Period], on today: Day) {
        guard let first = periods.map(\.from).min() else { return nil }
        self.periods = periods
        self.today = today
        self.first = min(first, today)
        let ends = periods.flatMap { [$0.from, $0.until].compactMap(\.self) } + [today]
        // Some room behind the last change, so that what has no end is seen to go on.
        let span = max(30, self.first.days(until: ends.max() ?? today))
        last = (ends.max() ?? today).adding(days: span / 8)
        versions = Array(Set(periods.map(\.version))).sorted()
    }

    /// Inline SVG; what it shows stands in the table beside it, so a screen reader hears its title alone.
    func svg(_ strings: Strings, status: [EditionVersion: EditionStatus]) -> [UInt8] {
        let height = versions.count * Self.lane + 34
        var children = [Element("title", text: strings["timeline"])]
        for (index, version) in versions.enumerated() {
            let middle = index * Self.lane + Self.lane / 2
            children.append(text(version.description, x: 0, y: middle + 4))
            children.append(line("lane", x1: Self.left, y1: middle, x2: Self.width, y2: middle))
            for period in periods where period.version == version {
                let (start, end) = (x(period.from), x(period.until ?? last))
                children.append(
                    Element(
                        "rect",
                        [
                            "class": "bar bar-\(status[version]?.rawValue ?? "superseded")", "x": "\(start)",
                            "y": "\(middle - 7)", "width": "\(max(2, end - start))", "height": "14", "rx": "3",
                        ]))
            }
        }
        let bottom = versions.count * Self.lane
        children.append(line("today", x1: x(today), y1: 0, x2: x(today), y2: bottom))
        children.append(text(strings.date(first), x: Self.left, y: bottom + 16))
        if x(today) > Self.left + 200 {
            children.append(text(strings.date(today), x: x(today), y: bottom + 30, anchor: "end"))
        }
        return Element(
            "svg",
            [
                "viewBox": "0 0 \(Self.width) \(height)", "role": "img", "aria-label": strings["timeline"],
            ], children
        ).html()
    }

    private func x(_ day: Day) -> Int {
        let whole = max(1, first.days(until: last))
        return Self.left + (Self.width - Self.left) * min(whole, max(0, first.days(until: day))) / whole
    }

    private func text(_ text: String, x: Int, y: Int, anchor: String? = nil) -> Element {
        Element("text", ["x": "\(x)", "y": "\(y)", "text-anchor": anchor], text: text)
    }

    private func line(_ name: String, x1: Int, y1: Int, x2: Int, y2: Int) -> Element {
        Element("line", ["class": name, "x1": "\(x1)", "y1": "\(y1)", "x2": "\(x2)", "y2": "\(y2)"])
    }
}
