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

    public init() {}

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
