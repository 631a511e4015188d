import Foundation

/// A row of the registration report (Graph `userRegistrationDetails`): which users are worth asking for their methods.
public struct RegistrationDetail: Entity {
    public static let kind = EntityKind.registrationDetail
    /// The user's id.
    public var id: String
    public var methodsRegistered: [String] = []
    public var lastUpdatedDateTime: Date?
    public var isAdmin: Bool?
    public var isMfaRegistered: Bool?

    public init(id: String) { self.id = id }

    private static let worthReading: Set<String> = [
        "fido2securitykey", "passkeydevicebound", "passkeydeviceboundauthenticator", "passkeydeviceboundwindowshello",
        "passkeysynced", "fido2", "windowshelloforbusiness",
    ]
    /// True where a method is registered that a check looks at.
    public var isWorthReading: Bool { methodsRegistered.contains { Self.worthReading.contains($0.lowercased()) } }
    public var resource: Resource { Resource(.user, id: id, name: id) }
}

/// A passkey or Windows Hello for Business key of a user (Graph `authenticationMethod`). Other methods are not kept.
public struct AuthenticationMethod: Entity {
    public static let kind = EntityKind.authenticationMethod
    public enum Form: String, Codable, Sendable { case fido2, windowsHelloForBusiness }

    public var id: String
    public var owner: Owner
    public var form: Form
    public var displayName: String?
    public var createdDateTime: Date?
    public var model: String?
    /// `attested`, `notAttested`, or a word of the future.
    public var attestationLevel: String?
    /// `deviceBound`, `synced`, or a word of the future.
    public var passkeyType: String?
    /// `normal`, `weak`, `unknown`.
    public var keyStrength: String?

    public init(id: String, owner: Owner, form: Form) {
        self.id = id
        self.owner = owner
        self.form = form
    }
    public var ownerID: String { owner.id }
    public var resource: Resource { owner.resource }
    public var subID: String? { id }
}
