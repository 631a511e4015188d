import Store
import Synchronization

/// Keeps in memory what is said of the domains of each integration, for as long as neither they nor the answers of the DNS change: every
/// record is interpreted term by term.
public final class DomainShelf: Sendable {
    private struct Kept {
        var change: Int
        var rows: [DomainListing.Row]
    }
    private struct Contents {
        var byIntegration: [Int: Kept] = [:]
        /// Those of all integrations in the order of the list, with the numbers that they were put together at.
        var all: (changes: [Int: Int], rows: [DomainListing.Row])?
    }
    private let contents = Mutex(Contents())

    public init() {}

    /// The domains of an integration or of all, worst first.
    /// - Parameter make: reads those of one integration anew.
    func rows(
        of integration: Int?, in store: Store, make: (Int) throws -> [DomainListing.Row]
    ) throws -> [DomainListing.Row] {
        try store.atOneMoment {
            let changes = try store.domainChanges(of: integration)
            let known = contents.withLock { $0 }
            if integration == nil, let all = known.all, all.changes == changes { return all.rows }
            var fresh: [Int: Kept] = [:]
            for (id, change) in changes {
                if let kept = known.byIntegration[id], kept.change == change {
                    fresh[id] = kept
                } else {
                    fresh[id] = Kept(change: change, rows: try make(id))
                }
            }
            let rows = fresh.values.flatMap(\.rows).sorted(by: DomainListing.isBefore)
            contents.withLock { [fresh] contents in
                guard integration == nil else {
                    contents.byIntegration.merge(fresh) { _, new in new }
                    return
                }
                contents = Contents(byIntegration: fresh, all: (changes, rows))
            }
            return rows
        }
    }
}
