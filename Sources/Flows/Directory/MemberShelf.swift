import Foundation
import Model
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
        /// Where the protected users stand in the list of all; nil where nobody has looked, and none of them where they are too many.
        var positions: (isWhole: Bool, all: [DirectoryPosition])?
        var size: Int { counts.count + protected.count + (positions == nil ? 0 : 1) }

        func holds(_ change: Int, at now: Date) -> Bool { change == self.change && start <= now && now < end }
    }
    private let kept = Mutex<[Int: Kept]>([:])

    /// Of an integration with more groups than these the counts are begun anew, and with more protected users nobody keeps where they stand.
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

    /// A page of the protected users by name, in the order of the list; nil where they are so many that a list of all meets them soon.
    func protectedPage(
        of integration: Int, in store: Store, at now: Date, _ seek: Seek<DirectoryPosition>, limit: Int
    ) throws -> [User]? {
        try reading(integration, store, now) { kept in
            if kept.positions == nil {
                let found = try store.protectedPositions(of: integration, at: now, most: Self.most)
                kept.positions = (found != nil, found ?? [])
            }
            guard let positions = kept.positions, positions.isWhole else { return nil }
            let ids = Self.page(positions.all, seek, limit: limit).map(\.id)
            let users = try store.found(User.self, of: integration, ids: ids)
            return ids.compactMap { users[$0] }
        }
    }

    private static func page(
        _ all: [DirectoryPosition], _ seek: Seek<DirectoryPosition>, limit: Int
    ) -> ArraySlice<DirectoryPosition> {
        switch seek {
        case .start: return all.prefix(limit)
        case .after(let place):
            let start = all.partitioningIndex { isBefore(place, $0) }
            return all[start...].prefix(limit)
        case .before(let place):
            let end = all.partitioningIndex { !isBefore($0, place) }
            return all[..<end].suffix(limit)
        }
    }

    /// As the database compares: by the bytes of UTF-8.
    private static func isBefore(_ a: DirectoryPosition, _ b: DirectoryPosition) -> Bool {
        a.name.utf8.elementsEqual(b.name.utf8)
            ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
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
                next.positions = next.positions ?? other.positions
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

extension Array {
    /// The first place from which on a condition holds that holds for everything behind it as well; the end where it never does.
    fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
