extension Array where Element: Sendable {
    /// What `transform` makes of each element, in the order of the elements, worked out on all cores.
    package func mapOnAllCores<Result: Sendable>(
        _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        let size = Swift.max(1, Swift.min(64, count / 16))
        let chunks = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            for (index, chunk) in chunks.enumerated() {
                group.addTask { (index, chunk.map(transform)) }
            }
            var results = [[Result]](repeating: [], count: chunks.count)
            for await (index, result) in group { results[index] = result }
            return results.flatMap(\.self)
        }
    }
}
