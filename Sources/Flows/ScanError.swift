/// Why a whole run cannot begin although Microsoft signed us in.
public enum ScanError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The token carries no permission at all.
    case consentMissing(clientID: String)
    /// The credentials lead to another tenant than the integration names.
    case wrongTenant(expected: String, found: String)

    public var description: String {
        switch self {
        case .consentMissing(let clientID):
            "signed in, but no permission is granted to app \(clientID): an administrator has to consent (reeve integration show NAME --consent-url); after that it may take some minutes to spread"
        case .wrongTenant(let expected, let found):
            "these credentials lead to tenant \(found), not \(expected): check --tenant-id and add the integration again"
        }
    }
}
