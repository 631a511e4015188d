import Model

/// Watches one round over a feed's pages for a server that never comes to an end.
public struct PageGuard: Sendable {
    private var seen: Set<Int> = []
    private var emptyInARow = 0
    private let path: String
    private let emptyLimit: Int

    /// - Parameter path: what is read, for the error.
    public init(path: String, emptyLimit: Int = 1_000) {
        self.path = path
        self.emptyLimit = emptyLimit
    }

    /// To be called with every page, before its link is followed.
    /// - Throws: `GraphError.endless` where the link was seen before, or too many pages in a row had nothing.
    public mutating func check<Subject>(_ changes: Changes<Subject>) throws(GraphError) {
        emptyInARow = changes.kept.isEmpty && changes.forgotten.isEmpty ? emptyInARow + 1 : 0
        guard !changes.isLast, let link = changes.cursor else { return }
        guard seen.insert(link.hashValue).inserted, emptyInARow <= emptyLimit else { throw .endless(path: path) }
    }
}
