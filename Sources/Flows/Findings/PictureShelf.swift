import Store
import Synchronization

/// Keeps the pictures of integrations in memory for as long as nothing changes that they are made of; one for each integration, no more.
public final class PictureShelf: Sendable {
    private struct Kept {
        var change: Int
        var day: Int
        var picture: TenantPicture
    }
    private let kept = Mutex<[Int: Kept]>([:])
    private let gathering = Mutex<(day: Int, task: Task<Void, Never>)?>(nil)
    /// How many were made so far.
    let made = Atomic(0)

    public init() {}

    /// Puts together what is missing on a day, once for all who ask for it at the same time: whoever comes later waits for the first. It goes
    /// on when those who wait go away. A day that is gathered costs the next one nothing.
    /// - Parameter today: days since 1970, UTC.
    public func gather(in store: Store, today: Int) async {
        let task = gathering.withLock { gathering in
            if let gathering, gathering.day == today { return gathering.task }
            let task = Task { await self.makeMissing(in: store, today: today) }
            gathering = (today, task)
            return task
        }
        await task.value
    }

    private func makeMissing(in store: Store, today: Int) async {
        do {
            for integration in try store.changes().keys.sorted() {
                _ = try pictures(of: integration, in: store, today: today)
                // Each is a reading of its own, so that neither the log of the database nor other visitors wait for all of them.
                await Task.yield()
            }
        } catch {
            // Whoever reads next meets the same trouble and tells of it; the one after begins anew.
            gathering.withLock { if $0?.day == today { $0 = nil } }
        }
    }

    /// The pictures of an integration or of all, by integration.
    /// - Parameter today: days since 1970, UTC: a picture counts days back from it.
    func pictures(of integration: Int?, in store: Store, today: Int) throws -> [Int: TenantPicture] {
        try store.atOneMoment {
            let changes = try store.changes(of: integration)
            var pictures: [Int: TenantPicture] = [:]
            let known = kept.withLock { kept in
                if integration == nil { kept = kept.filter { changes[$0.key] != nil } }
                return kept
            }
            for (id, change) in changes {
                if let found = known[id], found.change == change, found.day == today {
                    pictures[id] = found.picture
                } else {
                    let picture = try TenantPicture(of: id, in: store, today: today)
                    made.add(1, ordering: .relaxed)
                    kept.withLock { $0[id] = Kept(change: change, day: today, picture: picture) }
                    pictures[id] = picture
                }
            }
            return pictures
        }
    }

    /// How many are kept.
    var count: Int { kept.withLock(\.count) }
}
