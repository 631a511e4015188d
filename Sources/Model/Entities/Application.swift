import Foundation

/// An app registration owned by this tenant (Graph `application`).
public struct Application: Entity {
    public static let kind = EntityKind.application

    /// Microsoft 365 app certification (Graph `certification`); not the app's X.509 credentials.
    public struct Certification: Codable, Hashable, Sendable {
        public var isPublisherAttested: Bool?
        public var isCertifiedByMicrosoft: Bool?
        public var lastCertificationDateTime: Date?
        public var certificationExpirationDateTime: Date?
        public var certificationDetailsUrl: String?
        public init() {}
    }

    public var id: String
    public var appId: String?
    public var displayName: String?
    public var publisherDomain: String?
    public var signInAudience: String?
    /// Nil where the app never joined the program.
    public var certification: Certification?
    public var verifiedPublisher: VerifiedPublisher?
    public var disabledByMicrosoftStatus: String?
    public var createdDateTime: Date?

    public init(id: String) { self.id = id }
    public var resource: Resource { Resource(.application, id: id, name: displayName ?? appId ?? id) }
}

/// Publisher verification (Graph `verifiedPublisher`). An unverified publisher is as often an object of nulls as null: ask `isVerified`.
public struct VerifiedPublisher: Codable, Hashable, Sendable {
    public var displayName: String?
    public var verifiedPublisherId: String?
    public init(displayName: String? = nil, verifiedPublisherId: String? = nil) {
        self.displayName = displayName
        self.verifiedPublisherId = verifiedPublisherId
    }
    public var isVerified: Bool { verifiedPublisherId != nil }
}
