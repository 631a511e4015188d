import Foundation

/// One resource that fails one check, with its life so far.
public struct Instance: Sendable, Hashable {
    public enum Status: String, Sendable, Codable, CaseIterable { case active, hidden, resolved }

    public var check: String
    public var severity: Severity
    /// The name of the integration.
    public var integration: String
    public var tenantID: String
    public var resource: Resource
    public var subID: String?
    public var status: Status
    public var firstSeen: Date
    public var lastSeen: Date
    public var resolvedAt: Date?
    /// A stable hash of check, tenant, resource and sub id: 32 hexadecimal digits.
    public var fingerprint: String
    public var evidence: Evidence
    /// In how many runs it was seen.
    public var timesSeen: Int

    public init(
        check: String, severity: Severity, integration: String, tenantID: String, resource: Resource,
        subID: String? = nil,
        status: Status = .active, firstSeen: Date, lastSeen: Date, resolvedAt: Date? = nil, fingerprint: String,
        evidence: Evidence, timesSeen: Int = 1
    ) {
        self.check = check
        self.severity = severity
        self.integration = integration
        self.tenantID = tenantID
        self.resource = resource
        self.subID = subID
        self.status = status
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.resolvedAt = resolvedAt
        self.fingerprint = fingerprint
        self.evidence = evidence
        self.timesSeen = timesSeen
    }
}

/// One change of state of an instance: opened, resolved, reopened, evidence changed.
public struct HistoryEntry: Sendable, Hashable {
    public enum Change: String, Sendable, Codable {
        case opened, reopened, changed, resolved
        /// It came back while it was accepted: nobody was told.
        case hidden
        case unhidden
    }
    public var at: Date
    public var run: Int
    public var change: Change
    /// What it said at that moment; nil where the change carries none.
    public var evidence: Evidence?
    /// Who decided it; nil for what a scan saw.
    public var by: String?
    /// What was decided, in words.
    public var note: String?

    public init(
        at: Date, run: Int, change: Change, evidence: Evidence? = nil, by: String? = nil, note: String? = nil
    ) {
        self.at = at
        self.run = run
        self.change = change
        self.evidence = evidence
        self.by = by
        self.note = note
    }
}
