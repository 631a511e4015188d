import Foundation
import Graph
import HTTPTypes
import Model
import SimulatedTenant
import Store
import Synchronization

@testable import Flows

/// An administrator's browser between Reeve and the sign-in pages of the simulated tenant.
final class AuthoriseFixture: Sendable {
    static let redirectURI = "http://localhost:8080/oauth/callback"
    let clock = TestClock()
    let tenant: SimulatedTenant
    let configuration: SimulatedConfiguration
    let store: Store
    let home: URL
    let browser = RandomSecret()
    private let hosts = Mutex<[String]>([])
    private let tamper = Mutex<(@Sendable (HTTPRequest, [UInt8]) -> [UInt8]?)?>(nil)

    init(
        isConsented: Bool = false, isRegistered: Bool = true,
        _ change: (inout SimulatedConfiguration) -> Void = { _ in }
    ) throws {
        var configuration = SimulatedConfiguration()
        let clock = clock
        configuration.now = { clock.now }
        change(&configuration)
        self.configuration = configuration
        var registration = AppRegistration()
        registration.isConsented = isConsented
        tenant = SimulatedTenant(configuration, registration: registration)
        store = try Store(.memory, key: SecretKey())
        home = FileManager.default.temporaryDirectory.appendingPathComponent("reeve-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        guard isRegistered else { return }
        try registering.set(
            clientID: configuration.clientID, tenantID: configuration.tenantID, features: Feature.standard,
            of: "global", deed())
        try registering.set(.secret(configuration.clientSecret, expires: nil), of: "global", deed())
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    var origins: CloudOrigins { CloudOrigins(graphURL: configuration.origin, loginURL: configuration.origin) }
    var registering: Registering { Registering(surroundings: surroundings, origins: origins) }
    var authorise: Authorise {
        Authorise(surroundings: surroundings, origins: origins, redirectURI: Self.redirectURI)
    }
    /// Every host that was asked anything.
    var hostsAsked: Set<String> { Set(hosts.withLock { $0 }) }
    var requestCount: Int { hosts.withLock { $0.count } }

    var surroundings: Surroundings {
        let (tenant, clock) = (tenant, clock)
        return Surroundings(
            store: store, home: home, userAgent: "test",
            exchange: { request, body in
                self.hosts.withLock { $0.append(request.authority ?? "") }
                let (response, answer) = try await tenant.exchange(request, body)
                return (response, self.tamper.withLock { $0 }?(request, answer) ?? answer)
            }, resolve: { DNSAnswer($0, .absent) }, clock: clock.graphClock)
    }

    /// Changes answers of the sign-in service on their way; nil leaves one as it is.
    func tamper(_ body: @escaping @Sendable (HTTPRequest, [UInt8]) -> [UInt8]?) { tamper.withLock { $0 = body } }

    func deed(_ actor: String = "user:ana") -> Deed { Deed(by: actor, at: clock.now, from: "127.0.0.1") }

    /// What a person does on a page of the sign-in service, and the query that the browser comes back with.
    func decide(_ url: String, _ decision: String = "accept", isAdministrator: Bool = true) async throws -> [String:
        String]
    {
        guard let parts = URLComponents(string: url),
            let account = tenant.login.accounts.first(where: {
                $0.isAdministrator == isAdministrator
            })
        else { return [:] }
        let body = (parts.percentEncodedQuery ?? "") + "&decision=\(decision)&account=\(account.id)"
        let request = HTTPRequest(
            method: .post, scheme: parts.scheme, authority: "\(parts.host ?? ""):\(parts.port ?? 0)", path: parts.path,
            headerFields: [.contentType: "application/x-www-form-urlencoded"])
        let (response, _) = try await tenant.exchange(request, Array(body.utf8))
        guard let location = response.headerFields[.location], let back = URLComponents(string: location) else {
            return ["status": "\(response.status.code)"]
        }
        let pairs = (back.queryItems ?? []).map { ($0.name, $0.value?.replacing("+", with: " ") ?? "") }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    func receive(
        _ query: [String: String], browser: String? = nil, by actor: String = "user:ana"
    ) async throws -> Authorise.Arrival {
        try await authorise.receive(query: { query[$0] }, browser: browser ?? self.browser.text, deed(actor))
    }

    func pending(_ id: String) throws -> PendingAuthorisation {
        guard let found = try store.pendingAuthorisation(id, by: "user:ana", at: clock.now) else {
            throw AuthoriseProblem.gone
        }
        return found
    }

    /// From the form to the panel, everything accepted.
    func connect(_ draft: IntegrationDraft = IntegrationDraft(name: "contoso")) async throws -> PendingAuthorisation {
        let departure = try authorise.begin(draft, browser: browser, deed())
        if case .goOn(let url) = try await receive(try await decide(departure.url)) {
            _ = try await receive(try await decide(url))
        }
        return try pending(departure.id)
    }
}
