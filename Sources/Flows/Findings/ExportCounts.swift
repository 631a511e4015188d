import Foundation
import Model
import Store

/// What the last run did to the instances that an export holds, in numbers.
public struct ExportCounts: Sendable {
    public var byCheck: [String: Int]
    public var bySeverity: [Severity: Int]
    public var opened: Int
    public var resolved: Int
    public var unchanged: Int

    /// - Parameter filter: of the integration that the run was of.
    public init(_ filter: InstanceFilter, run: Run, in store: Store) throws {
        let counts = try store.instanceCounts(filter)
        byCheck = Dictionary(counts.map { ($0.check, $0.count) }, uniquingKeysWith: +)
        bySeverity = Dictionary(counts.map { ($0.severity, $0.count) }, uniquingKeysWith: +)
        if filter.isNarrow {
            var own = filter
            own.openedInRun = run.number
            opened = try store.instanceCounts(own).map(\.count).reduce(0, +)
            own = filter
            own.statuses = [.resolved]
            own.since = run.startedAt
            resolved = try store.instanceCounts(own).map(\.count).reduce(0, +)
        } else {
            (opened, resolved) = (run.opened, run.resolved)
        }
        unchanged = max(0, counts.map(\.count).reduce(0, +) - opened)
    }

    /// The same of instances that somebody chose one by one.
    /// - Parameter chosen: of the integration that the run was of.
    public init(_ chosen: [Instance], run: Run) {
        byCheck = Dictionary(chosen.map { ($0.check, 1) }, uniquingKeysWith: +)
        bySeverity = Dictionary(chosen.map { ($0.severity, 1) }, uniquingKeysWith: +)
        opened = chosen.count { $0.status != .resolved && $0.firstSeen >= run.startedAt }
        resolved = chosen.count { $0.resolvedAt.map { $0 >= run.startedAt } ?? false }
        unchanged = max(0, chosen.count - opened - resolved)
    }
}

extension InstanceFilter {
    /// Whether it leaves out anything of what a run counts.
    fileprivate var isNarrow: Bool {
        var whole = InstanceFilter()
        whole.integration = integration
        return self != whole
    }
}
