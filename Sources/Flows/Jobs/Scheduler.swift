import Foundation
import Graph
import Logging
import Model
import Store

/// Begins each integration's turn when it comes: the frequency of its directory, a judging a day, what a restart cut off.
public struct Scheduler: Sendable {
    let jobs: Jobs

    /// Seconds between two looks.
    private static let pause = 15.0

    public init(jobs: Jobs) { self.jobs = jobs }

    /// Looks again and again until the task is cancelled, then stops what runs.
    public func run() async {
        let clock = jobs.surroundings.clock
        await resume()
        while !Task.isCancelled {
            await turn()
            guard (try? await clock.sleep(Self.pause)) != nil else { break }
        }
        await jobs.close()
    }

    /// What was under way when the server ended goes on first.
    func resume() async {
        for (integration, schedule) in known() where integration.status != .paused {
            guard let kind = schedule.underway else { continue }
            await jobs.begin(kind, of: integration)
        }
    }

    /// Looks once: plans what has no plan, begins what is due.
    func turn() async {
        var due: [(integration: Integration, kind: Run.Kind, since: Date)] = []
        for (integration, schedule) in known() {
            guard jobs.standing(of: integration.id) == nil, integration.status != .paused else { continue }
            do {
                let (kind, since) = try look(integration, schedule)
                if let kind { due.append((integration, kind, since)) }
            } catch {
                // One integration's trouble keeps no other from its turn.
                trouble(error)
            }
        }
        for turn in due.sorted(by: { $0.since < $1.since }) { await jobs.begin(turn.kind, of: turn.integration) }
    }

    private func look(_ integration: Integration, _ schedule: Schedule) throws -> (kind: Run.Kind?, since: Date) {
        let past = try past(of: integration)
        let schedule = try planned(integration, schedule, past)
        return (plan.due(integration, schedule, past), schedule.nextAt ?? now)
    }

    /// Plans an integration that has no plan, so that people are told when it is read before the next look.
    public func planTurn(of id: Int) throws {
        guard let integration = try store.integration(id: id), integration.status != .paused else { return }
        _ = try planned(integration, store.schedule(of: id), past(of: integration))
    }

    private func planned(
        _ integration: Integration, _ schedule: Schedule, _ past: TurnPlan.Past
    ) throws -> Schedule {
        guard schedule.nextAt == nil, let first = plan.first(integration, past) else { return schedule }
        var schedule = schedule
        schedule.nextAt = first
        try store.set(schedule, of: integration.id)
        return schedule
    }

    private var store: Store { jobs.surroundings.store }
    private var now: Date { jobs.surroundings.clock.now() }
    private var plan: TurnPlan { TurnPlan(now: now, random: jobs.surroundings.clock.random) }

    private func known() -> [(Integration, Schedule)] {
        do {
            return try store.integrations().map { ($0, try store.schedule(of: $0.id)) }
        } catch {
            trouble(error)
            return []
        }
    }

    private func trouble(_ error: any Error) {
        jobs.surroundings.log.error("the schedule could not be read", metadata: ["why": "\(error)"])
    }

    private func past(of integration: Integration) throws -> TurnPlan.Past {
        let latest = try store.latestRun(integration.id)
        return TurnPlan.Past(
            lastRead: try store.runs(integration.id, limit: 1).first?.finishedAt,
            lastScan: try store.runs(integration.id, kind: .scan, limit: 1).first?.finishedAt,
            lastJudging: try store.runs(integration.id, kind: .judging, limit: 1).first?.finishedAt,
            cutOff: latest.flatMap { $0.finishedAt == nil && $0.kind.isTurn ? $0.startedAt : nil })
    }
}
