import Foundation
import Graph
import HTTPTypes
import Model
import Posture
import SimulatedTenant
import Store
import Synchronization

@testable import Flows

/// A clock that moves only when somebody waits or a test says so.
final class TestClock: Sendable {
    private let moment = Mutex(Date(timeIntervalSince1970: 1_795_000_000))
    var now: Date { moment.withLock { $0 } }
    func advance(_ seconds: Double) { moment.withLock { $0 += seconds } }

    var graphClock: GraphClock {
        GraphClock(now: { self.now }, sleep: { self.advance($0) }, random: { $0.lowerBound })
    }
}

/// The simulated tenant, a store in memory and the product's own client between them.
final class ContosoFixture: Sendable {
    let clock = TestClock()
    let tenant: SimulatedTenant
    let store: Store
    let integration: Integration
    let configuration: SimulatedConfiguration
    private let requests = Mutex<(count: Int, cutAfter: Int?)>((0, nil))

    init(profiles: [String] = [], _ change: (inout SimulatedConfiguration) -> Void = { _ in }) throws {
        var configuration = SimulatedConfiguration()
        let clock = clock
        configuration.now = { clock.now }
        change(&configuration)
        self.configuration = configuration
        tenant = SimulatedTenant(configuration)
        store = try Store(.memory, key: SecretKey())
        integration = try store.add(
            Integration(
                name: "contoso", tenantID: configuration.tenantID, clientID: configuration.clientID,
                graphURL: configuration.origin,
                loginURL: configuration.origin, dlpProfiles: profiles, credential: .secret, createdAt: clock.now),
            secret: CredentialSecret(clientSecret: configuration.clientSecret))
    }

    private let log = Mutex<[HTTPRequest]>([])
    /// What was asked since the last time, and then no more.
    func takeRequests() -> [HTTPRequest] {
        log.withLock { requests in
            defer { requests = [] }
            return requests
        }
    }

    /// What finds something in Contoso's files, by each of the content checks.
    static let profiles = [
        "Financial Information", "Credentials and Secrets", "Social Security, Insurance, Tax, and Identifier Numbers",
    ]

    struct Cut: Error {}

    /// Hosts, with their port, where nobody answers.
    let silentHosts = Mutex<Set<String>>([])

    /// Parts of addresses that answer 404, as what is gone does.
    let absent = Mutex<Set<String>>([])

    /// Lets the next run break off after so many requests, as if the process were killed; nil for never.
    func cut(after count: Int?) { requests.withLock { $0 = (0, count) } }

    func scan(
        options: CheckOptions = CheckOptions(), freshness: Freshness = Freshness(), checks: [Check] = Check.all,
        isFull: Bool = false, profiles: [String]? = nil, content: ContentSettings = ContentSettings()
    ) async throws -> Scan.Outcome {
        let scanner = try scanner(options: options, freshness: freshness, profiles: profiles, content: content)
        return try await scanner.run(checks: checks, isFull: isFull)
    }

    func scanner(
        options: CheckOptions = CheckOptions(), freshness: Freshness = Freshness(), profiles: [String]? = nil,
        content: ContentSettings = ContentSettings()
    ) throws -> Scan {
        let (tenant, clock) = (tenant, clock)
        var integration = integration
        integration.dlpProfiles = profiles ?? integration.dlpProfiles
        let graph = GraphClient(
            tenantID: configuration.tenantID, clientID: configuration.clientID,
            endpoint: try GraphEndpoint(graphURL: configuration.origin, loginURL: configuration.origin),
            credential: .secret(configuration.clientSecret),
            exchange: { request, body in
                self.log.withLock { $0.append(request) }
                let isCut = self.requests.withLock { state in
                    state.count += 1
                    return state.cutAfter.map { state.count > $0 } ?? false
                }
                if isCut { throw CancellationError() }
                if let host = request.authority, self.silentHosts.withLock({ $0.contains(host) }) {
                    throw ExchangeError.unreachable(host: host, why: "connection refused")
                }
                if let path = request.path, self.absent.withLock({ $0.contains { path.contains($0) } }) {
                    let error = #"{"error":{"code":"itemNotFound","message":"The resource could not be found."}}"#
                    return (HTTPResponse(status: .notFound), Array(error.utf8))
                }
                do {
                    return try await tenant.exchange(request, body)
                } catch SimulatedConnectionFailure.reset {
                    throw ExchangeError.unreachable(host: "simulated", why: "connection reset")
                } catch {
                    throw ExchangeError.truncated("simulated")
                }
            }, clock: clock.graphClock, userAgent: "test")
        let dns = try SimulatedDNS(zone: Contoso.zone)
        return Scan(
            integration: integration, store: store, graph: graph, resolve: { dns.answer($0) }, options: options,
            freshness: freshness, content: content,
            now: { clock.now })
    }

    func instances(_ statuses: [Instance.Status] = [.active], check: String? = nil) throws -> [Instance] {
        var filter = InstanceFilter()
        filter.statuses = statuses
        filter.checks = check.map { [$0] } ?? []
        return try store.instances(filter, limit: 100_000)
    }

    /// What is open, without times: what two scans of the same tenant have to agree on.
    func picture() throws -> Set<String> {
        Set(try instances().map(key))
    }

    private func key(_ instance: Instance) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let evidence = String(decoding: try encoder.encode(instance.evidence), as: UTF8.self)
        return "\(instance.check) \(instance.resource.name) \(instance.fingerprint) \(evidence)"
    }

    func coverage(_ collector: Collector) throws -> [CoverageCount] {
        try CoverageReport(of: integration.id, in: store).counts().filter { $0.collector == collector }
    }
}

extension SimulatedDNS {
    func answer(_ question: DNSQuestion) -> DNSAnswer {
        switch resolve(question.type.rawValue, question.name) {
        case .records(let records): DNSAnswer(question, .records(records))
        case .absent: DNSAnswer(question, .absent)
        case .failed(let why): DNSAnswer(question, .failed(why))
        }
    }
}
