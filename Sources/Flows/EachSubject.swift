import Foundation
import Model
import Store

/// Walks over users (or other entities) page by page and works on several groups of twenty at a time, the size of a `$batch`.
struct EachSubject<Subject: Entity>: Sendable {
    let session: Session
    let collector: Collector
    /// Seconds for which an earlier reading is good.
    let freshFor: Double
    /// The coverage subject of an entity.
    let subject: @Sendable (Subject) -> String
    /// Whether an entity is to be read at all.
    let include: @Sendable (Subject) -> Bool
    /// Whether a reading that would be fresh is stale all the same.
    var isOutdated: @Sendable (Subject, Reading) -> Bool = { _, _ in false }
    let stage: String
    let unit: String

    static var groupSize: Int { 20 }
    private static var groupsAtOnce: Int { 6 }

    /// Calls `work` for each group of at most twenty that has to be read. An error that `work` throws ends the walk.
    func run(_ work: @escaping @Sendable ([Subject]) async throws -> Void) async throws {
        let total = try session.store.count(Subject.kind, of: session.id)
        var (seen, waiting) = (0, [Subject]())
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            var running = 0
            func start(_ group: [Subject]) async throws {
                if running >= Self.groupsAtOnce {
                    try await tasks.next()
                    running -= 1
                }
                running += 1
                tasks.addTask { try await work(group) }
            }
            try await session.store.forEachPage(of: Subject.self, of: session.id) { page in
                try Task.checkCancellation()
                waiting += try due(page)
                while waiting.count >= Self.groupSize {
                    try await start(Array(waiting.prefix(Self.groupSize)))
                    waiting.removeFirst(Self.groupSize)
                    session.report(StageProgress(stage: stage, unit: unit, done: min(seen, total), total: total))
                }
                seen += page.count
            }
            if !waiting.isEmpty { try await start(waiting) }
            try await tasks.waitForAll()
        }
        session.report(StageProgress(stage: stage, unit: unit, done: total, total: total))
    }

    private func due(_ page: [Subject]) throws -> [Subject] {
        let wanted = page.filter(include)
        let subjects = wanted.map(subject)
        guard let first = subjects.min(), let last = subjects.max() else { return [] }
        let readings = try session.store.readings(collector, from: first, to: last, of: session.id)
        return wanted.filter { entity in
            guard let reading = readings[subject(entity)], session.isFresh(reading, for: freshFor) else { return true }
            return reading.run != session.run.number && isOutdated(entity, reading)
        }
    }
}
