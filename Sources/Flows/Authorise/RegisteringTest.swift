import Foundation
import Graph
import Model
import Store

extension Registering {
    /// How a test went.
    public enum TestResult: Sendable, Hashable {
        /// Microsoft takes the credential; what the app was granted in its own tenant so far (nil where the token does not say), and how many
        /// integrations sign in with it from now on in place of an older one.
        case works(granted: Set<Permission>?, renewed: Int)
        case refused(PendingAuthorisation.Trouble)
        /// Without a tenant's id nobody can be asked: the first authorisation is the test.
        case untestable(String)
    }

    /// Asks for a token and nothing else.
    public func test(_ cloud: String, _ deed: Deed) async throws -> TestResult {
        let registration = try current(cloud)
        guard let clientID = registration.clientID,
            let client = try store.secret(ofRegistration: cloud)?.client
        else { return .untestable("The Application (client) ID or the credential is missing.") }
        guard let tenantID = registration.tenantID else {
            return .untestable(
                "Without a Directory (tenant) ID nobody can be asked: the first authorisation of a directory is the test."
            )
        }
        guard let known = GraphEndpoint.Cloud(rawValue: cloud) else { return .untestable("There is no such cloud.") }
        let endpoint = try origins.endpoint(of: known)
        // Somebody waits for the answer.
        var clock = surroundings.clock
        clock.signInAttempts = 2
        do {
            let (surroundings, patient) = (surroundings, clock)
            let answer = try await within(patience, of: ContinuousClock()) {
                try await surroundings.withExchange { exchange in
                    try await GraphClient(
                        tenantID: tenantID, clientID: clientID, endpoint: endpoint, credential: Credential(client),
                        exchange: exchange, clock: patient, userAgent: surroundings.userAgent
                    ).token()
                }
            }
            guard let facts = answer else { throw ConnectionTest.Silence(endpoint.loginURL, for: patience) }
            try store.noteTest(of: cloud, at: deed.at, trouble: nil)
            try await store.note(deed.entry("registration.test", cloud, "works"))
            return .works(
                granted: facts.isOpaque ? nil : facts.permissions,
                renewed: try handOver(registration, loginURL: endpoint.loginURL, deed))
        } catch let error as CancellationError {
            throw error
        } catch {
            let trouble = Authorise.trouble(error, at: deed.at)
            try store.noteTest(of: cloud, at: deed.at, trouble: "\(trouble.sentence) (\(trouble.code))")
            try await store.note(deed.entry("registration.test", cloud, trouble.code))
            return .refused(trouble)
        }
    }

    /// A credential that works takes the place of the one before it wherever this app signs in: an expired secret is replaced once, not once
    /// for each tenant.
    private func handOver(_ registration: Registration, loginURL: String, _ deed: Deed) throws -> Int {
        guard let secret = try store.secret(ofRegistration: registration.cloud) else { return 0 }
        var count = 0
        for integration in try store.integrations()
        where integration.clientID == registration.clientID && integration.loginURL == loginURL {
            let old = try? store.secret(of: integration)
            var renewed = secret
            (renewed.refreshToken, renewed.lentBy) = (old?.refreshToken, old?.lentBy)
            guard renewed != old || integration.status == .reauthorize else { continue }
            var changed = integration
            if integration.credential != .refreshToken { changed.credential = registration.credential }
            try store.renew(integration, as: changed, secret: renewed, deed)
            count += 1
        }
        return count
    }
}
