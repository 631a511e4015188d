import Foundation
import Store
import Synchronization

/// The roster of a store, built anew when the list, a directory or the integrations have changed. Whoever judges holds the value it was
/// given, so that a change never comes in the middle of a message.
final class CurrentRoster: Sendable {
    private struct Known: Sendable {
        var roster: Roster
        var mark: MailMark
        /// Building it took so little time that a message can wait for the next one.
        var isQuick: Bool
    }

    private struct State: Sendable {
        var known: Known?
        var lookedAt = Date.distantPast
        var work: Task<Roster, any Error>?
    }

    private enum Step: Sendable {
        case use(Roster)
        case wait(Task<Roster, any Error>, otherwise: Roster?)
    }

    private let store: Store
    private let options: MailOptions
    private let now: @Sendable () -> Date
    private let interval: TimeInterval
    private let state = Mutex(State())

    /// - Parameter interval: seconds for which nobody looks whether something has changed.
    init(store: Store, options: MailOptions, interval: TimeInterval = 1, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.options = options
        self.interval = interval
        self.now = now
    }

    /// - Throws: why the store cannot be read, where it never could.
    func callAsFunction() async throws -> Roster {
        switch state.withLock({ step(&$0) }) {
        case .use(let roster): return roster
        case .wait(let work, let earlier?): return (try? await work.value) ?? earlier
        case .wait(let work, nil): return try await work.value
        }
    }

    private func step(_ state: inout State) -> Step {
        let known = state.known
        let moment = now()
        if state.work == nil, known != nil, abs(moment.timeIntervalSince(state.lookedAt)) < interval, let known {
            return .use(known.roster)
        }
        let work = state.work ?? Task { try self.looked(at: moment) }
        if state.work == nil {
            state.work = work
            state.lookedAt = moment
        }
        if let known, !known.isQuick { return .use(known.roster) }
        return .wait(work, otherwise: known?.roster)
    }

    /// The roster as it has to be now; the state has it afterwards.
    private func looked(at moment: Date) throws -> Roster {
        var fresh: Known?
        defer {
            state.withLock { state in
                state.work = nil
                state.known = fresh ?? state.known
            }
        }
        // The mark first: what changes while people are read shows at the next look.
        let mark = try store.mailMark(at: moment)
        if let known = state.withLock(\.known), known.mark == mark { return known.roster }
        let start = ContinuousClock.now
        let roster = try Roster(store: store, options: options, asOf: moment)
        fresh = Known(roster: roster, mark: mark, isQuick: ContinuousClock.now - start < .milliseconds(500))
        return roster
    }
}
