import Foundation

/// Work on many things on all cores, whose results are taken in the order of the things. What is begun but not taken is bounded.
public enum InOrder {
    /// - Parameters:
    ///   - next: the next thing; nil at the end.
    ///   - work: runs on any core.
    ///   - take: one at a time, in order.
    public static func run<Item: Sendable, Result: Sendable>(
        next: () -> Item?, work: @escaping @Sendable (Item) async throws -> Result, take: (Result) -> Void
    ) async throws {
        let window = ProcessInfo.processInfo.activeProcessorCount * 2
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var early: [Int: Result] = [:]
            var (begun, taken) = (0, 0)
            func put(_ place: Int, _ result: Result) {
                early[place] = result
                while let first = early.removeValue(forKey: taken) {
                    take(first)
                    taken += 1
                }
            }
            while let item = next() {
                while begun - taken >= window, let (place, result) = try await group.next() { put(place, result) }
                let place = begun
                begun += 1
                group.addTask { (place, try await work(item)) }
            }
            for try await (place, result) in group { put(place, result) }
        }
    }
}
