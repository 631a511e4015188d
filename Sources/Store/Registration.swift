import Foundation
import Model

/// The organisation's own app registration in one of Microsoft's clouds. Its secret is sealed and never part of this value.
public struct Registration: Sendable, Hashable {
    /// `global`, `usgov`, `usgov-dod` or `china`.
    public var cloud: String
    /// The Application (client) ID; nil before somebody has copied it from Entra.
    public var clientID: String?
    /// The Directory (tenant) ID; nil where the app is registered for several organisations.
    public var tenantID: String?
    /// What it was registered for.
    public var features: Set<Feature>
    /// `secret` or `certificate`.
    public var credential: Integration.CredentialKind
    /// The public part of the certificate as PEM text.
    public var certificate: String?
    /// When certificate or secret ends; nil where nobody said.
    public var expires: Date?
    public var hasCredential: Bool
    public var updatedAt: Date
    public var updatedBy: String
    public var testedAt: Date?
    /// Why the last test failed; nil where it went well, or where there was none.
    public var testTrouble: String?
    /// Whether Reeve's own people sign in with Microsoft by it.
    public var signsIn = false

    public init(
        cloud: String, clientID: String? = nil, tenantID: String? = nil, features: Set<Feature> = Feature.standard,
        credential: Integration.CredentialKind = .certificate, certificate: String? = nil, expires: Date? = nil,
        hasCredential: Bool = false, updatedAt: Date, updatedBy: String, testedAt: Date? = nil,
        testTrouble: String? = nil
    ) {
        self.cloud = cloud
        self.clientID = clientID
        self.tenantID = tenantID
        self.features = features.union([.directory])
        self.credential = credential
        self.certificate = certificate
        self.expires = expires
        self.hasCredential = hasCredential
        self.updatedAt = updatedAt
        self.updatedBy = updatedBy
        self.testedAt = testedAt
        self.testTrouble = testTrouble
    }

    /// Somebody can be sent to Microsoft with it.
    public var isComplete: Bool { clientID != nil && hasCredential }
}
