import Foundation
import Flows
import Foundation
import Graph
import Store

/// The section `signIn` of the settings: how people sign in to the dashboard.
struct SignInOptions: Codable, Hashable, Sendable {
    /// Minutes without use after which a session ends.
    var idleMinutes: Double = 60
    /// Hours after which a session ends, used or not.
    var overallHours: Double = 24
    var entra: EntraOptions?

    init() {}

    init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        idleMinutes = try box.decodeIfPresent(Double.self, forKey: .idleMinutes) ?? idleMinutes
        overallHours = try box.decodeIfPresent(Double.self, forKey: .overallHours) ?? overallHours
        entra = try box.decodeIfPresent(EntraOptions.self, forKey: .entra)
    }

    enum CodingKeys: String, CodingKey { case idleMinutes, overallHours, entra }

    var limits: SessionLimits { SessionLimits(idle: idleMinutes * 60, overall: overallHours * 3600) }

    /// - Throws: `Failure` where one setting lacks another.
    func check(in file: String) throws {
        guard let entra, (entra.clientSecretFile == nil) == (entra.certificate == nil) else { return }
        throw Failure("\(file): signIn.entra needs one of clientSecretFile and certificate (docs/use/settings.md)")
    }
}

/// `signIn.entra`: the app registration by which people sign in with Microsoft.
struct EntraOptions: Codable, Hashable, Sendable {
    var tenantId: String
    var clientId: String
    /// A file with the secret, or with certificate and key in PEM.
    var clientSecretFile: String?
    var certificate: String?
    /// An origin, in place of Microsoft's.
    var loginUrl: String?
}

extension Workplace {
    /// Sign-in with Microsoft as `signIn.entra` says; nil where it says nothing.
    /// - Throws: `Failure` for a credential that cannot be read or used.
    func entraSignIn() throws -> EntraSignIn? {
        guard let entra = settings.signIn.entra else { return nil }
        let path = entra.clientSecretFile ?? entra.certificate ?? ""
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Failure("cannot read \(path) (signIn.entra): check the path and that you may read it")
        }
        let credential: Credential =
            entra.certificate == nil
            ? .secret(text.trimmingCharacters(in: .whitespacesAndNewlines)) : .certificate(pem: text)
        do {
            try credential.check()
            let cloud = GraphEndpoint.cloud(.global)
            let endpoint = try entra.loginUrl.map { try GraphEndpoint(graphURL: cloud.graphURL, loginURL: $0) } ?? cloud
            let surroundings = surroundings
            return EntraSignIn(
                tenantID: entra.tenantId, clientID: entra.clientId, credential: credential, endpoint: endpoint,
                userAgent: surroundings.userAgent, wayOut: { try await surroundings.withExchange($0) })
        } catch let error as SignInError {
            throw Failure("signIn.entra: \(error)")
        } catch let error as GraphEndpoint.InvalidOrigin { throw Failure("signIn.entra.loginUrl: \(error)") }
    }
}
