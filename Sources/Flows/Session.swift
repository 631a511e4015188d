import Foundation
import Graph
import Logging
import Model
import Store

/// How often what has no delta is read again. A scan reads everything at least this often; `--full` reads it now.
public struct Freshness: Codable, Hashable, Sendable {
    /// Seconds for which a mailbox's rules count as fresh. 0: every scan reads them, because nothing else tells of a new rule.
    public var messageRules: Double = 0
    /// Calendars, drives and sites: about a day, so that an hourly scan asks for deltas only.
    public var calendars: Double = 20 * 3600
    public var driveDiscovery: Double = 20 * 3600
    /// A full list of users, groups and apps in place of the delta, for what deltas may not tell.
    public var fullList: Double = 7 * 24 * 3600
    /// A full pass over a drive, for permission changes that its delta missed.
    public var fullDrive: Double = 7 * 24 * 3600

    public init() {}

    public init(from decoder: any Decoder) throws {
        self.init()
        let box = try decoder.container(keyedBy: CodingKeys.self)
        messageRules = try box.decodeIfPresent(Double.self, forKey: .messageRules) ?? messageRules
        calendars = try box.decodeIfPresent(Double.self, forKey: .calendars) ?? calendars
        driveDiscovery = try box.decodeIfPresent(Double.self, forKey: .driveDiscovery) ?? driveDiscovery
        fullList = try box.decodeIfPresent(Double.self, forKey: .fullList) ?? fullList
        fullDrive = try box.decodeIfPresent(Double.self, forKey: .fullDrive) ?? fullDrive
    }

    public enum CodingKeys: String, CodingKey, CaseIterable {
        case messageRules, calendars, driveDiscovery, fullList, fullDrive
    }
}

/// How far a stage of a long run is.
public struct StageProgress: Sendable, Hashable {
    /// "reading mail rules".
    public var stage: String
    public var unit: String
    public var done: Int
    /// Nil where nobody knows how many there will be.
    public var total: Int?
    public init(stage: String, unit: String, done: Int, total: Int?) {
        self.stage = stage
        self.unit = unit
        self.done = done
        self.total = total
    }
}

/// What every stage of one run works with.
struct Session: Sendable {
    let integration: Integration
    let store: Store
    let graph: GraphClient
    /// What may be read. Where the token says nothing of itself it is everything: Graph's answers will tell.
    let permissions: Set<Permission>
    /// The person it acts for, in the delegated mode.
    let person: String?
    let isDelegated: Bool
    let run: Run
    let isFull: Bool
    let options: CheckOptions
    let freshness: Freshness
    let content: ContentSettings
    let now: @Sendable () -> Date
    let log: Logger
    let report: @Sendable (StageProgress) -> Void
    let counts = Tally()

    var id: Int { integration.id }

    func write<T: Sendable>(_ body: @escaping @Sendable (StoreWriter) throws -> T) async throws -> T {
        try await store.write(id, body)
    }

    /// Notes how reading a subject went, by itself.
    func note(_ coverage: Coverage) async throws {
        let (run, now) = (run.number, now())
        try await write { try $0.note(coverage, run: run, at: now) }
    }

    /// Whether a reading made at some time is still good, or was made by this very run (a killed run goes on).
    func isFresh(_ reading: Reading?, for seconds: Double) -> Bool {
        guard let reading else { return false }
        // A killed run goes on; what failed in its first part is worth another try.
        if reading.run == run.number { return reading.state.isComplete }
        return !isFull && reading.state.isComplete && now().timeIntervalSince(reading.at) < seconds
    }

    /// Whether the token may read what a collector needs. Where not, the refusal takes the place of what was noted before.
    func mayRead(_ collector: Collector) async throws -> Bool {
        let enough = collector.permissions
        let (run, now) = (run.number, now())
        guard let lack = collector.lack, !enough.contains(where: permissions.contains) else {
            try await write { try $0.forgetCoverage(collector, subject: "") }
            return true
        }
        try await write { writer in
            try writer.forgetCoverage(collector)
            try writer.note(Coverage(collector, .denied, detail: lack), run: run, at: now)
        }
        return false
    }

    /// Runs one stage: an error of one collector is coverage, an error that concerns everything ends the run.
    func stage(_ collector: Collector, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as GraphError {
            if error.isFatal { throw error }
            let (state, detail) = error.coverage
            log.warning("collector \(collector.rawValue): \(error)")
            try await note(Coverage(collector, state, detail: detail))
        }
    }
}

/// How many instances the run has opened so far, and resolved; the one thing stages running side by side add up.
actor Tally {
    private(set) var all = InstanceCounts()
    /// - Parameter resolved: while storing pages.
    func add(_ resolved: Int) { all.resolved += resolved }
    func add(_ counts: InstanceCounts) { all += counts }
}
