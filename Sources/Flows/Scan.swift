import Foundation
import Graph
import Logging
import Model
import Posture
import Store

/// Reads a tenant and judges it: the product's main job, start to finish. A run that was cut off goes on where it stopped.
public struct Scan: Sendable {
    public let integration: Integration
    public let store: Store
    public let graph: GraphClient
    public let resolve: Resolve
    public let options: CheckOptions
    public let freshness: Freshness
    public let content: ContentSettings
    public let now: @Sendable () -> Date
    public let log: Logger
    public let report: @Sendable (StageProgress) -> Void

    public init(
        integration: Integration, store: Store, graph: GraphClient, resolve: @escaping Resolve,
        options: CheckOptions = CheckOptions(),
        freshness: Freshness = Freshness(), content: ContentSettings = ContentSettings(),
        now: @escaping @Sendable () -> Date = { Date() },
        log: Logger = Logger(label: "reeve"),
        report: @escaping @Sendable (StageProgress) -> Void = { _ in }
    ) {
        self.integration = integration
        self.store = store
        self.graph = graph
        self.resolve = resolve
        self.options = options
        self.freshness = freshness
        self.content = content
        self.now = now
        self.log = log
        self.report = report
    }

    /// What a run did. The instances themselves are in the store.
    public struct Outcome: Sendable, Hashable {
        public var run: Int
        public var isFirst: Bool
        public var isResumed: Bool
        public var requests: Int
        public var opened: Int
        public var resolved: Int
        public var startedAt: Date
        public var finishedAt: Date

        public init(
            run: Int, isFirst: Bool, isResumed: Bool, requests: Int, opened: Int, resolved: Int, startedAt: Date,
            finishedAt: Date
        ) {
            self.run = run
            self.isFirst = isFirst
            self.isResumed = isResumed
            self.requests = requests
            self.opened = opened
            self.resolved = resolved
            self.startedAt = startedAt
            self.finishedAt = finishedAt
        }
    }

    /// - Parameter checks: the checks to ask; what they don't need is not read.
    /// - Throws: `GraphError` where nothing can be read (sign-in, network); `StoreError`; `CancellationError`. What was stored stays.
    public func run(checks: [Check] = Check.all, isFull: Bool = false) async throws -> Outcome {
        let isPartial = checks.count < Check.all.count
        let needed = isPartial ? Set(checks.flatMap(\.collectors)) : Set(Collector.allCases)
        return try await read(.scan, isFull: isFull) { session in
            let contents = try await collect(needed, session)
            let assess = Assess(session: session, checks: checks, isPartial: isPartial)
            // Reading what stands in files may take days: what is known without it is not kept back.
            await session.counts.add(try await assess.run(EntityKind.allCases.filter { $0 != .fileContent }))
            try await contents?.run { await session.counts.add(try await assess.run([.fileContent], isLast: false)) }
            return try await assess.run([.fileContent])
        }
    }

    /// Users, groups and memberships only.
    public func syncDirectory(isFull: Bool = false) async throws -> Outcome {
        try await read(.sync, isFull: isFull) { session in
            try await SyncTenant(session: session).organization()
            try confirmTenant(session)
            try await SyncDirectory(session: session).run()
            return InstanceCounts()
        }
    }

    /// The sensitivity labels only.
    public func syncLabels() async throws -> Outcome {
        try await read(.labels, isFull: false) { session in
            let tenant = SyncTenant(session: session)
            try await tenant.organization()
            try confirmTenant(session)
            try await tenant.sensitivityLabels()
            return InstanceCounts()
        }
    }

    /// Judges again what is stored, because time alone changes answers. Reads nothing and signs in nowhere.
    /// - Parameter granted: what the last token carried; nil where nobody knows, and then nothing counts as refused.
    public func judge(granted: Set<Permission>?) async throws -> Outcome {
        try await perform(.judging, permissions: granted, isFull: false) { session in
            try await Assess(session: session, checks: Check.all, isPartial: false, hasRead: false).run()
        }
    }

    private func read(
        _ kind: Run.Kind, isFull: Bool, _ body: (Session) async throws -> InstanceCounts
    ) async throws -> Outcome {
        let token = try await signIn()
        return try await perform(
            kind, permissions: token.isOpaque ? nil : token.permissions,
            person: token.isDelegated ? token.userObjectID : nil, isDelegated: token.isDelegated, isFull: isFull, body)
    }

    private func perform(
        _ kind: Run.Kind, permissions: Set<Permission>?, person: String? = nil, isDelegated: Bool = false, isFull: Bool,
        _ body: (Session) async throws -> InstanceCounts
    ) async throws -> Outcome {
        let startedAt = now()
        let isFirst = try store.firstRun(integration.id, kind: kind) == nil
        let (run, isResumed) = try store.beginRun(integration.id, kind: kind, isFull: isFull, at: startedAt)
        let session = Session(
            integration: integration, store: store, graph: graph,
            permissions: permissions ?? Set(Collector.allCases.flatMap(\.permissions)), person: person,
            isDelegated: isDelegated, run: run, isFull: isFull, options: options,
            freshness: freshness, content: content, now: now, log: log, report: report)
        do {
            if isFull && !isResumed {
                try await session.write { writer in
                    try writer.forgetAllFeeds()
                    try writer.noteScanned(for: "")
                }
            }
            let counts = try await body(session)
            let all = await session.counts.all + counts
            let requests = graph.statistics.requests
            if kind == .scan { try await TakeStock(session: session).run() }
            let finishedAt = now()
            try store.endRun(
                integration.id, number: run.number, requests: requests, opened: all.opened, resolved: all.resolved,
                finished: finishedAt)
            return Outcome(
                run: run.number, isFirst: isFirst, isResumed: isResumed, requests: requests, opened: all.opened,
                resolved: all.resolved, startedAt: startedAt, finishedAt: finishedAt)
        } catch {
            let all = await session.counts.all
            try? store.endRun(
                integration.id, number: run.number, requests: graph.statistics.requests, opened: all.opened,
                resolved: all.resolved, finished: nil)
            if let error = error as? GraphError, error.isCancelled { throw CancellationError() }
            throw error
        }
    }

    /// A sign-in that Microsoft refuses for good is remembered with the integration, so that lists can say so.
    private func signIn() async throws -> TokenFacts {
        do {
            let token = try await graph.token()
            try store.noteGranted(token.isOpaque ? nil : token.permissions, to: integration.id, at: now())
            if token.isConsentMissing { throw ScanError.consentMissing(clientID: integration.clientID) }
            if try store.integration(named: integration.name)?.status == .reauthorize {
                try store.setStatus(.active, detail: nil, of: integration.id)
            }
            return token
        } catch let error as GraphError {
            if case .signIn(let refusal) = error, !refusal.isTransient {
                try store.setStatus(.reauthorize, detail: "\(error)", of: integration.id)
            }
            throw error
        }
    }

    /// Reads what is needed but what stands in files.
    /// - Returns: what reads that; nil where nobody asked for it.
    private func collect(_ needed: Set<Collector>, _ session: Session) async throws -> ScanContents? {
        let tenant = SyncTenant(session: session)
        // Who is inside and who outside decides most answers: domains and organization come first, whatever is asked.
        try await tenant.organization()
        try confirmTenant(session)
        try await tenant.domains()
        if needs(needed, .applications) { try await tenant.applications() }
        if needs(needed, .servicePrincipals) { try await tenant.servicePrincipals() }
        if needs(needed, .appRoleAssignments) { try await SyncAppPermissions(session: session).run() }
        if needs(needed, .sensitivityLabels) { try await tenant.sensitivityLabels() }
        let ofFiles = needs(needed, .driveItems) || needs(needed, .fileContents)
        let ofUsers: [Collector] = [.users, .groups, .authenticationMethods, .messageRules, .calendars]
        if ofFiles || ofUsers.contains(where: needed.contains) { try await SyncDirectory(session: session).run() }
        if needs(needed, .dns) { try await SyncDomainRecords(session: session, resolve: resolve).run() }
        if needs(needed, .authenticationMethods) { try await SyncMethods(session: session).run() }
        if needs(needed, .messageRules) { try await SyncMailboxes(session: session).messageRules() }
        if needs(needed, .calendars) { try await SyncMailboxes(session: session).calendars() }
        guard ofFiles else { return nil }
        let contents = needs(needed, .fileContents) ? try ScanContents(session: session) : nil
        try await contents?.prepare()
        try await DiscoverDrives(session: session).run()
        try await SyncDrives(session: session).run()
        return contents
    }

    /// What is stored under one tenant's name must be that tenant's.
    private func confirmTenant(_ session: Session) throws {
        guard let organization = try store.entities(Organization.self, of: integration.id, limit: 1).first,
            organization.id.lowercased() != integration.tenantID.lowercased()
        else { return }
        throw ScanError.wrongTenant(expected: integration.tenantID, found: organization.id)
    }

    private func needs(_ needed: Set<Collector>, _ collector: Collector) -> Bool { needed.contains(collector) }
}
