/// Sign-in of Reeve's own users with Microsoft Entra.
public struct EntraSignIn: Sendable {
    /// The one tenant whose people may sign in; lower case.
    public let tenantID: String
}
