import Foundation
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
