import Foundation
import Model

/// What one scan of one integration did, in numbers: the material of every report's head and foot.
public struct ScanSummary: Sendable {
    /// The name of the integration.
    public var integration: String
    public var tenantName: String
    public var tenantID: String
    /// What a reader has to know of the tenant: "sample tenant"; nil where there is nothing to say.
    public var remark: String?
    public var startedAt: Date
    public var finishedAt: Date
    /// Requests to Microsoft Graph, parts of a batch counted singly.
    public var requests: Int
    /// How many the first scan needed; nil where that is not known.
    public var firstRequests: Int?
    public var isFirst: Bool
    public var run: Int
    /// What this run opened, worst first, ten at most.
    public var opened: [Instance]
    public var openedCount: Int
    public var resolvedCount: Int
    public var unchangedCount: Int
    /// Active instances of each check that has any.
    public var activeByCheck: [String: Int]
    public var activeBySeverity: [Severity: Int]
    public var coverage: [CoverageCount]
    /// Sentences that belong under the coverage: what this run could not see at all.
    public var notes: [String]

    public init(
        integration: String, tenantName: String, tenantID: String, remark: String? = nil, startedAt: Date,
        finishedAt: Date,
        requests: Int, firstRequests: Int? = nil, isFirst: Bool, run: Int, opened: [Instance] = [],
        openedCount: Int = 0,
        resolvedCount: Int = 0, unchangedCount: Int = 0, activeByCheck: [String: Int] = [:],
        activeBySeverity: [Severity: Int] = [:], coverage: [CoverageCount] = [], notes: [String] = []
    ) {
        self.integration = integration
        self.tenantName = tenantName
        self.tenantID = tenantID
        self.remark = remark
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.requests = requests
        self.firstRequests = firstRequests
        self.isFirst = isFirst
        self.run = run
        self.opened = opened
        self.openedCount = openedCount
        self.resolvedCount = resolvedCount
        self.unchangedCount = unchangedCount
        self.activeByCheck = activeByCheck
        self.activeBySeverity = activeBySeverity
        self.coverage = coverage
        self.notes = notes
    }

    /// All active instances.
    public var activeCount: Int { activeBySeverity.values.reduce(0, +) }
    /// How many subjects were refused, throttled or failed: the parts of which nothing is known.
    public var notReadCount: Int { coverage.filter { !$0.state.isComplete }.map(\.subjects).reduce(0, +) }
    public var seconds: Double { max(0, finishedAt.timeIntervalSince(startedAt)) }
    /// The worst severity that has an active instance; nil where nothing was found.
    public var worst: Severity? { Severity.allCases.first { activeBySeverity[$0, default: 0] > 0 } }
}
