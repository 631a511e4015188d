import Foundation
import Model
import Posture
import Store

/// Which of the files that wait is read first: what anyone can change, what anyone can read, what the organization reaches, what guests
/// reach, the rest; the newest first in each. Decided by what the listing told: nothing is asked for it.
struct ReadingOrder: Sendable {
    let session: Session

    func run() async throws {
        for drive in try session.store.drivesWithWaitingCandidates(of: session.id) {
            try Task.checkCancellation()
            let folders = try folders(of: drive)
            guard folders.values.contains(where: { $0.reach != .named }) else { continue }
            try await order(drive, by: folders)
        }
    }

    /// A folder or a shared file: how far it reaches by itself, and what it lies in.
    private struct Place {
        var reach: ContentReach
        var parent: String?
    }

    private func folders(of drive: String) throws -> [String: Place] {
        var places: [String: Place] = [:]
        let now = session.now()
        try session.store.forEachPage(of: DriveItem.self, of: session.id, .ofOwner(drive)) { page in
            for item in page { places[item.id] = Place(reach: ContentReach(item, at: now), parent: item.parentID) }
        }
        return places
    }

    private func order(_ drive: String, by places: [String: Place]) async throws {
        var last = ""
        while true {
            let page = try session.store.waitingCandidates(of: session.id, in: drive, after: last, limit: 500)
            guard let end = page.last else { return }
            last = end.id
            let moved = page.compactMap { file -> ContentCandidate? in
                var moved = file
                moved.reach = reach(of: file, by: places)
                return moved.reach == file.reach ? nil : moved
            }
            if !moved.isEmpty { try await session.write { try $0.setTurns(moved) } }
        }
    }

    /// The widest of the file itself and of all folders above it.
    private func reach(of file: ContentCandidate, by places: [String: Place]) -> ContentReach {
        var widest = places[file.id]?.reach ?? .named
        var (next, depth) = (file.parentID, 0)
        // A loop in what Graph says must not hang us.
        while let id = next, let place = places[id], depth < 200 {
            widest = min(widest, place.reach)
            (next, depth) = (place.parent, depth + 1)
        }
        return widest
    }
}
