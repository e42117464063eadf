/// A time of the day to the minute, `00:00` to `24:00`.
package struct TimeOfDay: Sendable, Comparable, CustomStringConvertible {
    package let minutes: Int

    /// Reads `09:30`, with both digits of the hour.
    package init?(_ text: String) {
        let digits = Array(text.utf8).map { Int($0) - Int(UInt8(ascii: "0")) }
        guard digits.count == 5, text.utf8.dropFirst(2).first == UInt8(ascii: ":"),
            [0, 1, 3, 4].allSatisfy({ (0...9).contains(digits[$0]) })
        else { return nil }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[3] * 10 + digits[4])
        guard minute < 60, hour * 60 + minute <= 24 * 60 else { return nil }
        minutes = hour * 60 + minute
    }

    /// What to write instead of `9:30`.
    static func hint(_ text: String) -> String? {
        TimeOfDay("0" + text).map { "write \"\($0)\"" }
    }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutes < right.minutes
    }

    package var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }
}
