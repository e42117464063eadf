/// The shortest edit script between two rows of tokens (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986,
/// § 4b: in linear space), within a budget of steps: what is left where it is spent is replaced as a whole.
struct WordDiff {
    /// The tokens that stay, as pairs of places, in order.
    private(set) var kept: [(old: Int, new: Int)] = []
    private let old: [Int]
    private let new: [Int]
    private var budget: Int

    init(_ old: [Int], _ new: [Int]) {
        (self.old, self.new) = (old, new)
        budget = 400_000 + 32 * (old.count + new.count)
        compare(0..<old.count, 0..<new.count)
    }

    private mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        var (a, b) = (oldRange, newRange)
        while !a.isEmpty, !b.isEmpty, old[a.lowerBound] == new[b.lowerBound] {
            kept.append((a.lowerBound, b.lowerBound))
            a = a.dropFirst()
            b = b.dropFirst()
        }
        var tail: [(Int, Int)] = []
        while !a.isEmpty, !b.isEmpty, old[a.upperBound - 1] == new[b.upperBound - 1] {
            tail.append((a.upperBound - 1, b.upperBound - 1))
            a = a.dropLast()
            b = b.dropLast()
        }
        if !a.isEmpty, !b.isEmpty, let snake = middleSnake(a, b) {
            compare(a.lowerBound..<snake.start.old, b.lowerBound..<snake.start.new)
            for step in 0..<(snake.end.old - snake.start.old) {
                kept.append((snake.start.old + step, snake.start.new + step))
            }
            compare(snake.end.old..<a.upperBound, snake.end.new..<b.upperBound)
        }
        kept += tail.reversed()
    }

    private typealias Point = (old: Int, new: Int)

    /// The middle of the shortest way; nil where nothing is in common or the budget is spent.
    private mutating func middleSnake(_ a: Range<Int>, _ b: Range<Int>) -> (start: Point, end: Point)? {
        let (n, m) = (a.count, b.count)
        let size = 2 * min(n, m) + 2
        let delta = n - m
        let isOdd = !(n + m).isMultiple(of: 2)
        var ways = [[Int](repeating: 0, count: size), [Int](repeating: 0, count: size)]
        func slot(_ k: Int) -> Int { ((k % size) + size) % size }
        for d in 0...((n + m + 1) / 2) {
            for backward in [0, 1] {
                var k = -(d - 2 * max(0, d - m))
                while k <= d - 2 * max(0, d - n) {
                    let (below, above) = (ways[backward][slot(k - 1)], ways[backward][slot(k + 1)])
                    var x = k == -d || (k != d && below < above) ? above : below + 1
                    var y = x - k
                    let start = (x, y)
                    while x < n, y < m,
                        backward == 0
                            ? old[a.lowerBound + x] == new[b.lowerBound + y]
                            : old[a.upperBound - 1 - x] == new[b.upperBound - 1 - y]
                    {
                        x += 1
                        y += 1
                    }
                    budget -= 1 + x - start.0
                    ways[backward][slot(k)] = x
                    let z = delta - k
                    if isOdd == (backward == 0), abs(z) <= d - (1 - backward), x + ways[1 - backward][slot(z)] >= n {
                        let cost = 2 * d - (1 - backward)
                        // Nothing is left to divide: one side is used up, or only one edit is there.
                        guard cost > 1 || x != start.0 else { return nil }
                        return backward == 0
                            ? ((a.lowerBound + start.0, b.lowerBound + start.1), (a.lowerBound + x, b.lowerBound + y))
                            : ((a.upperBound - x, b.upperBound - y), (a.upperBound - start.0, b.upperBound - start.1))
                    }
                    k += 2
                }
            }
            if budget < 0 { return nil }
        }
        return nil
    }
}
