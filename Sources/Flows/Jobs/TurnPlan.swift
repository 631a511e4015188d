import Foundation
import Model
import Store

/// Decides when an integration is read next, and how. Knows no clock but the moment it was asked at.
struct TurnPlan {
    let now: Date
    /// A number of that range, for the jitter.
    let random: @Sendable (ClosedRange<Double>) -> Double

    /// What is known of an integration's past.
    struct Past {
        var lastRead: Date?
        var lastScan: Date?
        var lastJudging: Date?
        /// When the newest run began, where it has not ended and is one that the next turn would go on with.
        var cutOff: Date?
    }

    /// Posture is read at most hourly: a directory may be in step by the quarter hour without every mailbox being asked as often.
    private static let scanPause = 3600.0
    static let day = 86_400.0
    /// Tries again after 5, 10, 20 … minutes, six hours at most.
    private static let firstRetry = 300.0
    private static let longestRetry = 21_600.0

    /// What is to be done now; nil for nothing.
    func due(_ integration: Integration, _ schedule: Schedule, _ past: Past) -> Run.Kind? {
        guard integration.status != .paused else { return nil }
        if let nextAt = schedule.nextAt, nextAt <= now { return kind(integration, past) }
        guard integration.judges, past.lastScan != nil else { return nil }
        // A judging between a run that was cut off and the turn that goes on with it would make that begin anew; after a day it does anyway.
        if let cutOff = past.cutOff, now.timeIntervalSince(cutOff) < Store.patienceWithCutOff { return nil }
        if let failed = schedule.failedAt, now.timeIntervalSince(failed) < Self.scanPause { return nil }
        let judged = [past.lastScan, past.lastJudging].compactMap(\.self).max() ?? .distantPast
        return now.timeIntervalSince(judged) >= Self.day ? .judging : nil
    }

    /// When an integration that has no plan yet is read: at once where it never was, else when its turn comes; what is overdue is spread, so
    /// that hundreds do not start together.
    func first(_ integration: Integration, _ past: Past) -> Date? {
        guard let frequency = integration.syncFrequency.seconds else { return nil }
        guard let last = past.lastRead else { return now }
        let turn = last.addingTimeInterval(frequency)
        return turn > now ? turn : now.addingTimeInterval(random(0...min(300, frequency / 10)))
    }

    /// The plan after a run.
    /// - Parameter hasScanned: false before the first scan, which follows the first sync at once.
    func after(
        _ end: JobEnd, of kind: Run.Kind, _ integration: Integration, _ schedule: Schedule, hasScanned: Bool = true
    ) -> Schedule {
        var next = schedule
        if kind.isTurn { next.underway = nil }
        switch end {
        case .done:
            guard kind.isTurn else { return next }
            (next.failures, next.trouble, next.failedAt) = (0, nil, nil)
            next.nextAt =
                integration.judges && !hasScanned
                ? now
                : integration.syncFrequency.seconds.map { now.addingTimeInterval($0 + random(-$0 / 20...$0 / 20)) }
        case .failed(let why):
            next.failures += 1
            (next.trouble, next.failedAt) = (why, now)
            guard kind.isTurn else { return next }
            next.nextAt = integration.syncFrequency.seconds.map { _ in now.addingTimeInterval(retry(integration, next))
            }
        case .busy where kind.isTurn: next.nextAt = now.addingTimeInterval(60)
        // Somebody did not want it now: its next turn is a whole one away.
        case .stopped: next.nextAt = integration.syncFrequency.seconds.map { now.addingTimeInterval($0) }
        case .busy: break
        }
        return next
    }

    /// Where Microsoft refused for good, somebody has to authorise again: a try a day finds out whether they did it elsewhere.
    private func retry(_ integration: Integration, _ schedule: Schedule) -> Double {
        if integration.status == .reauthorize { return Self.day }
        let pause = min(Self.longestRetry, Self.firstRetry * pow(2, Double(min(schedule.failures, 20) - 1)))
        return pause + random(0...pause / 10)
    }

    private func kind(_ integration: Integration, _ past: Past) -> Run.Kind {
        guard integration.judges, past.lastRead != nil else { return .sync }
        guard let last = past.lastScan else { return .scan }
        let pause = max(Self.scanPause, integration.syncFrequency.seconds ?? 0)
        // A turn that comes a little early because of the jitter is a turn all the same.
        return now.timeIntervalSince(last) >= pause * 0.9 ? .scan : .sync
    }
}

extension Integration {
    /// Whether it is used for more than its directory.
    var judges: Bool { !features.isDisjoint(with: [.posture, .labels]) }
}
