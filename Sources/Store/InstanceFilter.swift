import Foundation
import Model

/// Which instances are wanted; nil and empty mean any.
public struct InstanceFilter: Sendable, Hashable {
    /// What becomes of the instances of findings that somebody ignores.
    public enum Ignored: String, Sendable, Hashable, CaseIterable { case leftOut, included, only }

    public var integration: Int?
    public var checks: [String] = []
    /// Checks in their integrations, where a person has chosen them one by one; nil for any.
    public var findings: Set<Finding.Key>?
    public var severities: [Severity] = []
    public var statuses: [Instance.Status] = [.active]
    public var ignored: Ignored = .leftOut
    /// A part of the resource's name or id, in any case.
    public var text: String?
    /// In their present state since then (active and hidden: opened; resolved: resolved).
    public var since: Date?
    /// In their present state since before then.
    public var before: Date?
    /// Opened (or opened again) in this run.
    public var openedInRun: Int?
    public init() {}

    /// Nothing that would need a look at single instances to be counted.
    var isSummed: Bool { text == nil && since == nil && before == nil && openedInRun == nil }
}

/// A place in the list of instances: where the last one read stands. Lists are a row of strata (one finding, one status), worst first;
/// in a stratum the newest stand first.
public struct InstancePosition: Sendable, Hashable, Codable {
    var severity: Int
    var check: String
    var integration: Int
    var status: String
    /// Seconds since 1970.
    var since: Double
    var fingerprint: String
}

/// One stretch of a list of instances.
public struct InstancePage: Sendable {
    public var instances: [Instance]
    /// Where the page before this one ends; nil at the beginning.
    public var previous: InstancePosition?
    /// Where the next page begins; nil at the end.
    public var next: InstancePosition?
    /// True where a search looked at as many names as one page may and there are more behind `next`.
    public var isCutShort = false
}

/// Which way a page lies from its position.
public enum PageDirection: String, Sendable, Codable { case forward, backward }

/// One finding's instances in one status.
struct Stratum: Sendable, Hashable {
    var severity: Int
    var check: String
    var integration: Int
    var status: Instance.Status
    var instances: Int
}

extension Stratum {
    /// The order of lists.
    func isBefore(_ position: InstancePosition) -> Bool {
        (severity, check, integration, order(status)) < (
            position.severity, position.check, position.integration,
            order(Instance.Status(rawValue: position.status) ?? .active)
        )
    }

    func holds(_ position: InstancePosition) -> Bool {
        (severity, check, integration, status.rawValue) == (
            position.severity, position.check, position.integration, position.status
        )
    }
}

/// Open ones first.
func order(_ status: Instance.Status) -> Int { Instance.Status.allCases.firstIndex(of: status) ?? 0 }

extension Store {
    /// The strata that a filter names and that hold anything, in the order of lists. A handful of rows of the summary.
    func strata(_ filter: InstanceFilter) throws -> [Stratum] {
        let rows = try filter.findings.map(findings) ?? findings(of: filter.integration)
        var strata: [Stratum] = []
        for finding in rows {
            guard filter.checks.isEmpty || filter.checks.contains(finding.check) else { continue }
            if let integration = filter.integration, finding.key.integration != integration { continue }
            guard filter.severities.isEmpty || filter.severities.contains(finding.severity) else { continue }
            switch filter.ignored {
            case .leftOut: if finding.status == .ignored { continue }
            case .only: if finding.status == .active { continue }
            case .included: break
            }
            for status in Instance.Status.allCases where filter.statuses.isEmpty || filter.statuses.contains(status) {
                let count =
                    switch status {
                    case .active: finding.active
                    case .hidden: finding.hidden
                    case .resolved: finding.resolved
                    }
                guard count > 0 else { continue }
                strata.append(
                    Stratum(
                        severity: finding.severity.rank, check: finding.check, integration: finding.key.integration,
                        status: status, instances: count))
            }
        }
        return strata
    }
}
