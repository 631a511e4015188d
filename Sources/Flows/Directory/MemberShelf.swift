import Foundation
import Store
import Synchronization

/// Keeps in memory how many members groups have, how many of them and of all users are protected, for as long as neither memberships nor the Business Email
/// Compromise list change and no entry of it ends. Counting those of one page reads tens of thousands of memberships.
public final class MemberShelf: Sendable {
    private struct Kept {
        var change: Int
        /// The moments between which it holds; the end is the next end of an entry.
        var start: Date
        var end: Date
        var counts: [String: MemberCount] = [:]
        /// Protected users, by how far they were counted.
        var protected: [Int: Int] = [:]
        var size: Int { counts.count + protected.count }

        func holds(_ change: Int, at now: Date) -> Bool { change == self.change && start <= now && now < end }
    }
    private let kept = Mutex<[Int: Kept]>([:])

    /// Of an integration with more groups than these the counts are begun anew.
    private static let most = 20_000

    public init() {}

    /// How far the members of groups are protected, all of one moment.
    public func standings(
        ofGroups ids: [String], of integration: Int, in store: Store, at now: Date
    ) throws -> [String: GroupStanding] {
        try reading(integration, store, now) { kept in
            try store.standings(ofGroups: ids, of: integration, at: now, counts: &kept.counts)
        }
    }

    /// How many users of a directory are protected, each once; counting ends at `most`.
    public func protectedUsers(of integration: Int, in store: Store, at now: Date, upTo most: Int) throws -> Int {
        try reading(integration, store, now) { kept in
            if let known = kept.protected[most] { return known }
            let count = try store.protectedUserCount(of: integration, at: now, upTo: most)
            kept.protected[most] = count
            return count
        }
    }

    /// - Parameter body: gets what is kept and holds, and adds what it had to count.
    private func reading<T>(_ integration: Int, _ store: Store, _ now: Date, _ body: (inout Kept) throws -> T) throws
        -> T
    {
        try store.atOneMoment {
            let change = try store.directoryChange(of: integration)
            var mine: Kept
            if let found = kept.withLock({ $0[integration] }), found.holds(change, at: now) {
                mine = found
            } else {
                let end = try store.nextEnd(of: integration, after: now) ?? .distantFuture
                mine = Kept(change: change, start: now, end: end)
            }
            let known = mine.size
            let result = try body(&mine)
            if mine.size > known { keep(mine, of: integration) }
            return result
        }
    }

    /// What another page has counted meanwhile of the same state stays.
    private func keep(_ mine: Kept, of integration: Int) {
        kept.withLock { kept in
            var next = mine
            if let other = kept[integration], other.change == mine.change, other.start == mine.start {
                next.counts.merge(other.counts) { own, _ in own }
                next.protected.merge(other.protected) { own, _ in own }
            } else if let other = kept[integration], other.change > mine.change {
                return
            }
            if next.counts.count > Self.most { next.counts = [:] }
            kept[integration] = next
        }
    }

    /// Of how many groups of an integration something is kept.
    func count(of integration: Int) -> Int { kept.withLock { $0[integration]?.counts.count ?? 0 } }
}
