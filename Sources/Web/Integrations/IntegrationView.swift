import Flows
import Foundation
import Model
import Report
import Store

/// One integration as lists and its own page show it.
struct IntegrationView {
    let integration: Integration
    let schedule: Schedule
    let job: JobStanding?
    let lastScan: Run?
    let lastRead: Run?
    let isCutOff: Bool
    let now: Date
    let zone: TimeZone

    init(_ integration: Integration, _ server: WebServer, in zone: TimeZone) throws {
        self.integration = integration
        self.zone = zone
        now = server.now()
        schedule = try server.store.schedule(of: integration.id)
        job = server.jobs.standing(of: integration.id)
        lastScan = try server.store.runs(integration.id, kind: .scan, limit: 1).first
        lastRead = try server.store.runs(integration.id, limit: 1).first
        isCutOff = try server.store.latestRun(integration.id).map { $0.finishedAt == nil } ?? false
    }

    var values: [String: Any] {
        var values: [String: Any] = [
            "name": integration.name, "link": "\(integration.page)", "directoryLink": "\(integration.directoryPage)",
            "state": state,
            "mode": (integration.mode == .read ? "Read" : "Read-write")
                + (integration.isLimited ? ", limited" : ""), "feeds": feeds,
            "every": integration.syncFrequency.title, "next": next, "isRunning": job != nil,
            "isPaused": integration.status == .paused, "needsAuthorising": integration.status == .reauthorize,
        ]
        values["tenantName"] = integration.tenantName
        values["scanned"] = lastScan?.finishedAt.map { TimeView($0, asOf: now, in: zone) }
        values["scanTook"] = lastScan.flatMap { run in
            run.finishedAt.map { Numbers.span($0.timeIntervalSince(run.startedAt)) }
        }
        values["synced"] = lastRead?.finishedAt.map { TimeView($0, asOf: now, in: zone) }
        values["stage"] = job?.stageWords
        values["trouble"] = trouble.map { ["sentence": $0.sentence, "code": $0.code] as [String: Any] }
        return values
    }

    /// "In step", "Scanning", "Paused", what is missing, what failed. Never green without a reading.
    var state: StateView {
        if let job { return StateView(.run, job.words(isFirst: job.kind == .scan ? lastScan == nil : lastRead == nil)) }
        switch integration.status {
        case .paused: return StateView(.off, "Paused")
        case .reauthorize: return StateView(.bad, "Cannot sign in")
        case .active: break
        }
        if schedule.failures > 0 { return StateView(.bad, "Last run failed") }
        if isCutOff { return StateView(.warn, "Cut off, goes on") }
        guard lastRead != nil else { return StateView(.unknown, "Not read yet") }
        if let missing = missing, !missing.isEmpty {
            return StateView(.warn, "\(Numbers.counted(missing.count, "permission")) missing")
        }
        return StateView(.ok, "In step")
    }

    /// What its features need and the last token did not carry; nil where nobody knows.
    var missing: [Permission]? { schedule.granted.map { granted in needed.filter { !granted.contains($0) } } }

    /// What its features need, in its mode.
    var needed: [Permission] {
        IntegrationDraft(
            name: integration.name, features: integration.features, mode: integration.mode,
            isDelegated: integration.isLimited
        ).permissions
    }

    private var feeds: String {
        let words = Feature.allCases.filter { integration.usedFeatures.contains($0) && $0 != .remediation }
            .compactMap { feature -> String? in
                switch feature {
                case .directory: "directory"
                case .posture: "posture"
                case .labels: "labels"
                case .sites: "sites"
                case .consents: "consents"
                case .labelList, .remediation: nil
                }
            }.joined(separator: ", ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// When it is read next, in words.
    var next: String {
        if let job { return job.startedAt == nil ? "waiting" : "running" }
        if integration.status == .paused { return "paused" }
        guard let nextAt = schedule.nextAt else { return integration.syncFrequency == .manual ? "by hand" : "soon" }
        return nextAt <= now ? "soon" : TimeView(nextAt, asOf: now, in: zone).words
    }

    /// What the last run failed with; the words of the sign-in where that is it.
    private var trouble: (sentence: String, code: String)? {
        if integration.status == .reauthorize, let detail = integration.statusDetail {
            return (detail.replacing("sign-in refused: ", with: "").sentence, "")
        }
        guard schedule.failures > 0, let trouble = schedule.trouble else { return nil }
        return (trouble.sentence, Numbers.counted(schedule.failures, "failure") + " in a row")
    }
}

extension Integration {
    /// It reads on behalf of a person, what that person may see.
    var isLimited: Bool { credential == .refreshToken }
    /// The features that its permissions can carry: labels have none on behalf of a person.
    var usedFeatures: Set<Feature> { isLimited ? features.subtracting(Feature.ofAppAlone) : features }
}

extension Feature {
    /// Those that have no permission on behalf of a person.
    static let ofAppAlone: Set<Feature> = [.labels, .labelList]
}

/// What was read of an integration, as a bar: read, not applicable, and hatched what nobody knows.
struct CoverageView {
    let values: [String: Any]

    init(_ balance: [CoverageCount]) {
        func sum(_ keep: (CoverageState) -> Bool) -> Int {
            balance.filter { keep($0.state) }.map(\.subjects).reduce(0, +)
        }
        let (read, beside, unread) = (sum { $0 == .ok }, sum { $0 == .notApplicable }, sum { !$0.isComplete })
        let all = read + beside + unread
        guard all > 0 else {
            values = ["words": "not read yet", "label": "Not read yet", "read": "0%", "from": "0%", "rest": "100%"]
            return
        }
        let known = Double(read + beside) / Double(all) * 100
        // 99.97 is not everything.
        let percent = unread > 0 ? min(99.9, (known * 10).rounded(.down) / 10) : 100
        let text = percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
        values = [
            "words": "\(text) % read", "label": "\(text) percent read", "read": "\(percent)%", "from": "\(percent)%",
            "rest": "\(100 - percent)%",
        ]
    }
}
