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
    /// A part of the resource's name or id, or of what is called so in its file, in any case.
    public var text: String?
    /// The checks that tell what files hold: a text is looked for in the names of their profiles and entries too.
    public var contentChecks: Set<String> = []
    /// Ids of the sensitivity labels that the text names, by integration: files that bear them have the text too.
    public var labels: [Int: [String]] = [:]
    /// What has to stand in the file.
    public var content = ContentFilter()
    /// Findings that the text stands in themselves: all of their instances are wanted, whatever they are called.
    public var named: Set<Finding.Key> = []
    /// In their present state since then (active and hidden: opened; resolved: resolved).
    public var since: Date?
    /// In their present state since before then.
    public var before: Date?
    /// Hidden, and they count again by themselves before then.
    public var endsBefore: Date?
    /// Opened (or opened again) in this run.
    public var openedInRun: Int?
    public init() {}

    /// Nothing but a text, that is, that would need a look at single instances to be counted.
    var isSummed: Bool { isOfDays && since == nil }

    /// Nothing that the sums of days do not tell.
    var isOfDays: Bool { before == nil && endsBefore == nil && openedInRun == nil && content.isEmpty }
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

    /// True where these are all that a search found among the names it looked at.
    public var holdsAllFound: Bool { previous == nil && (next == nil || isCutShort) }
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
    var key: Finding.Key { Finding.Key(integration: integration, check: check) }

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
    /// The strata that a filter names and that hold anything, in the order of lists.
    func strata(_ filter: InstanceFilter) throws -> [Stratum] {
        let statuses = Instance.Status.allCases.filter { filter.statuses.isEmpty || filter.statuses.contains($0) }
        return try counts(filter).flatMap { finding in
            statuses.compactMap { status in
                let count =
                    switch status {
                    case .active: finding.active
                    case .hidden: finding.hidden
                    case .resolved: finding.resolved
                    }
                guard count > 0 else { return nil }
                return Stratum(
                    severity: finding.severity, check: finding.check, integration: finding.integration,
                    status: status, instances: count)
            }
        }
    }

    /// What a finding counts, without all that was decided about it: hundreds of integrations have thousands of findings.
    private struct Counts {
        var severity: Int
        var check: String
        var integration: Int
        var active: Int
        var hidden: Int
        var resolved: Int
    }

    /// The findings that a filter names, in the order of lists.
    private func counts(_ filter: InstanceFilter) throws -> [Counts] {
        let statement = Self.countsStatement(filter)
        let counts = try database.read {
            try $0.rows(statement.sql, statement.arguments) {
                Counts(
                    severity: $0.int(0), check: $0.text(1), integration: $0.int(2), active: $0.int(3),
                    hidden: $0.int(4), resolved: $0.int(5))
            }
        }
        guard let chosen = filter.findings else { return counts }
        return counts.filter { chosen.contains(Finding.Key(integration: $0.integration, check: $0.check)) }
    }

    static func countsStatement(_ filter: InstanceFilter) -> SQLText {
        var text = SQLText("SELECT severity, check_id, integration, active, hidden, resolved FROM finding WHERE true")
        if let integration = filter.integration { text.add(" AND integration = \(text.place(.int(integration)))") }
        let checks = filter.findings.map { Array(Set($0.map(\.check))) } ?? filter.checks
        if filter.findings != nil || !checks.isEmpty {
            text.add(" AND check_id IN \(text.places(checks.map { .text($0) }))")
        }
        if filter.findings != nil, !filter.checks.isEmpty {
            text.add(" AND check_id IN \(text.places(filter.checks.map { .text($0) }))")
        }
        if !filter.severities.isEmpty {
            text.add(" AND severity IN \(text.places(filter.severities.map { .int($0.rank) }))")
        }
        switch filter.ignored {
        case .leftOut: text.add(" AND ignored = 0")
        case .only: text.add(" AND ignored = 1")
        case .included: break
        }
        text.add(" ORDER BY severity, check_id, integration")
        return text
    }
}
