extension Array where Element: Sendable {
    /// What `transform` makes of each element, in the order of the elements, worked out on all cores.
    ///
    /// - Parameter progress: told now and then how many elements are done.
    package func mapOnAllCores<Result: Sendable>(
        progress: (Int) -> Void = { _ in },
        _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        let size = Swift.max(1, Swift.min(64, count / 16))
        let chunks = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            for (index, chunk) in chunks.enumerated() {
                group.addTask { (index, chunk.map(transform)) }
            }
            var results = [[Result]](repeating: [], count: chunks.count)
            var done = 0
            for await (index, result) in group {
                results[index] = result
                done += result.count
                progress(done)
            }
            return results.flatMap(\.self)
        }
    }
}
