import Foundation
import Model

/// What somebody wants to connect, from the form to the day it is saved. Nothing exists before that.
public struct IntegrationDraft: Sendable, Hashable, Codable {
    public var name: String
    /// The cloud whose app registration is used.
    public var cloud: String
    public var syncFrequency: SyncFrequency
    public var features: Set<Feature>
    public var mode: Integration.Mode
    /// On behalf of the person who signs in (the limited mode), in place of the app for itself.
    public var isDelegated: Bool
    /// The integration that is authorised again; nil for a new one.
    public var integration: Int?
    /// Begun under Settings > Directories, as against CASB > Integrations.
    public var isDirectory: Bool
    /// The DLP profiles it will use; nil in one that was begun before there was a choice.
    public var dlpProfiles: [String]?

    public init(
        name: String, cloud: String = "global", syncFrequency: SyncFrequency = .standard,
        features: Set<Feature> = Feature.standard, mode: Integration.Mode = .read, isDelegated: Bool = false,
        integration: Int? = nil, isDirectory: Bool = false, dlpProfiles: [String] = []
    ) {
        self.name = Integration.named(name)
        self.cloud = cloud
        self.syncFrequency = syncFrequency
        self.features = features.union([.directory])
        self.mode = mode
        self.isDelegated = isDelegated
        self.integration = integration
        self.isDirectory = isDirectory
        self.dlpProfiles = dlpProfiles
    }

    /// The permissions that its features need, in its mode.
    public var permissions: [Permission] {
        let wanted = mode == .readWrite ? features.union([.remediation]) : features
        return isDelegated ? Feature.delegatedPermissions(of: wanted) : Feature.permissions(of: wanted)
    }
}

/// An authorisation under way: who began it, how far it is, what Microsoft said.
public struct PendingAuthorisation: Sendable, Hashable, Identifiable, Codable {
    public enum Step: String, Sendable, Codable {
        /// The browser is at the sign-in page.
        case signIn
        /// Who signed in is proved; the browser is at the consent page.
        case consent
        /// Somebody else has the link to the consent page.
        case elsewhere
        /// Consent was given, but tokens do not carry it yet.
        case spreading
        /// The tenant is proved: it can be saved.
        case authorised
        case refused
    }

    /// Why it did not work, for the panel.
    public struct Trouble: Sendable, Hashable, Codable {
        /// "AADSTS65004", or a word of ours.
        public var code: String
        /// What is wrong and what to do.
        public var sentence: String
        /// What Microsoft said, as it came; nil where it said nothing.
        public var answer: String?
        public var at: Date

        public init(code: String, sentence: String, answer: String? = nil, at: Date) {
            self.code = code
            self.sentence = sentence
            self.answer = answer
            self.at = at
        }
    }

    /// Random; stands in the address of the panel.
    public var id: String
    public var draft: IntegrationDraft
    public var step: Step
    public var graphURL: String
    public var loginURL: String
    public var clientID: String
    /// The tenant that the sign-in page was asked for; nil for any organisation.
    public var askedTenant: String?
    /// The tenant that the id token proved.
    public var tenantID: String?
    public var tenantName: String?
    /// Who signed in.
    public var account: String?
    /// What the token carried; nil before there was one, or where it does not say.
    public var granted: Set<Permission>?
    /// When Microsoft said that consent was given.
    public var consentedAt: Date?
    public var provedAt: Date?
    public var trouble: Trouble?
    /// Until when the link for somebody else works, or worked; nil where none was made.
    public var linkExpires: Date?

    public init(
        id: String, draft: IntegrationDraft, step: Step = .signIn, graphURL: String, loginURL: String, clientID: String,
        askedTenant: String?
    ) {
        self.id = id
        self.draft = draft
        self.step = step
        self.graphURL = graphURL
        self.loginURL = loginURL
        self.clientID = clientID
        self.askedTenant = askedTenant
    }

    /// What the features need and the token did not carry; nil where nobody knows.
    public var missing: [Permission]? { granted.map { granted in draft.permissions.filter { !granted.contains($0) } } }
}

/// The part of a pending authorisation that is sealed.
public struct AuthorisationSecret: Sendable, Hashable, Codable {
    /// PKCE.
    public var verifier: String
    public var nonce: String
    /// Of the limited mode, once it came.
    public var refreshToken: String?
    /// The state that stands in the link for somebody else.
    public var linkState: String?

    public init(verifier: String, nonce: String, refreshToken: String? = nil) {
        self.verifier = verifier
        self.nonce = nonce
        self.refreshToken = refreshToken
    }
}
