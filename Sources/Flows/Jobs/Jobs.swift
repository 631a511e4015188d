import Foundation
import Graph
import Logging
import Model
import Store

/// Syncs and scans in the background of `serve`: at most so many at once, never two of one integration, stopped cleanly.
public actor Jobs {
    private struct Ticket {
        let integration: Integration
        let kind: Run.Kind
        let isFull: Bool
    }

    public nonisolated let surroundings: Surroundings
    nonisolated let board: JobBoard
    private let parallel: Int
    private let tell: @Sendable (JobNews) -> Void
    private var queue: [Ticket] = []
    private var running: [Int: Task<Void, Never>] = [:]
    /// Those that a person stopped, as against those that end with the server.
    private var stopped: Set<Int> = []
    private var isOpen = true

    /// - Parameters:
    ///   - parallel: how many run at the same time.
    ///   - tell: told what happens; must not wait.
    public init(
        surroundings: Surroundings, parallel: Int = 2, tell: @escaping @Sendable (JobNews) -> Void = { _ in }
    ) {
        self.surroundings = surroundings
        self.parallel = parallel
        self.tell = tell
        board = JobBoard(now: surroundings.clock.now)
    }

    /// What runs or waits, by the id of the integration.
    public nonisolated var standings: [Int: JobStanding] { board.standings }
    public nonisolated func standing(of integration: Int) -> JobStanding? { board.standing(of: integration) }

    /// Lets an integration be read as soon as there is room.
    /// - Returns: false where it is being read or waits already, or where the server ends.
    @discardableResult
    public func begin(_ kind: Run.Kind, of integration: Integration, isFull: Bool = false) -> Bool {
        guard isOpen, board.standing(of: integration.id) == nil else { return false }
        queue.append(Ticket(integration: integration, kind: kind, isFull: isFull))
        board.set(JobStanding(kind: kind, isFull: isFull), of: integration.id)
        note(kind, of: integration.id)
        tell(JobNews(integration: integration, kind: kind, what: .queued))
        startNext()
        return true
    }

    /// Stops what runs or waits of an integration, and returns once it has ended.
    public func stop(_ integration: Int) async {
        if let place = queue.firstIndex(where: { $0.integration.id == integration }) {
            let ticket = queue.remove(at: place)
            board.set(nil, of: integration)
            note(nil, of: integration)
            tell(JobNews(integration: ticket.integration, kind: ticket.kind, what: .ended(.stopped)))
        }
        guard let task = running[integration] else { return }
        stopped.insert(integration)
        task.cancel()
        await task.value
    }

    /// Takes nothing new, stops everything, and returns once it has ended. What was under way goes on after the next start.
    public func close() async {
        isOpen = false
        queue = []
        let tasks = Array(running.values)
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }

    private func startNext() {
        while isOpen, running.count < parallel, !queue.isEmpty {
            let ticket = queue.removeFirst()
            let id = ticket.integration.id
            running[id] = Task {
                let end = await perform(ticket)
                finish(ticket, end)
            }
        }
    }

    private func finish(_ ticket: Ticket, _ end: JobEnd) {
        let id = ticket.integration.id
        running[id] = nil
        let wasStopped = stopped.remove(id) != nil
        board.set(nil, of: id)
        // What ends with the server stays noted as under way: that is what the next start goes by.
        if end != .stopped || wasStopped { plan(ticket, end) }
        tell(JobNews(integration: ticket.integration, kind: ticket.kind, what: .ended(end)))
        startNext()
    }

    private nonisolated func perform(_ ticket: Ticket) async -> JobEnd {
        let integration = ticket.integration
        board.set(
            JobStanding(kind: ticket.kind, isFull: ticket.isFull, startedAt: surroundings.clock.now()),
            of: integration.id)
        tell(JobNews(integration: integration, kind: ticket.kind, what: .began))
        do {
            let lock = try RunLock(integration, in: surroundings.home)
            defer { lock.release() }
            let outcome = try await work(ticket)
            return .done(opened: outcome.opened, resolved: outcome.resolved)
        } catch RunLock.Problem.taken {
            return .busy
        } catch is CancellationError {
            return .stopped
        } catch {
            surroundings.log.warning(
                "a run failed", metadata: ["integration": "\(integration.name)", "why": "\(error)"])
            return Task.isCancelled ? .stopped : .failed("\(error)")
        }
    }

    private nonisolated func work(_ ticket: Ticket) async throws -> Scan.Outcome {
        let integration = ticket.integration
        return try await Connection.with(
            integration, in: surroundings, onWait: { _, seconds in self.board.noteWait(seconds, of: integration.id) }
        ) { connection in
            let scan = Scan(
                integration: integration, store: surroundings.store, graph: connection.graph,
                resolve: connection.resolve, options: surroundings.options, freshness: surroundings.freshness,
                content: surroundings.content, now: surroundings.clock.now, log: surroundings.log,
                report: { self.note($0, ticket) })
            switch ticket.kind {
            case .scan: return try await scan.run(isFull: ticket.isFull)
            case .sync: return try await scan.syncDirectory(isFull: ticket.isFull)
            case .labels: return try await scan.syncLabels()
            case .judging:
                let granted = try surroundings.store.schedule(of: integration.id).granted
                return try await scan.judge(granted: granted)
            }
        }
    }

    private nonisolated func note(_ progress: StageProgress, _ ticket: Ticket) {
        guard board.note(progress, of: ticket.integration.id) else { return }
        tell(JobNews(integration: ticket.integration, kind: ticket.kind, what: .progress))
        guard progress.stage == "judging" else { return }
        tell(JobNews(integration: ticket.integration, kind: ticket.kind, what: .judged))
    }

    /// Notes what is under way, for the next start of the server.
    private nonisolated func note(_ kind: Run.Kind?, of integration: Int) {
        guard kind?.isTurn ?? true else { return }
        change(integration) { $0.underway = kind }
    }

    private nonisolated func plan(_ ticket: Ticket, _ end: JobEnd) {
        let id = ticket.integration.id
        let store = surroundings.store
        guard let current = try? store.integration(id: id) else { return }
        let hasScanned = (try? store.firstRun(id, kind: .scan)) != nil
        change(id) { schedule in
            schedule = TurnPlan(now: surroundings.clock.now(), random: surroundings.clock.random)
                .after(end, of: ticket.kind, current, schedule, hasScanned: hasScanned)
        }
    }

    private nonisolated func change(_ integration: Int, _ body: (inout Schedule) -> Void) {
        do {
            var schedule = try surroundings.store.schedule(of: integration)
            body(&schedule)
            try surroundings.store.set(schedule, of: integration)
        } catch {
            surroundings.log.error("the schedule could not be noted", metadata: ["why": "\(error)"])
        }
    }
}
