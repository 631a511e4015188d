import Foundation
import Model
import Store
import Synchronization

/// Where everybody can see what runs and how far it is. Progress comes from many tasks at once and is read by every page.
final class JobBoard: Sendable {
    private struct Entry {
        var standing: JobStanding
        var toldAt: Date?
    }
    private let entries = Mutex<[Int: Entry]>([:])
    private let now: @Sendable () -> Date
    /// Seconds between two pieces of news about the progress of one run.
    private static let pause = 1.0

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    var standings: [Int: JobStanding] { entries.withLock { $0.mapValues(\.standing) } }

    func standing(of integration: Int) -> JobStanding? { entries.withLock { $0[integration]?.standing } }

    func set(_ standing: JobStanding?, of integration: Int) {
        entries.withLock { $0[integration] = standing.map { Entry(standing: $0) } }
    }

    /// - Returns: true where it is time to tell somebody.
    func note(_ progress: StageProgress, of integration: Int) -> Bool {
        let now = now()
        return entries.withLock { entries in
            guard var entry = entries[integration] else { return false }
            let isNew = entry.standing.stages.last?.stage != progress.stage
            if let place = entry.standing.stages.firstIndex(where: { $0.stage == progress.stage }) {
                entry.standing.stages[place] = progress
            } else {
                entry.standing.stages.append(progress)
            }
            entry.standing.waitsUntil = nil
            let isDue = isNew || entry.toldAt.map { now.timeIntervalSince($0) >= Self.pause } ?? true
            if isDue { entry.toldAt = now }
            entries[integration] = entry
            return isDue
        }
    }

    func noteWait(_ seconds: Double, of integration: Int) {
        let until = now().addingTimeInterval(seconds)
        entries.withLock { $0[integration]?.standing.waitsUntil = until }
    }
}
