import Foundation
import Store
import Synchronization

/// Keeps in memory how many members groups have and how many of them are protected, for as long as neither memberships nor the Business Email
/// Compromise list change and no entry of it ends. Counting those of one page reads tens of thousands of memberships.
public final class MemberShelf: Sendable {
    private struct Kept {
        var change: Int
        /// The moments between which it holds; the end is the next end of an entry.
        var start: Date
        var end: Date
        var counts: [String: MemberCount] = [:]

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
        try store.atOneMoment {
            let change = try store.directoryChange(of: integration)
            var found = kept.withLock { $0[integration] }
            if found?.holds(change, at: now) != true {
                let end = try store.nextEnd(of: integration, after: now) ?? .distantFuture
                found = Kept(change: change, start: now, end: end)
            }
            guard var mine = found else { return [:] }
            let known = mine.counts.count
            let standings = try store.standings(ofGroups: ids, of: integration, at: now, counts: &mine.counts)
            if mine.counts.count > known { keep(mine, of: integration) }
            return standings
        }
    }

    /// What another page has counted meanwhile of the same state stays.
    private func keep(_ mine: Kept, of integration: Int) {
        kept.withLock { kept in
            var next = mine
            if let other = kept[integration], other.change == mine.change, other.start == mine.start {
                next.counts.merge(other.counts) { own, _ in own }
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
