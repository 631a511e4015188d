import Foundation
import Graph
import Model
import Store

/// The app registration as the one by which Reeve's own people sign in with Microsoft.
extension Registering {
    /// Lets people sign in by a cloud's registration, or no more. There is one at a time.
    /// - Throws: `Problem` where the registration is not complete, or names no tenant whose people these are.
    public func setSignIn(_ isOn: Bool, of cloud: String, _ deed: Deed) throws {
        var registration = try current(cloud)
        if isOn {
            guard registration.isComplete, registration.tenantID != nil else {
                throw Problem(
                    field: "sign-in",
                    description:
                        "Sign-in needs the Application ID, the Directory (tenant) ID and a certificate or secret: complete the steps above."
                )
            }
            for var other in try store.registrations() where other.signsIn && other.cloud != cloud {
                other.signsIn = false
                try store.keep(other, deed.entry("registration.sign-in", other.cloud, "off"))
            }
        }
        guard registration.signsIn != isOn else { return }
        registration.signsIn = isOn
        try store.keep(registration, deed.entry("registration.sign-in", cloud, isOn ? "on" : "off"))
    }

    /// Sign-in by the registration that was chosen; nil where none was, or where it lacks a part by now.
    /// - Parameter keys: what was asked of the sign-in service before.
    public func entraSignIn(keys: SigningKeys) throws -> EntraSignIn? {
        guard let registration = try store.registrations().first(where: { $0.signsIn && $0.isComplete }),
            let tenantID = registration.tenantID, let clientID = registration.clientID,
            let cloud = GraphEndpoint.Cloud(rawValue: registration.cloud),
            let client = try store.secret(ofRegistration: registration.cloud)?.client
        else { return nil }
        let surroundings = surroundings
        return EntraSignIn(
            tenantID: tenantID, clientID: clientID, credential: Credential(client),
            endpoint: try origins.endpoint(of: cloud), clock: surroundings.clock, userAgent: surroundings.userAgent,
            keys: keys, wayOut: { try await surroundings.withExchange($0) })
    }
}
