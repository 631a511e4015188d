import Flows
import Foundation
import Store

/// What pages and the API do alike with an integration; each change is noted, and open pages are told.
extension WebServer {
    enum RunStart { case begun, paused, busy }

    /// Lets it be read as soon as there is room.
    func begin(_ kind: Run.Kind, of integration: Integration, isFull: Bool, _ deed: Deed) async throws -> RunStart {
        guard integration.status != .paused else { return .paused }
        guard await jobs.begin(kind, of: integration, isFull: isFull) else { return .busy }
        try await store.note(deed.entry("integration.\(kind.rawValue)", integration.name))
        return .begun
    }

    func pause(_ integration: Integration, _ deed: Deed) async throws {
        try store.setStatus(.paused, detail: nil, of: integration.id)
        await jobs.stop(integration.id)
        try await note(deed.entry("integration.pause", integration.name), integration)
    }

    /// It is read at once where its turn has passed meanwhile.
    func resume(_ integration: Integration, _ deed: Deed) async throws {
        try store.setStatus(.active, detail: nil, of: integration.id)
        var schedule = try store.schedule(of: integration.id)
        schedule.nextAt = nil
        try store.set(schedule, of: integration.id)
        try Scheduler(jobs: jobs).planTurn(of: integration.id)
        try await note(deed.entry("integration.resume", integration.name), integration)
    }

    func stop(_ integration: Integration, _ deed: Deed) async throws {
        await jobs.stop(integration.id)
        try await store.note(deed.entry("integration.stop", integration.name))
    }

    func test(_ integration: Integration, _ deed: Deed) async throws -> ConnectionTest.Result {
        let result = await ConnectionTest(surroundings: jobs.surroundings).run(integration)
        try await store.note(deed.entry("integration.test", integration.name))
        return result
    }

    func setFrequency(_ frequency: SyncFrequency, of integration: Integration, _ deed: Deed) throws {
        try store.setSyncFrequency(frequency, of: integration.id)
        try Scheduler(jobs: jobs).planTurn(of: integration.id)
        try store.note(deed.entry("integration.frequency", integration.name, frequency.word))
        events.post(Event(.integrations, integration: integration.name))
    }

    /// - Returns: what became of its protected people.
    func remove(
        _ integration: Integration, keepsProtected: Bool, _ deed: Deed
    ) async throws -> Removing.Outcome {
        await jobs.stop(integration.id)
        let outcome = try Removing(store: store).remove(integration, keepsProtected: keepsProtected, deed)
        for topic in [Event.Topic.integrations, .directories, .findings] { await events.publish(Event(topic)) }
        return outcome
    }

    private func note(_ entry: AuditEntry, _ integration: Integration) async throws {
        try await store.note(entry)
        await events.publish(Event(.integrations, integration: integration.name))
    }
}
