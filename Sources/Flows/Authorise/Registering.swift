import Foundation
import Graph
import Model
import Store

/// The organisation's own app registration: what it signs in with, and whether that works.
public struct Registering: Sendable {
    let store: Store
    let surroundings: Surroundings
    let origins: CloudOrigins
    /// For how long a test waits for Microsoft.
    var patience = ConnectionTest.patience

    /// Days that a new certificate is valid: two years.
    static let certificateLife = 730

    public init(surroundings: Surroundings, origins: CloudOrigins) {
        store = surroundings.store
        self.surroundings = surroundings
        self.origins = origins
    }

    /// Why something cannot be kept. One sentence for the field it is about.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// `client-id`, `tenant-id`, `secret`, `pem`, `cloud`.
        public let field: String
        public let description: String
    }

    /// A new credential for the app.
    public enum NewCredential: Sendable {
        /// Made here; the key never leaves this machine.
        case madeHere
        case secret(String, expires: Date?)
        /// PEM text with certificate and private key.
        case pem(String)
    }

    /// What is known of a cloud's registration, or an empty one.
    public func current(_ cloud: String) throws -> Registration {
        guard GraphEndpoint.Cloud(rawValue: cloud) != nil else {
            throw Problem(field: "cloud", description: "There is no such cloud.")
        }
        return try store.registration(of: cloud)
            ?? Registration(cloud: cloud, updatedAt: surroundings.clock.now(), updatedBy: "")
    }

    /// Keeps ids and features.
    /// - Parameters:
    ///   - clientID: the Application (client) ID; empty before it is known.
    ///   - tenantID: the Directory (tenant) ID; empty for an app of several organisations.
    /// - Throws: `Problem` where one of them is no GUID.
    public func set(
        clientID: String, tenantID: String, features: Set<Feature>, of cloud: String, _ deed: Deed
    ) throws {
        var registration = try current(cloud)
        let client = try guid(clientID, "client-id", "Application (client) ID")
        let tenant = try guid(tenantID, "tenant-id", "Directory (tenant) ID")
        if client != registration.clientID || tenant != registration.tenantID {
            (registration.testedAt, registration.testTrouble) = (nil, nil)
        }
        (registration.clientID, registration.tenantID) = (client, tenant)
        registration.features = features.union([.directory])
        try keep(&registration, nil, "registration.change", deed)
    }

    private func guid(_ text: String, _ field: String, _ name: String) throws -> String? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { return nil }
        guard UUID(uuidString: text) != nil else {
            throw Problem(
                field: field,
                description:
                    "The \(name) is a GUID such as 84841066-274d-4ec0-a5c1-276be684bdd3; copy it from the overview of the app registration."
            )
        }
        return text.lowercased()
    }

    /// Gives the registration another credential. Integrations go on with the one they have until a test has shown that this one works.
    public func set(_ credential: NewCredential, of cloud: String, _ deed: Deed) throws {
        var registration = try current(cloud)
        var secret = CredentialSecret()
        switch credential {
        case .madeHere:
            let made = try NewCertificate(named: "Reeve", days: Self.certificateLife, at: deed.at)
            secret.certificatePEM = made.pem
        case .pem(let text):
            guard text.contains("-----BEGIN ") else {
                throw Problem(
                    field: "pem",
                    description: "Paste certificate and private key in PEM: each begins with a line -----BEGIN.")
            }
            guard text.contains("PRIVATE KEY-----") else {
                throw Problem(
                    field: "pem",
                    description: "The private key is missing: paste it, too, before or after the certificate.")
            }
            secret.certificatePEM = text
        case .secret(let text, let expires):
            let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !text.isEmpty, text.utf8.count < 1000, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                throw Problem(
                    field: "secret", description: "Paste the secret's value, one line as Entra showed it once.")
            }
            guard UUID(uuidString: text) == nil else {
                throw Problem(
                    field: "secret", description: "This is the secret's id. Paste its value, the column beside it.")
            }
            if let expires, expires < surroundings.clock.now() {
                throw Problem(
                    field: "secret", description: "That day has passed: make a new client secret in Entra.")
            }
            secret.clientSecret = text
            registration.expires = expires
        }
        registration.credential = secret.certificatePEM == nil ? .secret : .certificate
        registration.certificate = nil
        if let pem = secret.certificatePEM {
            do {
                let facts = try CertificateFacts(pem: pem)
                (registration.certificate, registration.expires) = (facts.publicPEM, facts.expires)
            } catch {
                throw Problem(
                    field: "pem", description: "\(error.sentence.prefix(1).uppercased() + error.sentence.dropFirst()).")
            }
        }
        (registration.testedAt, registration.testTrouble) = (nil, nil)
        try keep(&registration, secret, "registration.credential", deed)
    }

    private func keep(
        _ registration: inout Registration, _ secret: CredentialSecret?, _ action: String, _ deed: Deed
    ) throws {
        (registration.updatedAt, registration.updatedBy) = (deed.at, deed.actor)
        try store.keep(registration, credential: secret, deed.entry(action, registration.cloud))
    }
}
