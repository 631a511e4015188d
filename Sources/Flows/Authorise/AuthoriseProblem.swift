/// Why an authorisation cannot begin, go on or be saved. One sentence each: what, why, what to do.
public enum AuthoriseProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case badName(String)
    case nameReserved(String)
    case nameTaken(String)
    case noRegistration(cloud: String)
    case unknownCloud(String)
    case unknownIntegration
    /// The answer of Microsoft belongs to nothing that is awaited.
    case notAwaited
    /// The authorisation is over or somebody else's.
    case gone
    case notAuthorised
    /// A link for somebody else has to name the tenant.
    case tenantUnknown
    /// In the limited mode a person lends what they may read themselves.
    case linkOfPerson
    /// It leads to another tenant than the integration has.
    case otherTenant(expected: String, found: String)
    /// The consent names another tenant than the one of the person who signed in.
    case otherConsent(expected: String, found: String)
    /// Somebody answered a link from another tenant than the one it is for.
    case otherTenantByLink(expected: String, found: String)

    public var description: String {
        switch self {
        case .badName:
            "A name has 1 to 64 letters of any script, digits, dots, dashes, underscores or single blanks, at most 200 bytes, and begins with a letter or digit."
        case .nameReserved(let name): "\(name) is a page of the dashboard, so no integration can have it as its name."
        case .nameTaken(let name): "There is an integration named \(name) already; choose another name."
        case .noRegistration:
            "There is no app registration for this cloud yet; complete Settings > Application registration."
        case .unknownCloud(let cloud): "There is no cloud \(cloud); choose global, usgov, usgov-dod or china."
        case .unknownIntegration: "There is no such integration; it may have been removed meanwhile."
        case .notAwaited:
            "This answer belongs to no authorisation that is under way in this browser: it was used already, it is too old, or it was begun elsewhere. Nothing was changed; begin again."
        case .gone:
            "This authorisation is not open to you: it was saved, it is older than an hour, or somebody else began it. Begin again."
        case .notAuthorised: "The tenant is not proved yet; select Authorize first."
        case .tenantUnknown:
            "A link for somebody else needs to know the tenant: write its id into Settings > Application registration, or select Authorize and sign in first."
        case .linkOfPerson:
            "The limited mode works on behalf of the person who signs in, so that nobody else can consent to it; choose permissions of the app itself."
        case .otherTenant(let expected, let found):
            "You signed in to tenant \(found), but this integration is tenant \(expected). Sign in with an account of that tenant."
        case .otherConsent(let expected, let found):
            "The consent that came back names tenant \(found), but who signed in belongs to tenant \(expected). Nothing was taken; begin again and consent in the same tenant."
        case .otherTenantByLink(let expected, let found):
            "An answer came from tenant \(found), but the link is for tenant \(expected). It goes on working: an administrator of that tenant has to follow it."
        }
    }
}
