package import Source
internal import Templates

/// A day as texts write it: "01 февраля 2026 года", "1 February 2026", "01.02.2026", "2026-02-01".
package enum WrittenDay {
    /// The day at the beginning of a text; nil where there is none, or none that the calendar has.
    package static func day(_ text: String) -> Day? {
        if let day = Day(text.prefix(10)) { return day }
        let parts = text.split { $0 == "." || $0 == " " || $0 == "\u{A0}" || $0 == "," }.prefix(3).map(String.init)
        guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2].prefix { $0.isNumber }) else {
            return nil
        }
        let name = parts[1].lowercased()
        guard let month = Int(name) ?? Language.allCases.compactMap({ $0.month(name) }).first else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
