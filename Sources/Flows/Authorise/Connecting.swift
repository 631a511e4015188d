import DNS
import Foundation
import Graph
import Model
import Store

/// Connects a tenant with an app registration's own credential, without anybody at the sign-in page.
public struct Connecting: Sendable {
    /// What somebody says of a tenant.
    public struct Wish: Sendable {
        public var name: String
        /// GUIDs of the tenant and of the app registration.
        public var tenantID: String
        public var clientID: String
        public var secret: CredentialSecret
        public var cloud = GraphEndpoint.Cloud.global
        public var mode = Integration.Mode.read
        /// `HOST:PORT` of the DNS server to ask; nil for the system's.
        public var dns: String?
        /// Names of DLP profiles, frequency and features; nil leaves what there is, or takes the standard.
        public var dlpProfiles: [String]?
        public var syncFrequency: SyncFrequency?
        public var features: Set<Feature>?

        public init(name: String, tenantID: String, clientID: String, secret: CredentialSecret) {
            (self.name, self.tenantID, self.clientID, self.secret) = (
                Integration.named(name), tenantID, clientID, secret
            )
        }
    }

    /// Why a tenant cannot be connected so. One sentence about one part of the wish.
    public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        public enum Part: String, Sendable { case name, tenantID, clientID, credential, dns }
        public let part: Part
        public let description: String
    }

    let store: Store
    let origins: CloudOrigins

    public init(store: Store, origins: CloudOrigins) { (self.store, self.origins) = (store, origins) }

    /// - Throws: `Problem`, `ProfileTrouble`, `GraphEndpoint.InvalidOrigin`, `StoreError.duplicate`.
    public func add(_ wish: Wish, _ deed: Deed) throws -> Integration {
        let added = try store.add(try integration(wish, nil, at: deed.at), secret: wish.secret)
        try store.note(deed.entry("integration.add", added.name))
        return added
    }

    /// The integration as it would be, to be tried before it is added.
    /// - Throws: as `add`.
    public func candidate(_ wish: Wish, at now: Date) throws -> Integration {
        let new = try integration(wish, nil, at: now)
        if let taken = try store.integrationName(like: new.name) { throw StoreError.duplicate(name: taken) }
        return new
    }

    /// Gives an integration of the same tenant another credential; what was read through it stays.
    /// - Throws: as `add`.
    public func renew(_ known: Integration, _ wish: Wish, _ deed: Deed) throws {
        try store.renew(known, as: try integration(wish, known, at: deed.at), secret: wish.secret, deed)
    }

    /// The integration as it would be with another credential, at the addresses it has.
    /// - Throws: `Problem` for one that cannot be.
    public func renewed(_ known: Integration, with secret: CredentialSecret, at now: Date) throws -> Integration {
        var wish = Wish(name: known.name, tenantID: known.tenantID, clientID: known.clientID, secret: secret)
        wish.mode = known.mode
        let own = CloudOrigins(graphURL: known.graphURL, loginURL: known.loginURL)
        var new = try Connecting(store: store, origins: own).integration(wish, known, at: now)
        new.id = known.id
        return new
    }

    /// The same with nothing changed but the credential, at the addresses it has.
    public func renew(_ known: Integration, with secret: CredentialSecret, _ deed: Deed) throws {
        var wish = Wish(name: known.name, tenantID: known.tenantID, clientID: known.clientID, secret: secret)
        wish.mode = known.mode
        let own = CloudOrigins(graphURL: known.graphURL, loginURL: known.loginURL)
        try Connecting(store: store, origins: own).renew(known, wish, deed)
    }

    private func integration(_ wish: Wish, _ known: Integration?, at now: Date) throws -> Integration {
        try Self.check(wish)
        let endpoint = try origins.endpoint(of: wish.cloud)
        let profiles = try wish.dlpProfiles.map { try ProfileBook(store: store).names($0, attachedTo: wish.name) }
        let new = Integration(
            name: wish.name, tenantID: wish.tenantID.lowercased(), clientID: wish.clientID.lowercased(),
            graphURL: endpoint.graphURL, loginURL: endpoint.loginURL, dns: wish.dns ?? known?.dns, mode: wish.mode,
            dlpProfiles: profiles ?? known?.dlpProfiles ?? [], credential: wish.secret.kind, createdAt: now,
            syncFrequency: wish.syncFrequency ?? known?.syncFrequency ?? .standard,
            features: wish.features ?? known?.features ?? Feature.standard)
        do { try Connection.credential(new, wish.secret).check() } catch let error as SignInError {
            throw Problem(part: .credential, description: Authorise.sentence(error.sentence))
        }
        return new
    }

    /// What can be told without asking anybody.
    /// - Throws: `Problem` about the first part that does not fit.
    public static func check(_ wish: Wish) throws {
        do { try Authorise.check(name: wish.name) } catch {
            throw Problem(part: .name, description: "\(error)")
        }
        for (part, value) in [(Problem.Part.tenantID, wish.tenantID), (.clientID, wish.clientID)]
        where UUID(uuidString: value) == nil {
            throw Problem(
                part: part, description: "It has to be a GUID such as 84841066-274d-4ec0-a5c1-276be684bdd3.")
        }
        let (secret, certificate) = (wish.secret.clientSecret, wish.secret.certificatePEM)
        guard secret == nil || certificate == nil else {
            throw Problem(part: .credential, description: "Give a client secret or a certificate, not both.")
        }
        guard secret != nil || certificate != nil || wish.secret.refreshToken != nil else {
            throw Problem(part: .credential, description: "Give a client secret, a certificate or a refresh token.")
        }
        if let dns = wish.dns {
            do { try Resolver(server: dns).shutDown() } catch {
                throw Problem(part: .dns, description: "\(error)")
            }
        }
    }
}

extension Store {
    /// Gives an integration another credential; what is paused stays so.
    func renew(_ known: Integration, as new: Integration, secret: CredentialSecret, _ deed: Deed) throws {
        try replace(known, with: new, secret: secret)
        if known.status == .paused { try setStatus(.paused, detail: nil, of: known.id) }
        try note(deed.entry("integration.credential", known.name))
    }
}

extension CredentialSecret {
    /// How an integration with this secret signs in.
    var kind: Integration.CredentialKind {
        refreshToken != nil ? .refreshToken : certificatePEM != nil ? .certificate : .secret
    }
}
